import Foundation
import Language
import Newswire
import TestSupport
import Testing

@testable import Attribution

/// How much of what a careful reader marks is found: measured figures, less a little, so that no change loses much unseen.
@Suite struct QualityTests {
    private func score(_ text: String, _ marks: [Score.Attribution], into score: inout Score) {
        let found = Finding(text).quotations.filter { $0.inside == nil }
        score.add(marks, found.map { Score.Attribution(source: $0.source, content: $0.content) }, in: text)
    }

    @Test func attributionsOfTheProjectsArticlesAreFound() throws {
        var all = Score()
        for article in Shipped.articles {
            let marks = try Gold.quotations(of: article).filter { $0.inside == nil }
                .map { Score.Attribution(source: $0.source, content: $0.content) }
            var one = Score()
            score(article.text, marks, into: &one)
            score(article.text, marks, into: &all)
            #expect(one.f1 >= 0.5, "\(article): \(one.f1)")
        }
        #expect(all.f1 >= 0.8, "\(all.f1)")
    }

    // MARK: Texts that may be read here but not be passed on

    private static let development = Shipped.root.appending(path: "../shared/data/polnear-dev.jsonl").standardized
    private static let sample = Shipped.root.appending(path: "../shared/samples/nagorno-karabakh.txt").standardized

    private struct Row: Decodable {
        struct Marked: Decodable { var source: [[Int]], content: [[Int]] }
        var text: String
        var attributions: [Marked]
    }

    @Test(.enabled(if: exists(development), "../shared/data/polnear-dev.jsonl, which is not passed on, is not here"))
    func attributionsOfTheDevelopmentTextsAreFound() throws {
        var all = Score()
        for line in try String(contentsOf: Self.development, encoding: .utf8).split(separator: "\n") {
            let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
            let marks = row.attributions.map { mark in
                Score.Attribution(
                    source: mark.source.map { Span($0[0], $0[1]) }, content: mark.content.map { Span($0[0], $0[1]) })
            }
            score(row.text, marks, into: &all)
        }
        #expect(all.marked > 1_000)
        #expect(all.f1 >= 0.60, "\(all.f1)")
        #expect(all.recall(.direct) >= 0.85, "\(all.recall(.direct))")
        #expect(all.recall(.mixed) >= 0.62, "\(all.recall(.mixed))")
        #expect(all.speaker >= 0.86, "\(all.speaker)")
    }

    @Test(.enabled(if: exists(sample), "../shared/samples/nagorno-karabakh.txt, which is not passed on, is not here"))
    func theSampleHasItsQuotationsAndSpeakers() throws {
        let finding = Finding(try String(contentsOf: Self.sample, encoding: .utf8))
        #expect(finding.quotations.count >= 10, "\(finding.quotations.count)")
        #expect(!finding.document.setAside.isEmpty)
        let known = finding.quotations.count { $0.speaker != nil }
        #expect(Double(known) >= 0.8 * Double(finding.quotations.count), "\(known) of \(finding.quotations.count)")
    }
}

private func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) }
