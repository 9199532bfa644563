import Testing

@testable import English
@testable import Rulebook

struct EnglishMorphologyTests {
    private let morphology = EnglishMorphology()

    @Test(arguments: [
        ("claim", "claims", "claimed", "claiming"),
        ("state", "states", "stated", "stating"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("argue", "argues", "argued", "arguing"),
        ("deny", "denies", "denied", "denying"),
        ("convey", "conveys", "conveyed", "conveying"),
        ("beg", "begs", "begged", "begging"),
        ("quip", "quips", "quipped", "quipping"),
        ("tweet", "tweets", "tweeted", "tweeting"),
        ("vow", "vows", "vowed", "vowing"),
        ("stress", "stresses", "stressed", "stressing"),
        ("preach", "preaches", "preached", "preaching"),
        ("veto", "vetoes", "vetoed", "vetoing"),
        ("echo", "echoes", "echoed", "echoing"),
        ("lie", "lies", "lied", "lying"),
        ("panic", "panics", "panicked", "panicking"),
        ("whisper", "whispers", "whispered", "whispering"),
        ("reveal", "reveals", "revealed", "revealing"),
        ("fact-check", "fact-checks", "fact-checked", "fact-checking"),
    ])
    func regularFormsFollowTheSpelling(base: String, third: String, past: String, gerund: String) {
        #expect(
            morphology.forms(of: base, irregular: Inflection()) == [
                base: .base, third: .thirdPerson, past: [.past, .participle], gerund: .gerund,
            ])
    }

    @Test func wordsInVowelAndLTakeBothSpellings() {
        let forms = morphology.forms(of: "signal", irregular: Inflection())
        #expect(Set(forms.keys) == ["signal", "signals", "signaled", "signalled", "signaling", "signalling"])
    }

    @Test func doublingIsGivenWhereStressDecides() {
        let forms = morphology.forms(of: "admit", irregular: Inflection(doubling: .always))
        #expect(Set(forms.keys) == ["admit", "admits", "admitted", "admitting"])
    }

    @Test func irregularFormsReplaceRegularOnesAndSameFormsMerge() {
        let forms = morphology.forms(of: "read", irregular: Inflection(past: ["read"]))
        #expect(forms == ["read": [.base, .past, .participle], "reads": .thirdPerson, "reading": .gerund])
        let swear = morphology.forms(of: "swear", irregular: Inflection(past: ["swore"], participle: ["sworn"]))
        #expect(swear["swore"] == .past)
        #expect(swear["sworn"] == .participle)
    }
}
