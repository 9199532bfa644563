import Annotator
import Encoder
import Foundation
import Newswire
import Records
import Rulebook
import TestSupport
import Testing
import Text

@testable import Attribution
@testable import LanguageKit
@testable import ModelSpotting

/// What lines say of an engine that is a model; the model itself is played here.
@Suite struct EngineTests {
    /// Takes the first paragraph for a quotation without source and cue, and words of it for what a rule found there.
    private struct FirstParagraph: Spotter {
        func spot<Interruption: Error>(
            _ analysis: AnalyzedDocument, checkpoint: () throws(Interruption) -> Void
        ) throws(Interruption) -> Spotting {
            let tokens = analysis.document.paragraphs[0].tokens
            let candidate = Candidate(
                source: nil, cue: [], content: [tokens], verbClass: nil,
                stance: nil, paragraph: 0, within: -1,
                probability: PartConfidence(whole: 0.75, content: 0.875, source: 0.8125))
            let inner = Candidate(
                construction: .thatClause, source: nil, cue: [],
                content: [tokens.lowerBound + 1..<tokens.lowerBound + 3],
                verbClass: .say, stance: .neutral, paragraph: 0, within: -1)
            return Spotting(candidates: [candidate, inner], pieces: 1 + tokens.count)
        }
    }

    private func annotations(_ engine: Engine) throws -> [Annotation] {
        let bytes = Array("Nobody came to see the new gate.".utf8)
        let annotator = Annotator(rulebooks: Shipped.rulebooks, engine: engine, version: "0.0.0")
        let reading = try Newswire.read(bytes: bytes)
        return annotator.annotate(reading, file: try Annotating.facts(of: bytes, path: "a.txt"), at: Annotating.time)
    }

    private func model(_ precision: Precision) -> Engine {
        .model(
            ModelEngine(
                name: "played", version: "7", digest: "sha256:abc", precision: precision, spotter: FirstParagraph()))
    }

    @Test(arguments: Precision.allCases)
    func theProducerNamesTheModel(_ precision: Precision) throws {
        let annotation = try #require(try annotations(model(precision)).first)
        let record = try Annotating.record(annotation)
        #expect(
            record.producer
                == Record.Producer(
                    version: "0.0.0", engine: .model, precision: Record.Precision(rawValue: precision.rawValue),
                    rules: Shipped.rulebook.digest, model: "sha256:abc"))
        #expect(annotation.pieces == 9)
    }

    @Test func eachQuotationNamesItsFinder() throws {
        let record = try Annotating.record(try #require(try annotations(model(.int8)).first))
        #expect(
            record.quotations.map(\.foundBy) == [
                Record.FoundBy(engine: .model), Record.FoundBy(engine: .rules, rule: "that-clause"),
            ])
        #expect(record.quotations.first?.confidence == 0.75)
    }

    @Test func rulesReadNoPieces() throws {
        let annotation = try #require(try annotations(.rules).first)
        #expect(annotation.pieces == 0)
        let producer = try Annotating.record(annotation).producer
        #expect(producer.engine == .rules && producer.precision == nil && producer.model == nil)
    }
}
