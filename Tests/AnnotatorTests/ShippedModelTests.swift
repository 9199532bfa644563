import Annotator
import Foundation
import Newswire
import Records
import TestSupport
import Testing

@testable import LanguageKit
@testable import ModelSpotting

/// Lines by the model that is shipped, of whatever text there is. How right it is, QualityTests measure.
@Suite struct ShippedModelTests {
    private let annotator: Annotator

    init() throws { annotator = try Annotating.modelAnnotator.get() }

    private func record(of text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Record {
        let record = try #require(
            try Annotating.records(of: text, by: annotator).first, sourceLocation: sourceLocation)
        let mistakes = RecordCheck(record).mistakes()
        #expect(mistakes.isEmpty, "\(mistakes.prefix(3))", sourceLocation: sourceLocation)
        return record
    }

    private func words(_ mention: Record.Mention?) -> String { mention?.text ?? "" }

    // MARK: The project's articles

    @Test(arguments: Shipped.articles)
    func everyArticlesRecordIsWhole(_ article: SampleArticle) throws {
        let record = try record(of: article.text)
        #expect(record.text.map { Array($0.unicodeScalars) } == Array(article.text.unicodeScalars))
        #expect(record.producer.engine == .model && record.producer.precision == .int8)
        #expect(record.producer.model?.hasPrefix("sha256:") == true)
        #expect(!record.quotations.isEmpty)
        #expect(record.quotations.allSatisfy { $0.foundBy.engine == .rules || $0.foundBy.rule == nil })
    }

    @Test func whatStandsInsideIsTheModelsAsTheRestIs() throws {
        let sure = SureRules.rules.union(SureRules.lone).map(\.name)
        var inner: [Record.Quotation] = []
        for article in Shipped.articles {
            let quotations = try record(of: article.text).quotations
            let ids = Set(quotations.map(\.id))
            for quotation in quotations {
                guard let inside = quotation.inside else { continue }
                #expect(ids.contains(inside), "\(article): \(quotation.id) is inside \(inside)")
                inner.append(quotation)
            }
            // Of what the rules found, only what they know better, or alone, is taken.
            #expect(
                quotations.allSatisfy { $0.foundBy.engine == .model || sure.contains($0.foundBy.rule ?? "") },
                "\(article)")
        }
        #expect(inner.count > 50)
    }

    @Test func fourThreadsAndASecondTimeGiveTheSameLines() throws {
        let annotator = annotator
        let first = try Self.lines(by: annotator)
        #expect(try Self.lines(by: annotator) == first)
        let results = Results()
        DispatchQueue.concurrentPerform(iterations: 4) { _ in results.add(Result { try Self.lines(by: annotator) }) }
        let others = try results.all.map { try $0.get() }
        #expect(others.count == 4)
        #expect(others.allSatisfy { $0 == first })
    }

    private static func lines(by annotator: Annotator) throws -> [[UInt8]] {
        try Shipped.articles.flatMap { try Annotating.lines($0.bytes, by: annotator) }.map(\.line)
    }

    // MARK: Odd texts

    @Test func aParagraphOfTenThousandWordsWithoutAFullStopIsRead() throws {
        var generator = SplitMix(seed: 3)
        let words = Shipped.articles.flatMap { $0.text.split { $0.isWhitespace || ".!?".contains($0) } }
        let text = (0..<10_000).map { _ in String(generator.pick(words)) }.joined(separator: " ")
        let record = try record(of: text)
        #expect(record.text == text)
    }

    @Test(arguments: [
        "\u{200B}\u{200D}\u{FE0F}\u{301}", "\u{202E}\u{AD}\u{2060}", "🫥🫨\u{10FFFF}\u{E000}", "…—–•·¶§†",
        "\u{FFFD}\u{FFFD}\u{FFFD}", "“”‘’«»", "\u{1F1E6}", "ﷺﷺﷺ",
    ])
    func aParagraphOfNothingButOddCharactersIsNoQuotation(_ odd: String) throws {
        #expect(try record(of: odd).quotations.isEmpty)
        let among = "The mayor said the bridge was safe.\n\n\(odd)\n\nThe clerk, Otto Fane, said it was not."
        let quotations = try record(of: among).quotations
        #expect(quotations.map { words($0.source) } == ["The mayor", "The clerk, Otto Fane"], "\(quotations)")
    }

    @Test(arguments: Pathology.texts)
    func pathologicalTextsAreAnnotated(_ pathology: Pathology) throws {
        for record in try Annotating.records(of: pathology.text(size: 1 << 10), by: annotator) {
            let mistakes = RecordCheck(record).mistakes()
            #expect(mistakes.isEmpty, "\(pathology): \(mistakes.prefix(3))")
        }
    }

    @Test(arguments: 0..<16)
    func mutilatedArticlesAreAnnotated(_ seed: Int) throws {
        var generator = SplitMix(seed: seed)
        let text = generator.mutant(of: generator.pick(Shipped.articles).text)
        for record in try Annotating.records(of: text, by: annotator) {
            let mistakes = RecordCheck(record).mistakes()
            #expect(mistakes.isEmpty, "seed \(seed): \(mistakes.prefix(3))")
        }
    }

    @Test func offsetsCountCodePoints() throws {
        let text = """
            🍜👩🏽‍🚀 “Cafe\u{301}s 🌊 must close by 9 p.m.,” said Zoe\u{308} Falk, the mayor of 𝔸lby.\r
            \r
            “E\u{301}very 🚲 shop will stay open,” she told reporters on Monday.
            """
        let record = try record(of: text)
        let scalars = Array(text.unicodeScalars)
        func slice(_ spans: [Span]) -> [String] {
            spans.map { span in
                var text = String.UnicodeScalarView()
                text.append(contentsOf: scalars[span.start..<span.end])
                return String(text)
            }
        }
        #expect(record.quotations.count == 2)
        let first = try #require(record.quotations.first), second = try #require(record.quotations.last)
        #expect(slice(first.content) == ["“Cafe\u{301}s 🌊 must close by 9 p.m.,”"])
        #expect(slice(try #require(first.source).spans).first?.hasPrefix("Zoe\u{308} Falk") == true)
        #expect(slice(second.content) == ["“E\u{301}very 🚲 shop will stay open,”"])
        #expect(slice(try #require(second.source).spans) == ["she"])
    }
}

/// What threads gave.
private final class Results: @unchecked Sendable {
    // Guarded by the lock.
    private var results: [Result<[[UInt8]], any Error>] = []
    private let lock = NSLock()

    var all: [Result<[[UInt8]], any Error>] { lock.withLock { results } }

    func add(_ result: Result<[[UInt8]], any Error>) { lock.withLock { results.append(result) } }
}
