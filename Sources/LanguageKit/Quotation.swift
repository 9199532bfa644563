package import Newswire
package import Rulebook

/// One attribution found in a text: what is said, the words that attribute it, and who says it.
package struct Quotation: Sendable, Equatable {
    /// How much of the content stands inside quotation marks: all, some, none.
    package enum Kind: String, Sendable { case direct, mixed, indirect }

    package var kind: Kind
    package var content: [Span]
    package var cue: Cue?
    package var source: [Span]
    package var addressee: Span?
    package var target: Span?
    package var setting: Span?
    package var time: Span?
    /// Index, in the article's list, of the quotation inside whose content this one stands.
    package var inside: Int?
    /// Index into the article's speakers; nil rather than a guess.
    package var speaker: Int?
    package var resolvedBy: Resolution?
    /// How likely the speaker is right, 0 to 1, where the source is; nil without a speaker.
    package var speakerConfidence: Double?
    package var speakerEvidence: SpeakerEvidence?
    /// Of all whom a pronoun may mean.
    package var antecedents: [Antecedent] = []
    /// Whom else the source may mean, the likeliest first.
    package var alternatives: [Alternative] = []
    package var confidence: PartConfidence
    /// Nil where the model found it.
    package var construction: Construction?

    package init(
        kind: Kind, content: [Span], cue: Cue? = nil, source: [Span], addressee: Span? = nil, target: Span? = nil,
        setting: Span? = nil, time: Span? = nil, inside: Int? = nil, speaker: Int? = nil, resolvedBy: Resolution? = nil,
        confidence: PartConfidence, construction: Construction? = nil
    ) {
        self.kind = kind
        self.content = content
        self.cue = cue
        self.source = source
        self.addressee = addressee
        self.target = target
        self.setting = setting
        self.time = time
        self.inside = inside
        self.speaker = speaker
        self.resolvedBy = resolvedBy
        self.confidence = confidence
        self.construction = construction
    }
}

/// Somebody whom a source may mean.
package struct Alternative: Sendable, Equatable {
    /// The fullest name that the article gives.
    package var name: String
    /// Into the article's speakers; nil for one who says nothing in it.
    package var speaker: Int?
    /// How likely it is he or she, 0 to 1.
    package var confidence: Double

    package init(name: String, speaker: Int?, confidence: Double) {
        self.name = name
        self.speaker = speaker
        self.confidence = confidence
    }
}

/// A person whom a pronoun may mean, by the fullest name that the article gives.
package struct Antecedent: Sendable, Equatable {
    package var name: String
    package var evidence: AntecedentEvidence

    package init(name: String, evidence: AntecedentEvidence) { (self.name, self.evidence) = (name, evidence) }
}

/// The words that attribute, and what they tell.
package struct Cue: Sendable, Equatable {
    package enum Tense: String, Sendable { case past, present, future, conditional }

    package var spans: [Span]
    /// Nil where the words are in no rule, as class and stance are then.
    package var lemma: String?
    package var verbClass: VerbClass?
    package var stance: Stance?
    package var negated: Bool
    package var hedged: Span?
    package var repeated: Bool
    package var tense: Tense?

    package init(
        spans: [Span], lemma: String? = nil, verbClass: VerbClass? = nil, stance: Stance? = nil, negated: Bool,
        hedged: Span? = nil, repeated: Bool, tense: Tense? = nil
    ) {
        self.spans = spans
        self.lemma = lemma
        self.verbClass = verbClass
        self.stance = stance
        self.negated = negated
        self.hedged = hedged
        self.repeated = repeated
        self.tense = tense
    }
}

/// A person, group or body behind the source mentions of an article.
package struct Speaker: Sendable, Equatable {
    package enum Kind: String, Sendable { case person, group, organization, unnamed, document, author }

    package var kind: Kind
    /// The fullest name that the article gives, without title.
    package var name: String?
    package var role: String?
    /// What is stated, and nothing that a given name makes likely.
    package var gender: StatedGender?
    package var members: [Int] = []
    /// In the user's directory; nil where nobody there can be meant.
    package var link: Link?
    package var mentions: [Span]
    package var quotations: Int

    package init(
        kind: Kind, name: String? = nil, role: String? = nil, members: [Int] = [], link: Link? = nil, mentions: [Span],
        quotations: Int
    ) {
        self.kind = kind
        self.name = name
        self.role = role
        self.members = members
        self.link = link
        self.mentions = mentions
        self.quotations = quotations
    }
}

/// A speaker's gender, and who says so.
package struct StatedGender: Sendable, Equatable {
    package enum Source: String, Sendable {
        /// The article, by “she said” and “he said”.
        case pronoun
        /// The user's directory, of the entry that is linked.
        case directory
    }

    /// Never `either`.
    package var gender: Gender
    package var source: Source

    package init(_ gender: Gender, by source: Source) { (self.gender, self.source) = (gender, source) }
}

/// A speaker's entry in the user's directory.
package struct Link: Sendable, Equatable {
    /// Nil where several entries can be meant.
    package var id: String?
    /// Their ids, where they are several.
    package var candidates: [String] = []

    package init(id: String? = nil, candidates: [String] = []) {
        self.id = id
        self.candidates = candidates
    }
}

/// How a source mention was tied to its speaker.
package enum Resolution: String, Sendable {
    case name, surname, alias, acronym, role, pronoun, relative, apposition, metonym, running, coordination
    case description
}
