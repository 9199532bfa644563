package import Newswire
package import Rulebook

extension Record {
    /// One attribution found in the text.
    package struct Quotation: Sendable, Equatable, Decodable {
        /// "q1", "q2", … in the order of the text; unique within the record.
        package var id: String
        package var type: QuotationType
        /// What is said, in the order of the text.
        package var content: [Span]
        /// The content's words; the spans joined by a blank.
        package var text: String
        package var cue: Cue?
        package var source: Mention?
        /// The id of an entry of `speakers`.
        package var speaker: String?
        package var resolvedBy: Resolution?
        /// To whom it was said: "told the board".
        package var addressee: Mention?
        /// Whom or what an accusation, blame, criticism, praise or description is aimed at: "accused the ministry of …".
        package var target: Mention?
        /// Where it was said: "in an interview", "on television".
        package var setting: Mention?
        /// When it was said: "on Tuesday".
        package var time: Mention?
        /// The id of the quotation that this one stands in.
        package var inside: String?
        /// Calibrated, 0 to 1; written with four decimals at most.
        package var confidence: Double
        /// The same of the content alone; nil in the lines of older versions.
        package var contentConfidence: Double?
        /// The same of the source, or of there being none, where the content is right; nil in the lines of older versions.
        package var sourceConfidence: Double?
        /// How likely the speaker is right, where the source is; nil without one, and in the lines of older versions.
        package var speakerConfidence: Double?
        /// Whom the source may mean where none is sure enough, the likeliest first; nil in the lines of older versions.
        package var speakerCandidates: [SpeakerCandidate]?
        package var foundBy: FoundBy

        package init(
            id: String, type: QuotationType, content: [Span], text: String, cue: Cue? = nil, source: Mention? = nil,
            speaker: String? = nil, resolvedBy: Resolution? = nil, addressee: Mention? = nil, target: Mention? = nil,
            setting: Mention? = nil, time: Mention? = nil, inside: String? = nil, confidence: Double,
            contentConfidence: Double? = nil,
            sourceConfidence: Double? = nil, speakerConfidence: Double? = nil,
            speakerCandidates: [SpeakerCandidate]? = nil, foundBy: FoundBy
        ) {
            self.id = id
            self.type = type
            self.content = content
            self.text = text
            self.cue = cue
            self.source = source
            self.speaker = speaker
            self.resolvedBy = resolvedBy
            self.addressee = addressee
            self.target = target
            self.setting = setting
            self.time = time
            self.inside = inside
            self.confidence = confidence
            self.contentConfidence = contentConfidence
            self.sourceConfidence = sourceConfidence
            self.speakerConfidence = speakerConfidence
            self.speakerCandidates = speakerCandidates
            self.foundBy = foundBy
        }

        enum CodingKeys: String, CodingKey {
            case id, type, content, text, cue, source, speaker
            case resolvedBy = "resolved_by"
            case addressee, target, setting, time, inside, confidence
            case contentConfidence = "content_confidence"
            case sourceConfidence = "source_confidence"
            case speakerConfidence = "speaker_confidence"
            case speakerCandidates = "speaker_candidates"
            case foundBy = "found_by"
        }
    }

    /// Somebody whom a source may mean.
    package struct SpeakerCandidate: Sendable, Equatable, Decodable {
        /// The id in the record's list; nil for one who says nothing else in the article.
        package var speaker: String?
        package var name: String?
        /// How likely it is he, she or it, from 0 to 1.
        package var confidence: Double

        package init(speaker: String?, name: String?, confidence: Double) {
            self.speaker = speaker
            self.name = name
            self.confidence = confidence
        }
    }

    /// How much of the content stands inside quotation marks: all, some or none of it.
    package enum QuotationType: String, Sendable, CaseIterable, Decodable { case direct, mixed, indirect }

    /// Words of the text.
    package struct Mention: Sendable, Equatable, Decodable {
        package var spans: [Span]
        package var text: String

        package init(spans: [Span], text: String) {
            self.spans = spans
            self.text = text
        }
    }

    /// The words that attribute the content to its source.
    package struct Cue: Sendable, Equatable, Decodable {
        package var spans: [Span]
        package var text: String
        /// "say", "point out", "according to"; nil where the words are in no rule.
        package var lemma: String?
        package var verbClass: VerbClass?
        package var stance: Stance?
        /// True where it is denied that the words were said: "has not said".
        package var negated: Bool
        /// What makes it uncertain that they were said: "reportedly", "may have".
        package var hedged: Mention?
        /// True where they were said more than once: "has repeatedly said".
        package var repeated: Bool
        /// Nil where the cue has none: "saying", "according to".
        package var tense: Tense?

        package init(
            spans: [Span], text: String, lemma: String? = nil, verbClass: VerbClass? = nil, stance: Stance? = nil,
            negated: Bool = false, hedged: Mention? = nil, repeated: Bool = false, tense: Tense? = nil
        ) {
            self.spans = spans
            self.text = text
            self.lemma = lemma
            self.verbClass = verbClass
            self.stance = stance
            self.negated = negated
            self.hedged = hedged
            self.repeated = repeated
            self.tense = tense
        }

        enum CodingKeys: String, CodingKey {
            case spans, text, lemma
            case verbClass = "class"
            case stance, negated, hedged, repeated, tense
        }
    }

    package enum Tense: String, Sendable, CaseIterable, Decodable { case past, present, future, conditional }

    /// Which engine found the quotation and, for a rule, its name.
    package struct FoundBy: Sendable, Equatable, Decodable {
        package var engine: Engine
        package var rule: String?

        package init(engine: Engine, rule: String? = nil) {
            self.engine = engine
            self.rule = rule
        }
    }
}
