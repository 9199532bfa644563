import Language
import Rulebook
import TestSupport
import Testing

@testable import Attribution

@Suite struct CueTests {
    private func cue(_ text: String) throws -> Cue { try #require(Finding(text).quotations.first?.cue) }

    @Test(
        arguments: [
            ("said", "say", .say, .neutral), ("claimed", "claim", .allege, .distancing),
            ("pointed out", "point out", .argue, .endorsing), ("denied", "deny", .deny, .neutral),
            ("told Brandt", "tell", .tell, .neutral), ("warned", "warn", .warn, .neutral),
            ("added", "add", .add, .neutral),
        ] as [(String, String, VerbClass, Stance)])
    func aVerbHasLemmaClassAndStance(_ verb: String, _ lemma: String, _ verbClass: VerbClass, _ stance: Stance) throws {
        let cue = try cue("Falk \(verb) that the bridge was safe.")
        #expect(cue.lemma == lemma)
        #expect(cue.verbClass == verbClass)
        #expect(cue.stance == stance)
    }

    @Test(
        arguments: [
            ("said", .past), ("has said", .past), ("had said", .past), ("did say", .past), ("says", .present),
            ("will say", .future), ("is saying", .present), ("has repeatedly said", .past),
        ] as [(String, Cue.Tense)])
    func tenseIsThatOfTheWholeGroup(_ verb: String, _ tense: Cue.Tense) throws {
        #expect(try cue("Falk \(verb) that the bridge is safe.").tense == tense)
    }

    @Test func participlesAndPhrasesHaveNoTense() throws {
        #expect(try cue("According to Falk, the bridge is safe.").tense == nil)
        let finding = Finding("Falk said the bridge was safe, adding that the ice was thin.")
        #expect(finding.quotations.last?.cue?.tense == nil)
    }

    @Test(arguments: [
        ("has not said", true), ("did not say", true), ("didn't say", true), ("denied", true), ("never said", true),
        ("did not deny", false), ("said", false), ("has repeatedly said", false),
    ])
    func whatIsDeniedIsTold(_ verb: String, _ negated: Bool) throws {
        #expect(try cue("Falk \(verb) that the bridge was safe.").negated == negated)
    }

    @Test(arguments: [("has repeatedly said", true), ("often said", true), ("said", false)])
    func repetitionIsTold(_ verb: String, _ repeated: Bool) throws {
        #expect(try cue("Falk \(verb) that the bridge was safe.").repeated == repeated)
    }

    @Test(arguments: [("reportedly said", "reportedly"), ("may have said", "may"), ("said", nil)])
    func hedgesAreNamed(_ verb: String, _ hedge: String?) throws {
        let finding = Finding("Falk \(verb) that the bridge was safe.")
        let cue = try #require(finding.quotations.first?.cue)
        #expect(cue.hedged.map(finding.document.text) == hedge)
    }

    @Test(arguments: [
        ("Falk told the council that the bridge was safe.", "the council"),
        ("Falk urged drivers to stay away from the bridge.", "drivers"), ("Falk said that the bridge was safe.", nil),
    ])
    func theAddresseeIsTold(_ text: String, _ addressee: String?) throws {
        let finding = Finding(text)
        let quotation = try #require(finding.quotations.first)
        #expect(quotation.addressee.map(finding.document.text) == addressee)
    }
}
