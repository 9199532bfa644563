import Annotator
import Attribution
import Foundation
import Journal
import Logging
import Newswire
import Records
import Rulebook
import SystemPackage

/// Commits a second: line written and synced, ledger committed. One writer alone, and several that share a sync.
struct JournalBenchmark {
    let entries: [Entry]
    private static let writers = [1, 4, 16, 64]

    init(corpus: Corpus, rules: FilePath) throws {
        let annotator = Annotator(
            rulebooks: try RulebookLoader.load(RuleFolders(shipped: rules, languages: LanguagePacks.rules)),
            version: "bench")
        entries = try corpus.files.enumerated().map { number, file in
            let reading = try annotator.read(bytes: file.bytes)
            let lines = annotator.annotate(reading, file: file.facts).map { RecordLine(id: $0.id, bytes: $0.line) }
            return Entry(
                file: file.facts.sha256, path: file.facts.path,
                arrival: ArrivalID(device: 1, inode: UInt64(number), modified: 0), lines: lines)
        }
    }

    func run(rounds: Int) async throws {
        let line = entries[0].lines[0].bytes
        print("journal, commits a second (line and ledger synced), \(entries.count) commits a round")
        for writers in Self.writers {
            var rates: [Double] = []
            for _ in 0...rounds { rates.append(try await round(writers: writers)) }
            row("\(writers) at a time", Spread(Array(rates.dropFirst())).description)
        }
        let syncs = try (0...rounds).map { _ in try Self.appendsAndSyncs(of: line) }
        row("appends with fsync, no journal", Spread(Array(syncs.dropFirst())).description)
    }

    /// - Returns: Commits a second of a new journal and ledger.
    private func round(writers: Int) async throws -> Double {
        let folder = try Scratch()
        defer { folder.remove() }
        let journal = try await Journal.open(
            Journal.Configuration(
                path: folder.path.appending("quoted.jsonl"), ledger: folder.path.appending("ledger.sqlite")),
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
        let service = Task { try await journal.run() }
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask { [entries] in
                    for place in stride(from: writer, to: entries.count, by: writers) {
                        _ = try await journal.commit(entries[place])
                    }
                }
            }
            try await group.waitForAll()
        }
        let seconds = (ContinuousClock.now - start).seconds
        service.cancel()
        try await service.value
        return Double(entries.count) / seconds
    }

    /// - Returns: What the disk alone allows: appends of one line a second, each with its own fsync.
    private static func appendsAndSyncs(of line: [UInt8], count: Int = 200) throws -> Double {
        let folder = try Scratch()
        defer { folder.remove() }
        let file = try FileDescriptor.open(
            folder.path.appending("plain"), .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
        defer { try? file.close() }
        let start = ContinuousClock.now
        for _ in 0..<count {
            try file.writeAll(line)
            guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
        }
        return Double(count) / (ContinuousClock.now - start).seconds
    }
}

/// A folder that is removed again.
struct Scratch {
    let path: FilePath

    init() throws {
        // On the disk that the project is on: a temporary folder may be in memory, where a sync costs nothing.
        let folder = URL(filePath: ".build-bench/\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = FilePath(folder.path)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path.string) }
}
