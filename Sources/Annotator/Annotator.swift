package import Attribution
package import LanguageKit
package import Newswire
package import Records
package import Rulebook
import Text

/// The whole way from an article to its line: language, attribution, record, JSON.
///
/// Immutable, so that one serves all workers; a reload of the rules makes a new one around the same engine. Equal
/// articles, rules, models and versions give equal lines, but for `annotated_at`.
package struct Annotator: Sendable {
    private let segmenter: Segmenter
    private let attributor: Attributor
    private let recogniser: LanguageRecogniser
    private let producer: Record.Producer
    private let encoder: RecordEncoder

    /// - Parameter language: How it is settled which articles are English, and others are not annotated.
    package init(
        rulebook: Rulebook, engine: Engine = .rules, version: String, omitText: Bool = false,
        language: LanguageChoice = .recognise
    ) {
        segmenter = Segmenter(rulebook: rulebook)
        attributor = Attributor(rulebook: rulebook, engine: engine)
        recogniser = LanguageRecogniser(language)
        producer = Record.Producer(rulebook: rulebook, engine: engine, version: version)
        encoder = RecordEncoder(omitText: omitText)
    }

    /// One annotation for each article of the file, in their order.
    ///
    /// - Parameter observe: Called after each stage with its name and duration.
    package func annotate(
        _ reading: Reading, file: FileFacts, at time: Timestamp = .now, observe: (Stage, Duration) -> Void = { _, _ in }
    ) -> [Annotation] {
        reading.articles.map {
            annotate($0, of: reading, file: file, at: time, observe: observe) { () throws(Never) in }
        }
    }

    /// What is found in one article, without a record around it.
    package func attributions(in article: Article) -> Attributions {
        attributor.attributions(in: segmenter.document(of: article))
    }

    /// Who each mention of an article is, for measuring.
    package func speakers(of mentions: [Span], in article: Article) -> [Speaker?] {
        attributor.speakers(of: mentions, in: segmenter.document(of: article))
    }

    /// One article of a file.
    ///
    /// - Parameters:
    ///   - observe: Called after each stage with its name and duration.
    ///   - checkpoint: Called again and again, often enough to keep a deadline by; what it throws ends the work.
    package func annotate<Interruption: Error>(
        _ article: Article, of reading: Reading, file: FileFacts, at time: Timestamp = .now,
        observe: (Stage, Duration) -> Void, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> Annotation {
        var watch = StageWatch()
        let language = recogniser.language(of: article)
        let document = try segmenter.document(of: article, checkpoint: checkpoint)
        observe(.language, watch.lap())
        try checkpoint()
        let attributions =
            language.isEnglish ? try attributor.attributions(in: document, checkpoint: checkpoint) : .none
        observe(.attribution, watch.lap())
        try checkpoint()
        let record = try RecordBuilder(
            article: article, document: document, language: language, attributions: attributions
        ).record(of: reading, file: file, producer: producer, at: time, checkpoint: checkpoint)
        try checkpoint()
        let line = encoder.line(record)
        observe(.encoding, watch.lap())
        return Annotation(
            entry: line, item: article.item, record: record, pieces: attributions.pieces)
    }

    /// For each item of the file that its provider took back and that has an identifier, the line to be written where an
    /// earlier version of it is in the journal.
    ///
    /// - Parameter time: Of a withdrawal's place in the file.
    package func withdrawals(
        in reading: Reading, file: FileFacts, at time: (Int) -> Timestamp
    ) -> [(item: Int, line: RecordLine)] {
        reading.skipped.compactMap { skipped in
            let info = (skipped.withdrawal?.metadata).map { Record.ArticleInfo($0) }
            guard let info, let version = ItemVersion(info) else { return nil }
            let line = withdrawal(
                info, version, item: skipped.item, of: reading, file: file, at: time(skipped.item))
            return (skipped.item, line)
        }
    }

    private func withdrawal(
        _ info: Record.ArticleInfo, _ version: ItemVersion, item: Int, of reading: Reading, file: FileFacts,
        at time: Timestamp
    ) -> RecordLine {
        let (format, encoding) = (reading.format, reading.encoding)
        let (encoder, producer) = (encoder, producer)
        let id = ArticleIdentity.fingerprint(ofWithdrawal: info, of: nil)
        return RecordLine(withdrawing: version, id: id) { withdrawn in
            let record = Record(
                id: ArticleIdentity.fingerprint(ofWithdrawal: info, of: withdrawn), kind: .withdrawal(of: withdrawn),
                file: Record.File(
                    path: file.path, format: format, encoding: encoding, bytes: file.bytes, sha256: file.sha256,
                    item: item),
                article: info, text: nil, producer: producer, annotatedAt: time)
            return RecordLine(id: record.id, bytes: encoder.encode(record))
        }
    }
}

/// An article's line, ready to be journalled.
package struct Annotation: Sendable {
    /// What the journal is given.
    package var entry: RecordLine
    /// 1-based place in its file.
    package var item: Int
    /// What the line says.
    package var record: Record
    /// The word pieces that a model read; 0 where none did.
    package var pieces: Int

    /// Equal for equal articles, whatever file brought them.
    package var id: Fingerprint { entry.id }
    /// JSON and a newline.
    package var line: [UInt8] { entry.bytes }
    package var quotations: Int { record.quotations.count }
}

/// The stages of annotation that are timed.
package enum Stage: String, Sendable, CaseIterable { case language, attribution, encoding }

private struct StageWatch {
    private var last = ContinuousClock.now

    mutating func lap() -> Duration {
        let now = ContinuousClock.now
        defer { last = now }
        return now - last
    }
}
