import Foundation
import TestSupport
import Testing

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import Names
@testable import Speakers

@Suite struct SpeakerConfidenceTests {
    private func last(_ text: String) throws -> Quotation { try #require(Finding(text).quotations.last) }

    private func evidence(_ text: String) throws -> SpeakerEvidence { try #require(last(text).speakerEvidence) }

    @Test func aNameIsSurerThanAPronoun() throws {
        let name = try #require(last("Ms. Ines Falk said the bridge was safe.").speakerConfidence)
        let pronoun = try #require(
            last("Ms. Ines Falk met Ms. Ida Brandt.\n\nShe said the bridge was safe.").speakerConfidence)
        #expect((0...1).contains(name) && (0...1).contains(pronoun) && name > pronoun)
    }

    @Test func withoutASpeakerThereIsNone() throws {
        let quotation = try last("She said the bridge was safe.")
        #expect(quotation.speaker == nil && quotation.speakerConfidence == nil && quotation.alternatives.isEmpty)
    }

    @Test func whoElseMayBeMeantIsTold() throws {
        let finding = Finding("Ms. Ines Falk met Ms. Ida Brandt.\n\nShe said the bridge was safe.")
        let quotation = try #require(finding.quotations.last)
        let names = try Set([#require(finding.speaker(of: quotation)?.name)] + quotation.alternatives.map(\.name))
        #expect(names == ["Ines Falk", "Ida Brandt"])
        let sum = quotation.alternatives.reduce(try #require(quotation.speakerConfidence)) { $0 + $1.confidence }
        #expect(sum <= 1.000_001 && quotation.alternatives.allSatisfy { $0.confidence > 0 })
    }

    @Test func theLeadIsWhatScoresSay() throws {
        let one = try evidence("Ms. Ines Falk came.\n\nShe said the bridge was safe.")
        let two = try evidence("Ms. Ines Falk met Ms. Ida Brandt.\n\nShe said the bridge was safe.")
        #expect(one[.pronoun] == 1 && one[.name] == 0)
        #expect(one[.lead] == 3 && two[.lead] < 3 && one[.rivals] == 0 && two[.rivals] > 0)
    }

    @Test(arguments: [
        ("Falk came.\n\nHe and Ines Falk left. Ines Falk said the bridge was safe.", SpeakerEvidence.Kind.oneWord, 0.0),
        ("Norvik said the bridge was safe.", .oneWord, 1), ("Elm Motors said the bridge was safe.", .organization, 1),
        ("The report said the bridge was safe.", .document, 1), ("Voters said the bridge was safe.", .group, 1),
        ("A witness said the bridge was safe.", .unnamed, 1), ("I said the bridge was safe.", .author, 1),
        ("Ms. Ines Falk came. Mr. Otto Falk left. Mr. Falk said the bridge was safe.", .namesakes, 1),
        ("It rained.\n\nIt snowed.\n\nMs. Ines Falk said the bridge was safe.", .headline, 0),
        ("Ines Falk said the bridge was safe.", .headline, 1),
    ])
    func evidenceIsReadOffTheDecision(_ text: String, kind: SpeakerEvidence.Kind, value: Double) throws {
        #expect(try evidence(text)[kind] == value)
    }

    @Test func theConfidenceIsALogisticFunction() {
        let none = SpeakerEvidence()
        #expect(abs(SpeakerConfidence.model.confidence(of: none) - 1 / (1 + exp(-SpeakerWeights.model.base))) < 1e-12)
        for kind in SpeakerEvidence.Kind.allCases {
            var some = SpeakerEvidence()
            some[kind] = 1
            let x = SpeakerWeights.rules.base + SpeakerWeights.rules.of[kind, default: 0]
            #expect(abs(SpeakerConfidence.rules.confidence(of: some) - 1 / (1 + exp(-x))) < 1e-12)
        }
    }
}
