import Rulebook

/// A quotation as a rule found it, in tokens.
struct Find {
    var rule: Rule
    var source: Range<Int>?
    var cue: [Range<Int>]
    var content: [Range<Int>]
    var match: VerbLexicon.Match?
    var verbClass: VerbClass
    var stance: Stance
    /// Token of the cue's verb or noun.
    var head: Int?
    var paragraph: Int
    var within: Int
    var confidence: Double
    /// Between cue and content: the addressee of "told reporters that".
    var addressee: Range<Int>?
    var target: Range<Int>?
}

extension Find {
    /// Cuts contents off before a token; a comma before it is left out too.
    mutating func end(before token: Int) {
        content = content.compactMap { range in
            guard range.upperBound > token else { return range }
            let end = token - 1
            return range.lowerBound < end ? range.lowerBound..<end : nil
        }
    }
}

/// The construction that a find rests on; named in the record so that every find can be explained.
package enum Rule: String, Sendable, CaseIterable {
    case quoteThenSpeaker = "quote-subject-verb"
    case quoteThenVerb = "quote-verb-subject"
    case verbThenQuote = "subject-verb-quote"
    case speakerColon = "speaker-colon"
    case speakerDash = "speaker-dash"
    case quoteAlone = "quote-alone"
    case thatClause = "that-clause"
    case bareClause = "bare-clause"
    case whClause = "wh-clause"
    case toInfinitive = "to-infinitive"
    case personToInfinitive = "person-to-infinitive"
    case personOf = "person-of"
    case personFor = "person-for"
    case personAs = "person-as"
    case objectComplement = "object-complement"
    case object = "object"
    case gerund = "gerund"
    case preposition = "preposition"
    case passive = "passive-infinitive"
    case parenthetical = "parenthetical"
    case parentheticalInverted = "parenthetical-inverted"
    case accordingTo = "according-to"
    case nounClause = "noun-that-clause"
    case appositive = "disputed-noun"

    /// Found behind its content, or around it: what follows in the sentence is not of it.
    var closesSentence: Bool {
        switch self {
        case .quoteThenSpeaker, .quoteThenVerb, .verbThenQuote, .parenthetical, .parentheticalInverted: true
        default: false
        }
    }
}
