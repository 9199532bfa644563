package import Rulebook
package import Text

/// What a token is in its sentence, as far as finding sources and clause ends needs.
package enum Tag: UInt8, Sendable {
    case noun, name, number, pronoun, determiner, possessive, genitive
    case preposition, coordinator, subordinator, relative, wh, that, to
    case be, have, `do`, modal, negation, adverb, time
    /// A verb that can head a clause; one that follows an auxiliary or has no subject; -ing; after "to" or a modal.
    case finite, participle, gerund, infinitive
    case quoteMark, comma, colon, semicolon, dash, stop, ellipsis, openBracket, closeBracket, symbol
    /// A whole quoted stretch, where a sentence is looked at from outside of its quotation marks.
    case quote

    package var isAuxiliary: Bool { self == .be || self == .have || self == .do || self == .modal }
    package var isVerb: Bool { self == .finite || self == .participle || self == .gerund || self == .infinitive }
    package var isNominal: Bool { self == .noun || self == .name || self == .number || self == .pronoun }
    /// Heads a clause of its own, or helps to.
    package var isFinite: Bool { self == .finite || isAuxiliary }
    /// Stands between clauses, or behind the last one.
    package var isClauseMark: Bool { [.comma, .colon, .semicolon, .dash, .stop].contains(self) }
}

extension Tag {
    /// What a word of a closed class mostly is; nil for one that is in none.
    package init?(closed classes: WordClass) {
        guard let tag = Self.closed.first(where: { !classes.isDisjoint(with: $0.0) })?.1 else { return nil }
        self = tag
    }

    /// The first that fits.
    private static let closed: [(WordClass, Tag)] = [
        (.be, .be), (.have, .have), (.do, .do), (.modal, .modal), ([.subjectPronoun, .objectPronoun], .pronoun),
        (.preposition, .preposition), (.negation, .negation), (.coordinator, .coordinator), (.whWord, .wh),
        (.subordinator, .subordinator), (.time, .time), (.adverb, .adverb),
    ]

    /// Of what is no word; nil for a word.
    package init?(mark kind: Token.Kind) {
        switch kind {
        case .word: return nil
        case .number: self = .number
        case .quoteMark: self = .quoteMark
        case .comma: self = .comma
        case .colon: self = .colon
        case .semicolon: self = .semicolon
        case .dash: self = .dash
        case .stop, .question, .exclamation: self = .stop
        case .ellipsis: self = .ellipsis
        case .openBracket: self = .openBracket
        case .closeBracket: self = .closeBracket
        case .symbol: self = .symbol
        }
    }
}
