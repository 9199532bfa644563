import LanguageKit
import Rulebook

/// The words that leave it uncertain whether something was said: "reportedly", "may", "is believed to".
enum Hedge {
    static func tokens(in chain: VerbChain) -> Range<Int>? {
        chain.marks.first { mark in
            switch mark.kind {
            case .hedgingVerb, .expectation: true
            case .hedge: !isAbility(mark, chain)
            default: false
            }
        }?.tokens
    }

    /// "could not say": they were not able to.
    private static func isAbility(_ mark: Modifiers.Mark, _ chain: VerbChain) -> Bool {
        let next = mark.tokens.upperBound
        return chain.analysis.lower(mark.tokens.lowerBound) == "could" && next < chain.head
            && chain.analysis.tags[next] == .negation
    }
}
