package import Attribution
package import Journal
internal import Language
package import Newswire
package import Rulebook

/// The whole way from an article to its line: language, attribution, record, JSON.
///
/// Immutable, so that one serves all workers; a reload of the rules makes a new one around the same engine. Equal
/// articles, rules, models and versions give equal lines, but for `annotated_at`.
package struct Annotator: Sendable {
    private let segmenter: Segmenter
    private let attributor: Attributor
    private let producer: Record.Producer
    private let encoder: RecordEncoder

    package init(rulebook: Rulebook, engine: Engine = .rules, version: String, omitText: Bool = false) {
        segmenter = Segmenter(rulebook: rulebook)
        attributor = Attributor(rulebook: rulebook, engine: engine)
        producer = Record.Producer(rulebook: rulebook, engine: engine, version: version)
        encoder = RecordEncoder(omitText: omitText)
    }

    /// One annotation for each article of the file, in their order.
    ///
    /// - Parameter observe: Called after each stage with its name and duration.
    package func annotate(
        _ reading: Reading, file: FileFacts, at time: Timestamp = .now, observe: (Stage, Duration) -> Void = { _, _ in }
    ) -> [Annotation] {
        reading.articles.map { annotate($0, of: reading, file: file, at: time, observe: observe) }
    }

    /// What is found in one article, without a record around it.
    package func attributions(in article: Article) -> Attributions {
        attributor.attributions(in: segmenter.document(of: article))
    }

    /// Who each mention of an article is, for measuring.
    package func speakers(of mentions: [Span], in article: Article) -> [Speaker?] {
        attributor.speakers(of: mentions, in: segmenter.document(of: article))
    }

    private func annotate(
        _ article: Article, of reading: Reading, file: FileFacts, at time: Timestamp, observe: (Stage, Duration) -> Void
    ) -> Annotation {
        var watch = StageWatch()
        let document = segmenter.document(of: article)
        observe(.language, watch.lap())
        let attributions = attributor.attributions(in: document)
        observe(.attribution, watch.lap())
        let record = RecordBuilder(article: article, document: document, attributions: attributions)
            .record(of: reading, file: file, producer: producer, at: time)
        let line = encoder.encode(record)
        observe(.encoding, watch.lap())
        return Annotation(
            id: record.id, line: line, record: record, pieces: attributions.pieces)
    }
}

/// An article's line, ready to be journalled.
package struct Annotation: Sendable {
    /// Equal for equal articles, whatever file brought them.
    package var id: Fingerprint
    /// JSON and a newline.
    package var line: [UInt8]
    /// What the line says.
    package var record: Record
    /// The word pieces that a model read; 0 where none did.
    package var pieces: Int

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
