import Evaluation
import Foundation
import Newswire
import TestSupport
import Testing
import Text

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

/// How much of what a careful reader marks is found: measured figures, less a little, so that no change loses much unseen.
@Suite struct QualityTests {
    private func tally(
        _ finding: Finding, _ marks: [MarkedAttribution], in text: String, _ depth: Depth = .all
    ) -> Tally {
        let finds = finding.quotations.map {
            MarkedAttribution(
                source: $0.source, cue: $0.cue?.spans ?? [], content: $0.content, isNested: $0.inside != nil)
        }
        return Tally(marks: marks, finds: finds, in: text, depth)
    }

    private func f1(_ tally: Tally) -> Double { Scores(tally)["attribution"]?.numbers.last ?? 0 }

    private func share(_ name: String, of scores: Scores) -> Double { scores[name]?.numbers.first ?? 0 }

    @Test func attributionsOfTheProjectsArticlesAreFound() throws {
        var all = Tally(.all)
        for article in Shipped.articles {
            let one = tally(Finding(article.text), try marks(in: article), in: article.text)
            all += one
            #expect(f1(one) >= 0.5, "\(article): \(f1(one))")
        }
        #expect(f1(all) >= 0.8, "\(f1(all))")
    }

    @Test func attributionsOfTheProjectsArticlesAreFoundByTheModel() throws {
        var all = Tally(.all)
        for article in Shipped.articles {
            let one = tally(try Finding.byModel(article.text), try marks(in: article), in: article.text)
            all += one
            #expect(f1(one) >= 0.7, "\(article): \(f1(one))")
        }
        let scores = Scores(all)
        #expect(f1(all) >= 0.85, "\(f1(all))")
        for (figure, floor) in [
            ("nested attribution recall", 0.85), ("direct attribution recall", 0.92),
            ("mixed attribution recall", 0.92), ("indirect attribution recall", 0.88), ("speaker", 0.94),
        ] {
            #expect(share(figure, of: scores) >= floor, "\(figure): \(share(figure, of: scores))")
        }
    }

    private func marks(in article: SampleArticle) throws -> [MarkedAttribution] {
        try Gold.quotations(of: article).map {
            MarkedAttribution(source: $0.source, cue: $0.cue, content: $0.content, isNested: $0.inside != nil)
        }
    }

    // MARK: Texts that may be read here but not be passed on

    private static let development = Shipped.root.appending(path: "../shared/data/polnear-dev.jsonl").standardized
    private static let sample = Shipped.root.appending(path: "../shared/samples/nagorno-karabakh.txt").standardized

    @Test(.enabled(if: exists(development), "../shared/data/polnear-dev.jsonl, which is not passed on, is not here"))
    func attributionsOfTheDevelopmentTextsAreFound() throws {
        let bytes = Array(try Data(contentsOf: Self.development))
        var all = Tally()
        for article in try MarkedArticle.read(bytes, file: "polnear-dev.jsonl") {
            all += tally(Finding(article.text), article.marks, in: article.text, .outer)
        }
        let scores = Scores(all)
        #expect(all.marks > 1_000)
        #expect(f1(all) >= 0.60, "\(f1(all))")
        for (figure, floor) in [
            ("direct attribution recall", 0.85), ("mixed attribution recall", 0.62), ("speaker", 0.86),
        ] {
            #expect(share(figure, of: scores) >= floor, "\(figure): \(share(figure, of: scores))")
        }
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
