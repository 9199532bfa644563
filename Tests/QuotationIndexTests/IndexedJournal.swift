import Foundation
import Journal
import Logging
import Newswire
import QuotationIndex
import Records
import Rulebook
import SystemPackage
import TestSupport

/// A folder with a journal and its index.
struct IndexedJournal: Sendable {
    private let folder: ScratchFolder
    var path: FilePath { folder.path }

    init() throws { folder = try ScratchFolder() }

    var journal: FilePath { path.appending("quoted.jsonl") }
    var index: FilePath { path.appending("quoted.jsonl.index") }

    func url(_ name: String) -> URL { folder.url(name) }

    func append(_ records: Record..., to name: String = "quoted.jsonl") throws {
        try append(bytes: records.flatMap(RecordEncoder().encode), to: name)
    }

    func append(bytes: [UInt8], to name: String = "quoted.jsonl") throws {
        let before = (try? Data(contentsOf: url(name))) ?? Data()
        try (before + bytes).write(to: url(name))
    }

    func rename(_ old: String, to new: String) throws { try FileManager.default.moveItem(at: url(old), to: url(new)) }

    func indexer(synced: @escaping @Sendable () -> Indexer.SyncedEnd? = { nil }) -> Indexer {
        Indexer(
            index: index, journal: journal, logger: .silent, synced: synced)
    }

    /// As somebody sees it who has nothing but the files.
    func progress() async throws -> IndexProgress { try await Search(index: index).progress(of: journal) }

    /// The texts that are found, newest first.
    func find(
        _ words: String = "", speaker: String = "", verb: VerbClass? = nil, since: Timestamp? = nil,
        minConfidence: Double = 0, limit: Int = 50
    ) async throws -> [String] {
        try await found(
            words, speaker: speaker, verb: verb, since: since, minConfidence: minConfidence, limit: limit
        ).map(\.text)
    }

    func found(
        _ words: String = "", speaker: String = "", verb: VerbClass? = nil, since: Timestamp? = nil,
        minConfidence: Double = 0, limit: Int = 50
    ) async throws -> [Found] {
        try await Search(index: index).find(
            Query(
                words: words, speaker: speaker, verb: verb, since: since, minConfidence: minConfidence, limit: limit))
    }
}

/// The name for files that import GRDB, which has a record of its own.
typealias JournalRecord = Record

/// Records for tests. The texts were written for them.
enum Lines {
    static let morning = Timestamp(milliseconds: 1_795_395_600_000)

    /// - Parameters:
    ///   - number: What the record is known by; and the seconds after `morning` at which it was annotated.
    ///   - said: Who said what, by which class of verb.
    static func record(
        _ number: Int, title: String? = nil, published: String? = nil, item: String? = nil, version: String? = nil,
        publisher: String? = nil, supersedes: Fingerprint? = nil, kind: Record.Kind = .article,
        after seconds: Int? = nil,
        _ said: (speaker: String, verb: VerbClass, text: String)...
    ) -> Record {
        var metadata = Metadata()
        metadata.title = title
        metadata.published = published
        metadata.item = item
        metadata.version = version
        metadata.publisher = publisher
        var record = Record(
            id: id(number), kind: kind,
            file: .init(
                path: "wire/\(number).txt", format: "text", encoding: "utf-8", bytes: 1, sha256: id(-number), item: 1),
            article: .init(metadata), text: nil,
            producer: .init(version: "0.1.0", engine: .rules, rules: "sha256:" + id(7).hex),
            annotatedAt: Timestamp(milliseconds: morning.milliseconds + Int64(seconds ?? number) * 1000))
        record.article.supersedes = supersedes
        record.quotations = said.enumerated().map { place, said in
            quotation(place + 1, said.speaker, said.verb, said.text)
        }
        record.speakers = said.enumerated().map { place, said in
            .init(id: "s\(place + 1)", kind: .person, name: said.speaker, role: "mayor", mentions: [], quotations: 1)
        }
        return record
    }

    private static func quotation(_ number: Int, _ name: String, _ verb: VerbClass, _ text: String) -> Record.Quotation
    {
        .init(
            id: "q\(number)", type: .direct, content: [Span(0, 1)], text: text,
            cue: .init(spans: [Span(2, 3)], text: "said", lemma: "say", verbClass: verb, stance: .neutral),
            source: .init(spans: [Span(4, 5)], text: "she"), speaker: "s\(number)", confidence: 0.9,
            foundBy: .init(engine: .rules, rule: "test"))
    }

    static func id(_ number: Int) -> Fingerprint {
        Fingerprint(bytes: (0..<32).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0 &* 7) })!
    }
}
