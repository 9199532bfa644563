import Foundation
import Journal
import Logging
import Records
import SystemPackage
import TestSupport
import Testing

/// A folder with a journal and its ledger.
struct JournalFolder: Sendable {
    private let folder: ScratchFolder
    var path: FilePath { folder.path }

    init() throws { folder = try ScratchFolder() }

    var journal: FilePath { path.appending("quoted.jsonl") }
    var configuration: Journal.Configuration { .init(path: journal, ledger: path.appending("ledger.sqlite")) }

    func file(_ name: String) -> String { path.appending(name).string }

    /// Names of the directory's files, the ledger's and the lock left out.
    func names() throws -> [String] {
        try folder.names().filter { !$0.hasPrefix("ledger.sqlite") && !$0.hasSuffix(".lock") }
    }

    func bytes(_ name: String = "quoted.jsonl") throws -> Data {
        try folder.bytes(name)
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String = "quoted.jsonl") throws {
        try folder.write(bytes, to: name)
    }

    /// The records of one file, every line decoded in full: a torn line fails the test.
    func records(_ name: String = "quoted.jsonl") throws -> [Record] {
        let data = try bytes(name)
        #expect(data.isEmpty || data.last == UInt8(ascii: "\n"), "\(name) ends within a line")
        return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Record.self, from: $0) }
    }

    /// Moves what the ledger consists of out of the way.
    func removeLedger() throws {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: configuration.ledger.string + suffix)
        }
    }
}

/// Opens the journal, runs it while the body works, and shuts it down.
func withJournal<Value: Sendable>(
    _ configuration: Journal.Configuration, _ body: @escaping @Sendable (Journal) async throws -> Value
) async throws -> Value {
    let journal = try await Journal.open(configuration, logger: .silent)
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await journal.run() }
        let value = try await body(journal)
        group.cancelAll()
        return value
    }
}

func entry(
    _ seeds: Int..., file: Int? = nil, text: String = "Nobody saw it, Lind said.", repeats: RepeatPolicy = .drop,
    arrival: Int64 = 0
) -> Entry {
    let encoder = RecordEncoder()
    let file = file ?? seeds[0]
    return Entry(
        file: SampleRecords.fingerprint(-file), path: "in/\(file).txt",
        arrival: ArrivalID(device: 1, inode: 2, modified: arrival),
        lines: seeds.map { seed in
            let record = SampleRecords.record(seed, text: text, path: "in/\(file).txt")
            return .init(id: record.id, bytes: encoder.encode(record))
        }, repeats: repeats)
}

func ids(_ seeds: some Sequence<Int>) -> [Fingerprint] { seeds.map(SampleRecords.fingerprint) }

func expect(
    _ journal: Journal, _ entry: Entry, isRepeat: Bool, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let outcome = try await journal.commit(entry)
    #expect(outcome.isRepeat == isRepeat, sourceLocation: sourceLocation)
}
