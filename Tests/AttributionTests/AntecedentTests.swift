import TestSupport
import Testing

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import Speakers

/// What tells whom the last quotation's "she" means.
@Suite struct AntecedentTests {
    private func evidence(_ text: String) throws -> [String: AntecedentEvidence] {
        let quotation = try #require(Finding(text).quotations.last)
        return Dictionary(uniqueKeysWithValues: quotation.antecedents.map { ($0.name, $0.evidence) })
    }

    @Test(arguments: [
        ("Ms. Ines Falk met Ms. Ida Brandt.\n\nShe said it was safe.", AntecedentEvidence.Kind.subject, 1.0, 0.0),
        ("Ms. Ines Falk met Ms. Ida Brandt.\n\nShe said it was safe.", .latest, 0, 1),
        ("Ms. Ines Falk met Ms. Ida Brandt. She said it was safe.", .lastSubject, 1, 0),
        ("Ms. Ines Falk met Ms. Ida Brandt. It rained. She said it was safe.", .lastSubject, 0, 0),
        ("Ms. Ines Falk’s ship came with Ms. Ida Brandt. She said it was safe.", .possessor, 1, 0),
        ("Ms. Ines Falk left.\n\nMs. Ida Brandt came.\n\nShe said it was safe.", .paragraphs, 2, 1),
        ("Ms. Ines Falk left. Ms. Ida Brandt came. She said it was safe.", .sentences, 2, 1),
        ("Ms. Ines Falk left. Ms. Ida Brandt smiled when she said it was safe.", .sameSentence, 0, 1),
        (
            "“It is safe,” Ms. Ines Falk said.\n\nMs. Ida Brandt came. She said it was late.", .spokeLast, 1, 0
        ),
        ("Ms. Ida Brandt came.\n\n“Ms. Ines Falk is late,” said Mr. Bo Ek.\n\nShe said it was safe.", .quoted, 1, 0),
        ("Ms. Ida Brandt came.\n\nInes Falk left.\n\nShe said it was safe.", .unknownGender, 0, 0),
    ])
    func evidenceIsReadOffTheText(_ text: String, _ kind: AntecedentEvidence.Kind, falk: Double, brandt: Double) throws
    {
        let evidence = try evidence(text)
        #expect(evidence["Ines Falk"]?[kind] == falk && evidence["Ida Brandt"]?[kind] == brandt)
    }

    @Test func onlyPronounsAreWeighed() throws {
        #expect(try evidence("Ms. Ines Falk came. The mayor said it was safe.").isEmpty)
    }

    @Test func eachNumberCountsTimesItsWeight() {
        let evidence: AntecedentEvidence = [.paragraphs: 2, .speaking: 1]
        #expect(evidence.weighed(by: [.paragraphs: -3, .speaking: 10, .meant: 100]) == 4)
        #expect(AntecedentEvidence().weighed(by: AntecedentWeights.model) == 0)
        #expect(evidence.values.count == AntecedentEvidence.Kind.allCases.count)
    }

    /// What holds of every text, whatever weights are fitted anew.
    @Test(arguments: [AntecedentWeights.model, AntecedentWeights.rules])
    func weightsHaveTheSignsThatReadersExpect(_ weights: AntecedentEvidence) {
        for kind in [AntecedentEvidence.Kind.paragraphs, .sentences, .possessor, .quoted, .unknownGender] {
            #expect(weights[kind] <= 0)
        }
        for kind in [AntecedentEvidence.Kind.latest, .spoke, .spokeLast, .subject, .introduced, .described, .speaking] {
            #expect(weights[kind] >= 0)
        }
    }
}
