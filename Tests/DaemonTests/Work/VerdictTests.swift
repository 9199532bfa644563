import Foundation
import Inbox
import Journal
import Newswire
import Records
import Testing

@testable import Daemon

@Suite struct VerdictTests {
    private let failures = [
        ItemFailure(item: 2, error: NewswireError(.malformed, reason: "item 2 breaks off", remedy: "send it again"))
    ]

    @Test(arguments: [(1, false), (2, false), (3, true), (9, true)])
    func refusesAFileAfterItsSecondCrash(attempts: Int, isRefused: Bool) {
        let failure = Verdict.refusal(attempts: attempts, sha256: "ab")
        #expect((failure != nil) == isRefused)
        #expect(failure.map { $0.code == "crashed" && $0.attempts == attempts - 1 && $0.sha256 == "ab" } ?? true)
    }

    @Test func saysInSentencesWhyAFileFailed() {
        let error = NewswireError(
            .unknownFormat, reason: "the file is a PDF document", remedy: "extract its text first")
        let failure = Verdict.failure(error, attempts: 1, sha256: "ab")
        #expect(failure.code == "unknown-format")
        #expect(failure.reason == "The file is a PDF document.")
        #expect(failure.remedy == "Extract its text first.")
    }

    @Test func tellsRepeatsFromNewArticles() {
        #expect(isRepeated(Verdict.outcome([.repeat, .repeat], of: reading([]))))
        #expect(!isRepeated(Verdict.outcome([.repeat, .written(offset: 0)], of: reading([]))))
        #expect(!isRepeated(Verdict.outcome([.repeat], of: reading(failures))), "what failed has to be told")
        #expect(!isRepeated(Verdict.outcome([], of: reading(failures))))
    }

    @Test func listsTheItemsThatFailed() throws {
        guard case .done(notes: let notes) = Verdict.outcome([.written(offset: 0)], of: reading(failures)) else {
            Issue.record("it is done")
            return
        }
        let bytes = try #require(notes)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(bytes)) as? [String: [[String: Any]]])
        let item = try #require(object["failed_items"]?.first)
        #expect(item["item"] as? Int == 2)
        #expect(item["code"] as? String == "malformed")
        #expect(item["remedy"] as? String == "Send it again.")
    }

    @Test func countsWhatBecameOfArticles() {
        let counts = Verdict.counts(
            [.written(offset: 0), .repeat, .written(offset: 9)], quotations: [3, 5, 7], failures: 1)
        #expect(counts == ArticleCounts(written: 2, repeats: 1, failed: 1, quotations: 10))
    }

    @Test func failsAContainerWithoutReadableItems() {
        let failure = Verdict.failure(failures, attempts: 1, sha256: "ab")
        #expect(failure.code == "no-article")
        #expect(failure.details == ["item 2: item 2 breaks off; send it again"])
    }

    @Test func listsTheItemsThatHoldNoArticle() throws {
        let reading = Reading(
            format: "newsml-g2", encoding: "utf-8", articles: [],
            skipped: [SkippedItem(item: 1, reason: "it is a picture")])
        guard case .done(notes: let notes) = Verdict.outcome([], of: reading) else {
            Issue.record("it is done")
            return
        }
        let bytes = try #require(notes)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(bytes)) as? [String: [[String: Any]]])
        #expect(object["failed_items"] == nil)
        #expect(object["skipped_items"]?.first?["reason"] as? String == "No article, since it is a picture.")
    }

    private func reading(_ failures: [ItemFailure]) -> Reading {
        Reading(format: "rss", encoding: "utf-8", articles: [], failures: failures)
    }

    private func isRepeated(_ outcome: WorkOutcome) -> Bool {
        if case .repeated = outcome { true } else { false }
    }
}
