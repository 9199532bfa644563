import Newswire
import Rulebook

extension JSONWriter {
    mutating func quotation(_ quotation: Record.Quotation) {
        object {
            $0.field("id", quotation.id)
            $0.field("type", quotation.type.rawValue)
            $0.field("content", each: quotation.content) { $0.span($1) }
            $0.field("text", quotation.text)
            $0.field("cue", quotation.cue) { $0.cue($1) }
            $0.field("source", quotation.source)
            $0.field("speaker", quotation.speaker)
            $0.field("resolved_by", quotation.resolvedBy?.rawValue)
            $0.field("addressee", quotation.addressee)
            $0.field("target", quotation.target)
            $0.field("setting", quotation.setting)
            $0.field("time", quotation.time)
            $0.field("inside", quotation.inside)
            $0.key("confidence")
            $0.fraction(quotation.confidence)
            $0.key("content_confidence")
            $0.fraction(quotation.contentConfidence ?? quotation.confidence)
            $0.key("source_confidence")
            $0.fraction(quotation.sourceConfidence ?? quotation.confidence)
            $0.key("speaker_confidence")
            $0.fraction(quotation.speakerConfidence)
            $0.field("speaker_candidates", each: quotation.speakerCandidates ?? []) { $0.candidate($1) }
            $0.field("found_by", quotation.foundBy) { $0.foundBy($1) }
        }
    }

    private mutating func candidate(_ candidate: Record.SpeakerCandidate) {
        object {
            $0.field("speaker", candidate.speaker)
            $0.field("name", candidate.name)
            $0.key("confidence")
            $0.fraction(candidate.confidence)
        }
    }

    private mutating func cue(_ cue: Record.Cue) {
        object {
            $0.field("spans", each: cue.spans) { $0.span($1) }
            $0.field("text", cue.text)
            $0.field("lemma", cue.lemma)
            $0.field("class", cue.verbClass?.rawValue)
            $0.field("stance", cue.stance?.rawValue)
            $0.field("negated", cue.negated)
            $0.field("hedged", cue.hedged)
            $0.field("repeated", cue.repeated)
            $0.field("tense", cue.tense?.rawValue)
        }
    }

    private mutating func foundBy(_ foundBy: Record.FoundBy) {
        object {
            $0.field("engine", foundBy.engine.rawValue)
            $0.field("rule", foundBy.rule)
        }
    }

    mutating func speaker(_ speaker: Record.Speaker) {
        object {
            $0.field("id", speaker.id)
            $0.field("kind", speaker.kind.rawValue)
            $0.field("name", speaker.name)
            $0.field("role", speaker.role)
            $0.field("gender", speaker.gender?.rawValue)
            $0.field("gender_by", speaker.genderBy?.rawValue)
            $0.field("members", each: speaker.members) { $0.string($1) }
            $0.field("link", speaker.link) { $0.link($1) }
            $0.field("mentions", each: speaker.mentions) { $0.span($1) }
            $0.field("quotations", speaker.quotations)
        }
    }

    private mutating func link(_ link: Record.Link) {
        object {
            $0.field("id", link.id)
            $0.field("candidates", each: link.candidates) { $0.string($1) }
        }
    }
}

// MARK: Fields

extension JSONWriter {
    mutating func field(_ name: StaticString, _ value: String) {
        key(name)
        string(value)
    }

    mutating func field(_ name: StaticString, _ value: String?) {
        field(name, value) { $0.string($1) }
    }

    mutating func field(_ name: StaticString, _ value: Int) {
        key(name)
        number(value)
    }

    mutating func field(_ name: StaticString, _ value: Bool) {
        key(name)
        bool(value)
    }

    mutating func field(_ name: StaticString, _ value: Record.Mention?) {
        field(name, value) { $0.mention($1) }
    }

    mutating func field<Value>(_ name: StaticString, _ value: Value?, _ write: (inout JSONWriter, Value) -> Void) {
        key(name)
        if let value { write(&self, value) } else { null() }
    }

    mutating func field<Value>(_ name: StaticString, each values: [Value], _ write: (inout JSONWriter, Value) -> Void) {
        key(name)
        array(values, write)
    }

    mutating func span(_ span: Span) {
        object { $0.bounds(of: span) }
    }

    mutating func bounds(of span: Span) {
        field("start", span.start)
        field("end", span.end)
    }

    private mutating func mention(_ mention: Record.Mention) {
        object {
            $0.field("spans", each: mention.spans) { $0.span($1) }
            $0.field("text", mention.text)
        }
    }
}
