package import Rulebook

/// A quotation as a rule or the model found it, in tokens.
package struct Find {
    /// Nil where the model found it.
    package var rule: Rule?
    package var source: Range<Int>?
    package var cue: [Range<Int>]
    package var content: [Range<Int>]
    package var match: VerbLexicon.Match?
    /// Nil where the cue is in no rule, as its stance is then.
    package var verbClass: VerbClass?
    package var stance: Stance?
    /// Token of the cue's verb or noun.
    package var head: Int?
    package var paragraph: Int
    package var within: Int
    /// What the model says of its own finds; nil for those of rules.
    package var probability: Double?

    package init(
        rule: Rule? = nil, source: Range<Int>? = nil, cue: [Range<Int>], content: [Range<Int>],
        match: VerbLexicon.Match? = nil, verbClass: VerbClass? = nil, stance: Stance? = nil, head: Int? = nil,
        paragraph: Int, within: Int, probability: Double? = nil
    ) {
        self.rule = rule
        self.source = source
        self.cue = cue
        self.content = content
        self.match = match
        self.verbClass = verbClass
        self.stance = stance
        self.head = head
        self.paragraph = paragraph
        self.within = within
        self.probability = probability
    }
}

extension Find {
    /// What the rule files say of the verb counts as much as what is known of the rule.
    package var confidence: Double {
        guard let rule else { return probability ?? 0 }
        guard let certainty = match?.verb.certainty else { return rule.confidence }
        return (rule.confidence + certainty) / 2
    }

    package var closesSentence: Bool { rule?.closesSentence ?? false }

    /// Cuts contents off before a token; a comma before it is left out too.
    package mutating func end(before token: Int) {
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
    case clauseColon = "clause-colon"
    case speakerDash = "speaker-dash"
    case turn = "speaker-turn"
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

    /// The share of this rule's finds that were right (content by half, source by half) in 824 annotated articles; 0.5
    /// for those that were seen fewer than twenty times there.
    package var confidence: Double {
        switch self {
        case .quoteThenSpeaker: 0.96
        case .quoteThenVerb: 0.86
        case .verbThenQuote, .personOf: 0.81
        case .thatClause: 0.79
        case .personFor: 0.76
        case .accordingTo: 0.75
        case .bareClause: 0.74
        case .passive: 0.72
        case .personAs: 0.70
        case .parenthetical: 0.69
        case .parentheticalInverted: 0.66
        case .whClause: 0.65
        case .clauseColon: 0.64
        case .personToInfinitive: 0.62
        case .gerund: 0.60
        case .objectComplement: 0.59
        case .object: 0.51
        case .toInfinitive, .nounClause: 0.48
        case .speakerColon: 0.44
        case .quoteAlone: 0.39
        case .preposition: 0.37
        // Of the contents alone: the annotators looked up who "A" is.
        case .turn: 0.49
        case .speakerDash, .appositive: 0.5
        }
    }

    /// Found behind its content, or around it: what follows in the sentence is not of it.
    package var closesSentence: Bool {
        switch self {
        case .quoteThenSpeaker, .quoteThenVerb, .verbThenQuote, .parenthetical, .parentheticalInverted: true
        default: false
        }
    }
}
