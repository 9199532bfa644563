package import Attribution
import Hashing
package import LanguageKit
import ModelSpotting
package import Newswire
package import Records
package import Rulebook
import Text

/// The whole way from an article to its line: language, attribution, record, JSON.
///
/// Immutable, so that one serves all workers; a reload of the rules makes a new one around the same engine. Equal
/// articles, rules, models and versions give equal lines, but for `annotated_at`.
package struct Annotator: Sendable {
    /// Of the language that texts are taken for which tell none.
    private let main: LanguageReader
    private let others: [LanguageReader]
    private let recogniser: LanguageRecogniser
    private let encoder: RecordEncoder
    private let newsWords: NewsWords
    private let floor: ConfidenceFloor

    /// - Parameters:
    ///   - engine: A model reads only articles in its language; the rules read the others.
    ///   - floor: How sure quotations and speakers must be to be told.
    ///   - language: How it is settled which language an article is in. One without rules is not looked through.
    package init(
        rulebooks: Rulebooks, engine: Engine = .rules, version: String, omitText: Bool = false,
        floor: ConfidenceFloor = ConfidenceFloor(), language: LanguageChoice = .recognise
    ) {
        let models = engine.model?.language ?? rulebooks.main.language
        func reader(_ rulebook: Rulebook) -> LanguageReader {
            LanguageReader(
                rulebook: rulebook, engine: rulebook.language == models ? engine : .rules, version: version,
                floor: floor)
        }
        main = reader(rulebooks.main)
        others = rulebooks.others.map(reader)
        recogniser = LanguageRecogniser(language, packs: rulebooks.all.map(\.language))
        encoder = RecordEncoder(omitText: omitText)
        newsWords = NewsWords(rulebooks)
        self.floor = floor
    }

    /// The articles in a file's bytes, read by the words of all languages, since theirs is not known yet.
    ///
    /// - Parameters: As `Newswire.read` has them.
    package func read(bytes: [UInt8], json: JSONMapping = .usual) throws(NewswireError) -> Reading {
        try Newswire.read(bytes: bytes, words: newsWords, json: json)
    }

    /// For an article in a language that has none, it is the main one, which then only cuts it into paragraphs.
    private func reader(of language: ArticleLanguage) -> LanguageReader {
        others.first { $0.language == language.pack } ?? main
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

    /// The record of a text, as of a file of plain text, whatever the text looks like.
    package func record(ofText text: String, path: String) -> Record {
        let bytes = Array(text.utf8)
        guard let sha256 = Fingerprint(bytes: SHA256.hash(bytes)) else { preconditionFailure("SHA-256 gives 32 bytes") }
        let article = Article(plain: text, newsWords)
        let reading = Reading(format: PlainTextReader().format, encoding: "utf-8", articles: [article])
        let file = FileFacts(path: path, bytes: bytes.count, sha256: sha256)
        return annotate(article, of: reading, file: file, observe: { _, _ in }) { () throws(Never) in }.record
    }

    /// Who each mention of an article is, for measuring.
    package func speakers(of mentions: [Span], in article: Article) -> [Speaker?] {
        let reader = reader(of: recogniser.language(of: article))
        return reader.attributor.speakers(of: mentions, in: reader.segmenter.document(of: article))
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
        let reader = reader(of: language)
        let document = try reader.segmenter.document(of: article, checkpoint: checkpoint)
        observe(.language, watch.lap())
        try checkpoint()
        let attributions =
            language.pack == nil
            ? .none
            : try reader.attributor.attributions(
                in: document, published: article.metadata.daysOfPublication, checkpoint: checkpoint)
        observe(.attribution, watch.lap())
        try checkpoint()
        let record = try RecordBuilder(
            article: article, document: document, language: language, attributions: attributions
        ).record(of: reading, file: file, producer: reader.producer, at: time, checkpoint: checkpoint)
            .keeping(floor)
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
        let (encoder, producer) = (encoder, main.producer)
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

/// What reads the articles of one language.
private struct LanguageReader: Sendable {
    let language: String
    let segmenter: Segmenter
    let attributor: Attributor
    let producer: Record.Producer

    init(rulebook: Rulebook, engine: Engine, version: String, floor: ConfidenceFloor) {
        language = rulebook.language
        segmenter = Segmenter(rulebook: rulebook)
        attributor = Attributor(rulebook: rulebook, engine: engine)
        producer = Record.Producer(
            rulebook: rulebook, engine: engine, version: version, floor: floor)
    }
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
