import Testing

@testable import Rulebook

struct InflectionTests {
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
            Inflection().forms(of: base) == [
                base: .base, third: .thirdPerson, past: [.past, .participle], gerund: .gerund,
            ])
    }

    @Test func wordsInVowelAndLTakeBothSpellings() {
        let forms = Inflection().forms(of: "signal")
        #expect(Set(forms.keys) == ["signal", "signals", "signaled", "signalled", "signaling", "signalling"])
    }

    @Test func doublingIsGivenWhereStressDecides() {
        let forms = Inflection(doubling: .always).forms(of: "admit")
        #expect(Set(forms.keys) == ["admit", "admits", "admitted", "admitting"])
    }

    @Test func irregularFormsReplaceRegularOnesAndSameFormsMerge() {
        let forms = Inflection(past: ["read"]).forms(of: "read")
        #expect(forms == ["read": [.base, .past, .participle], "reads": .thirdPerson, "reading": .gerund])
        let swear = Inflection(past: ["swore"], participle: ["sworn"]).forms(of: "swear")
        #expect(swear["swore"] == .past)
        #expect(swear["sworn"] == .participle)
    }
}
