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

/// The construction that a find rests on; named in the record so that every find can be explained.
package enum Rule: String, Sendable, CaseIterable {
    case quoteThenSpeaker = "quote-subject-verb"
    case quoteThenVerb = "quote-verb-subject"
    case verbThenQuote = "subject-verb-quote"
    case speakerColon = "speaker-colon"
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
}
