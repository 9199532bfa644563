/// What words beside a reporting verb do to it: "has **not** said", "**reportedly** said", "**appeared to** say".
package struct VerbModifiers: Sendable {
    /// A list of `verb-modifiers.yaml`, by its name there.
    package enum Kind: String, Sendable, CaseIterable {
        /// "no longer": denies the verb, as the negations of `word-classes.yaml` do.
        case negation = "negations"
        /// "nobody said": a subject that denies its verb.
        case negativeSubject = "negative-subjects"
        /// "failed to say", "stopped short of saying"
        case refusal = "refusals"
        /// "reportedly", "may"
        case hedge = "hedges"
        /// "appeared to say", "is believed to have said"
        case hedgingVerb = "hedging-verbs"
        /// "is expected to say": uncertain, and still to come
        case expectation = "expectations"
        /// "is going to say": still to come
        case prospect = "prospects"
        /// "repeatedly", "for years"
        case repetition = "repetitions"
        /// "keeps saying"
        case repeatingVerb = "repeating-verbs"
        /// "interview", "courtroom": the nouns of "in an interview", "in the courtroom"
        case setting = "settings"
        /// "season": nouns that make a time of "this season", beside the time words of `word-classes.yaml`
        case time = "times"

        /// Kinds that hold verbs, which govern the reporting verb and are inflected.
        package var governs: Bool {
            switch self {
            case .refusal, .hedgingVerb, .expectation, .prospect, .repeatingVerb: true
            default: false
            }
        }
    }

    /// One written form.
    package struct Phrase: Sendable, Hashable {
        package var kind: Kind
        package var words: [String]
        /// Stands behind a form of "be": "expected" in "is expected".
        package var followsBe: Bool

        package init(kind: Kind, words: [String], followsBe: Bool = false) {
            self.kind = kind
            self.words = words
            self.followsBe = followsBe
        }
    }

    /// By their first word, the longest first.
    package private(set) var beginning: [String: [Phrase]]
    /// By their last word, the longest first.
    package private(set) var ending: [String: [Phrase]]

    package init(_ phrases: some Sequence<Phrase> = []) {
        let sorted = phrases.sorted {
            ($1.words.count, $0.words.joined(separator: " "), $0.kind.rawValue)
                < ($0.words.count, $1.words.joined(separator: " "), $1.kind.rawValue)
        }
        beginning = Dictionary(grouping: sorted) { $0.words.first ?? "" }
        ending = Dictionary(grouping: sorted) { $0.words.last ?? "" }
    }
}
