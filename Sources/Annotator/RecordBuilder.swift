import Attribution
import LanguageKit
import Newswire
import Records
import Rulebook
import Text

/// Puts what was found into the record's shape.
struct RecordBuilder {
    let article: Article
    let document: Document
    let language: ArticleLanguage
    let attributions: Attributions
    /// Of the article's text, which the document's is not where that was mended.
    private let scalars: [Unicode.Scalar]

    init(article: Article, document: Document, language: ArticleLanguage, attributions: Attributions) {
        self.article = article
        self.document = document
        self.language = language
        self.attributions = attributions
        scalars = document.origins == nil ? document.scalars : Array(article.text.unicodeScalars)
    }

    /// - Parameter checkpoint: Called once a quotation; what it throws ends the work.
    func record<Interruption: Error>(
        of reading: Reading, file: FileFacts, producer: Record.Producer, at time: Timestamp,
        checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> Record {
        var info = Record.ArticleInfo(article.metadata)
        info.title = info.title ?? document.headline.map(document.text)
        info.language = language.tag
        var quotations: [Record.Quotation] = []
        quotations.reserveCapacity(attributions.quotations.count)
        for i in attributions.quotations.indices {
            try checkpoint()
            quotations.append(quotation(i))
        }
        return Record(
            id: ArticleIdentity.fingerprint(of: article),
            file: Record.File(
                path: file.path, format: reading.format, encoding: reading.encoding, bytes: file.bytes,
                sha256: file.sha256, item: article.item),
            article: info, text: article.text,
            quotations: quotations,
            speakers: attributions.speakers.indices.map(speaker),
            setAside: document.setAside.map { Record.SetAside(span: document.origin(of: $0.span), reason: $0.reason) },
            warnings: article.warnings + [language.warning].compactMap(\.self), producer: producer, annotatedAt: time)
    }

    // MARK: Quotations

    private func quotation(_ i: Int) -> Record.Quotation {
        let found = attributions.quotations[i]
        return Record.Quotation(
            id: "q\(i + 1)", type: type(found.kind), content: spans(found.content), text: text(found.content),
            cue: found.cue.map(cue), source: mention(found.source), speaker: found.speaker.map(speakerID),
            resolvedBy: found.resolvedBy.flatMap { Record.Resolution(rawValue: $0.rawValue) },
            addressee: found.addressee.flatMap { mention([$0]) }, target: found.target.flatMap { mention([$0]) },
            setting: found.setting.flatMap { mention([$0]) }, time: found.time.flatMap { mention([$0]) },
            inside: found.inside.map { "q\($0 + 1)" }, confidence: found.confidence.whole,
            contentConfidence: found.confidence.content, sourceConfidence: found.confidence.source,
            speakerConfidence: found.speakerConfidence, speakerCandidates: found.alternatives.map(candidate),
            foundBy: Record.FoundBy(engine: found.construction == nil ? .model : .rules, rule: found.construction?.name)
        )
    }

    private func candidate(_ other: Alternative) -> Record.SpeakerCandidate {
        Record.SpeakerCandidate(speaker: other.speaker.map(speakerID), name: other.name, confidence: other.confidence)
    }

    private func type(_ kind: Quotation.Kind) -> Record.QuotationType {
        switch kind {
        case .direct: .direct
        case .mixed: .mixed
        case .indirect: .indirect
        }
    }

    private func cue(_ cue: Cue) -> Record.Cue {
        Record.Cue(
            spans: spans(cue.spans), text: text(cue.spans), lemma: cue.lemma, verbClass: cue.verbClass,
            stance: cue.stance,
            negated: cue.negated, hedged: cue.hedged.flatMap { mention([$0]) }, repeated: cue.repeated,
            tense: cue.tense.flatMap { Record.Tense(rawValue: $0.rawValue) })
    }

    private func mention(_ spans: [Span]) -> Record.Mention? {
        spans.isEmpty ? nil : Record.Mention(spans: self.spans(spans), text: text(spans))
    }

    /// Of the document's spans, those of the article's text.
    private func spans(_ spans: [Span]) -> [Span] { document.origins == nil ? spans : spans.map(document.origin) }

    private func text(_ spans: [Span]) -> String {
        self.spans(spans).map { scalars[$0.start..<$0.end].string }.joined(separator: " ")
    }

    // MARK: Speakers

    private func speakerID(_ i: Int) -> String { "s\(i + 1)" }

    private func speaker(_ i: Int) -> Record.Speaker {
        let speaker = attributions.speakers[i]
        return Record.Speaker(
            id: speakerID(i), kind: kind(speaker.kind), name: speaker.name ?? byline(speaker), role: speaker.role,
            gender: speaker.gender.flatMap { Record.SpeakerGender(rawValue: $0.gender.rawValue) },
            genderBy: speaker.gender.flatMap { Record.GenderSource(rawValue: $0.source.rawValue) },
            members: speaker.members.map(speakerID),
            link: speaker.link.map { Record.Link(id: $0.id, candidates: $0.candidates) },
            mentions: spans(speaker.mentions),
            quotations: speaker.quotations)
    }

    /// Who says "I" outside of quotation marks, where one person wrote the article.
    private func byline(_ speaker: Speaker) -> String? {
        let names = article.metadata.byline
        return speaker.kind == .author && names.count == 1 ? names[0] : nil
    }

    private func kind(_ kind: Speaker.Kind) -> Record.SpeakerKind {
        switch kind {
        case .person: .person
        case .group: .group
        case .organization: .organization
        case .unnamed: .unnamed
        case .document: .document
        case .author: .author
        }
    }
}
