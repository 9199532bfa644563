import Rulebook
import TestSupport
import Testing
import Text

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

@Suite struct CueTests {
    private func cue(_ text: String) throws -> Cue { try #require(Finding(text).quotations.first?.cue) }

    /// Of "Falk … that the bridge was safe", by hand: a cue is read whoever found it.
    private func cue(verb: String) throws -> HandCandidate {
        try HandCandidate(
            "Falk \(verb) that the bridge was safe.", source: "Falk", cue: verb, content: "that the bridge was safe")
    }

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
            ("would say", .conditional), ("would not say", .past), ("should have said", .conditional),
            ("may have said", .past), ("is expected to say", .future), ("is going to say", .future),
            ("is said to have claimed", .past), ("declined to say", .past), ("went on to say", .past),
        ] as [(String, Cue.Tense)])
    func tenseIsThatOfTheWholeGroup(_ verb: String, _ tense: Cue.Tense) throws {
        #expect(try cue(verb: verb).cue().tense == tense)
    }

    @Test func participlesAndPhrasesHaveNoTense() throws {
        #expect(try cue("According to Falk, the bridge is safe.").tense == nil)
        let finding = Finding("Falk said the bridge was safe, adding that the ice was thin.")
        #expect(finding.quotations.last?.cue?.tense == nil)
    }

    @Test(arguments: [
        ("has not said", true), ("did not say", true), ("didn't say", true), ("denied", true), ("never said", true),
        ("did not deny", false), ("said", false), ("has repeatedly said", false), ("no longer believed", true),
        ("failed to mention", true), ("stopped short of saying", true), ("refused to rule out", false),
    ])
    func whatIsDeniedIsTold(_ verb: String, _ negated: Bool) throws {
        #expect(try cue(verb: verb).cue().negated == negated)
    }

    @Test(arguments: [
        ("has repeatedly said", true), ("often said", true), ("said", false), ("said again", true),
        ("reiterated", true),
        ("has long argued", true), ("keeps saying", true), ("has said for years", true),
    ])
    func repetitionIsTold(_ verb: String, _ repeated: Bool) throws {
        #expect(try cue(verb: verb).cue().repeated == repeated)
    }

    @Test(arguments: [
        ("reportedly said", "reportedly"), ("may have said", "may"), ("said", nil), ("seemed to say", "seemed to"),
        ("is not expected to say", "is not expected to"), ("could not say", nil), ("could announce", "could"),
    ])
    func hedgesAreNamed(_ verb: String, _ hedge: String?) throws {
        let candidate = try cue(verb: verb)
        #expect(try candidate.words(candidate.cue().hedged) == hedge)
    }

    @Test(arguments: ["Nobody said", "No official has said", "Neither side said", "None of them said"])
    func aSubjectCanDeny(_ subjectAndVerb: String) throws {
        #expect(try cue("\(subjectAndVerb) that the bridge was safe.").negated)
    }

    @Test(arguments: [
        ("Falk dismissed the report as nonsense.", false), ("Falk dismissed the report.", true),
    ])
    func whatSomethingIsDismissedAsIsAffirmed(_ text: String, _ negated: Bool) throws {
        #expect(try cue(text).negated == negated)
    }

    @Test(
        arguments: [
            ("reported on Friday", "that the bridge", "report"),
            ("reported on", "the state of the bridge", "report on"),
            ("seems to think", "that the bridge", "think"), ("has long argued", "that the bridge", "argue"),
            ("harrumphed", "that the bridge", nil),
        ] as [(String, String, String?)])
    func theLemmaIsThatOfTheVerbAndWhatBelongsToIt(_ cue: String, _ content: String, _ lemma: String?) throws {
        let candidate = try HandCandidate(
            "Falk \(cue) \(content) was safe.", source: "Falk", cue: cue, content: content)
        #expect(try candidate.cue().lemma == lemma)
    }
}
