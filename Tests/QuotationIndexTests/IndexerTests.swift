import Foundation
import GRDB
import Journal
import Logging
import Records
import Rulebook
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import QuotationIndex

@Suite struct IndexerTests {
    private let folder: IndexedJournal

    init() throws { folder = try IndexedJournal() }

    @Test func takesUpWhereItLeftOff() async throws {
        try folder.append(Lines.record(1, ("A", .say, "one")))
        let indexer = folder.indexer()
        try await indexer.catchUp()
        try folder.append(Lines.record(2, ("A", .say, "two")), Lines.record(3, ("A", .say, "three")))
        try await indexer.catchUp()
        #expect(try await folder.find() == ["three", "two", "one"])
        try folder.append(Lines.record(4, ("A", .say, "four")))
        try await folder.indexer().catchUp()
        #expect(try await folder.find() == ["four", "three", "two", "one"])
    }

    @Test func takesALineOnceItIsWhole() async throws {
        let line = RecordEncoder().encode(Lines.record(1, ("A", .say, "one")))
        let indexer = folder.indexer()
        try folder.append(bytes: Array(line.prefix(line.count / 2)))
        try await indexer.catchUp()
        try folder.append(bytes: Array(line.dropFirst(line.count / 2)))
        try await indexer.catchUp()
        #expect(try await folder.find() == ["one"])
    }

    @Test func readsNoFurtherThanIsSynced() async throws {
        try folder.append(Lines.record(1, ("A", .say, "one")))
        let one = Int64(try Data(contentsOf: folder.url("quoted.jsonl")).count)
        try folder.append(Lines.record(2, ("A", .say, "two")))
        let inode = try #require(JournalArchive(journal: folder.journal).current?.inode)
        try await folder.indexer { Indexer.SyncedEnd(inode: inode, end: one) }.catchUp()
        #expect(try await folder.find() == ["one"])
        try await folder.indexer { Indexer.SyncedEnd(inode: inode, end: .max) }.catchUp()
        #expect(try await folder.find() == ["two", "one"])
    }

    @Test func followsRotation() async throws {
        let indexer = folder.indexer()
        try folder.append(Lines.record(1, ("A", .say, "one")))
        try await indexer.catchUp()
        try folder.append(Lines.record(2, ("A", .say, "two")))
        try folder.rename("quoted.jsonl", to: "quoted.jsonl.1")
        try folder.append(Lines.record(3, ("A", .say, "three")))
        try await indexer.catchUp()
        #expect(try await folder.find() == ["three", "two", "one"])
        try compress("quoted.jsonl.1")
        try folder.rename("quoted.jsonl", to: "quoted.jsonl.2")
        try await indexer.catchUp()
        #expect(try await folder.find() == ["three", "two", "one"])
    }

    @Test func isMadeAgainOfAllJournals() async throws {
        try folder.append(Lines.record(1, ("A", .say, "one")), to: "quoted.jsonl.2")
        try compress("quoted.jsonl.2")
        try folder.append(Lines.record(2, ("A", .say, "two")), to: "quoted.jsonl.1")
        try folder.append(bytes: Array("{\"torn\n\n".utf8))
        try folder.append(Lines.record(3, ("A", .say, "three")))
        let indexer = folder.indexer()
        try await indexer.catchUp()
        #expect(try await folder.find() == ["three", "two", "one"])
        try await indexer.rebuild { _, _ in }
        #expect(try await folder.find() == ["three", "two", "one"])
        try FileManager.default.removeItem(at: folder.url("quoted.jsonl.1"))
        try await folder.indexer().rebuild { _, _ in }
        #expect(try await folder.find() == ["three", "one"])
        #expect(try await isWhole())
    }

    @Test func isMadeAgainWhenDamaged() async throws {
        try folder.append(Lines.record(1, ("A", .say, "one")))
        try await folder.indexer().catchUp()
        var bytes = try Data(contentsOf: folder.url("quoted.jsonl.index"))
        for place in 100..<bytes.count { bytes[place] = 0xAA }
        try bytes.write(to: folder.url("quoted.jsonl.index"))
        let indexer = folder.indexer()
        _ = try? await indexer.catchUp()
        try await indexer.catchUp()
        #expect(try await folder.find() == ["one"])
    }

    /// While it is open SQLite does not see that its files are gone.
    @Test(arguments: [["", "-wal", "-shm"], [""], ["-wal"], ["-shm"]])
    func isMadeAgainWhenItIsRemoved(parts: [String]) async throws {
        try folder.append(Lines.record(1, ("A", .say, "one")))
        let indexer = folder.indexer()
        try await indexer.catchUp()
        for part in parts { try FileManager.default.removeItem(at: folder.url("quoted.jsonl.index" + part)) }
        try await indexer.catchUp()
        #expect(try await folder.find() == ["one"])
        try folder.append(Lines.record(2, ("A", .say, "two")))
        try await indexer.catchUp()
        #expect(try await folder.find() == ["two", "one"])
        #expect(indexer.timesMadeAgain == 1 && indexer.problem == nil)
        #expect(try await isWhole())
    }

    @Test func isMadeAgainWhenItIsRemovedThoughNothingComesIn() async throws {
        try folder.append(Lines.record(1, ("A", .say, "one")))
        let indexer = folder.indexer()
        let running = Task { try await indexer.run() }
        try await waitUntil("the quotation is found") { (try? await folder.find()) == ["one"] }
        try FileManager.default.removeItem(at: folder.url("quoted.jsonl.index"))
        try await waitUntil("the quotation is found") { (try? await folder.find()) == ["one"] }
        #expect(indexer.timesMadeAgain == 1)
        running.cancel()
        _ = await running.result
    }

    /// Bytes of a file that lies there.
    private func size(_ name: String) throws -> Int64 { Int64(try Data(contentsOf: folder.url(name)).count) }

    @Test func tellsHowMuchOfTheJournalsItHasRead() async throws {
        try folder.append(Lines.record(1, ("A", .say, "one")), to: "quoted.jsonl.1")
        // More than is taken in at once.
        let more = (2...6_001).map { RecordEncoder().encode(Lines.record($0, ("A", .say, "more"))) }
        try folder.append(bytes: more.flatMap(\.self))
        let old = try size("quoted.jsonl.1")
        let all = try old + size("quoted.jsonl")
        let indexer = folder.indexer()
        #expect(indexer.progress == IndexProgress())
        #expect(try await indexer.catchUp(most: 1))
        let first = indexer.progress
        #expect(first.total == all && first.read == old)
        #expect(try await indexer.catchUp(most: 1))
        let second = indexer.progress
        #expect(second.total == all && second.read > first.read && second.read < all)
        #expect(try await folder.progress() == second, "who reads the index alone knows as much")
        try await indexer.catchUp()
        #expect(indexer.progress == IndexProgress(read: all, total: all))
        #expect(try await folder.progress().missing == 0)
    }

    @Test func knowsAtOnceThatTheJournalHasGrown() async throws {
        try folder.append(Lines.record(1, ("A", .say, "one")))
        let inode = try #require(JournalArchive(journal: folder.journal).current?.inode)
        let first = try size("quoted.jsonl")
        let end = Mutex(first)
        let indexer = folder.indexer { Indexer.SyncedEnd(inode: inode, end: end.withLock { $0 }) }
        #expect(indexer.progress == IndexProgress(read: 0, total: first))
        try await indexer.catchUp()
        #expect(indexer.progress.missing == 0)
        try folder.append(Lines.record(2, ("A", .say, "two")))
        let second = try size("quoted.jsonl")
        end.withLock { $0 = second }
        #expect(indexer.progress == IndexProgress(read: first, total: second))
        try await indexer.catchUp()
        #expect(indexer.progress == IndexProgress(read: second, total: second))
    }

    @Test func leavesOtherDatabasesAlone() async throws {
        let other = try DatabaseQueue(path: folder.index.string)
        try await other.write { try $0.execute(sql: "CREATE TABLE mine (x); INSERT INTO mine VALUES (7)") }
        try other.close()
        try folder.append(Lines.record(1, ("A", .say, "one")))
        let error = await #expect(throws: IndexError.self) { try await folder.indexer().catchUp() }
        #expect(error?.code == .foreign)
        let left = try await DatabaseQueue(path: folder.index.string).read {
            try Int.fetchOne($0, sql: "SELECT x FROM mine")
        }
        #expect(left == 7)
    }

    // MARK: What is gone

    @Test(arguments: [false, true])
    func dropsWhatIsWithdrawn(isReversed: Bool) async throws {
        try await take(
            [
                Lines.record(1, item: "urn:a", ("A", .say, "one")), Lines.record(2, item: "urn:b", ("A", .say, "two")),
                Lines.record(3, ("A", .say, "three")),
                Lines.record(4, item: "urn:b", kind: .withdrawal(of: Lines.id(2))),
                Lines.record(5, kind: .withdrawal(of: Lines.id(3))),
                // What comes out again after it was taken back is there again.
                Lines.record(6, item: "urn:b", ("A", .say, "six")),
                // Others count their items too.
                Lines.record(7, item: "4711", publisher: "Morning", ("A", .say, "seven")),
                Lines.record(8, item: "4711", publisher: "Evening", ("A", .say, "eight")),
                Lines.record(9, item: "4711", publisher: "Evening", kind: .withdrawal(of: Lines.id(8))),
            ], isReversed)
        #expect(try await folder.find() == ["seven", "six", "one"])
        #expect(try await isWhole())
    }

    /// Two workers at once: the later version's line was begun before that of the one whose place it takes.
    @Test(arguments: [false, true])
    func dropsAVersionThatWasAnnotatedALittleLater(isReversed: Bool) async throws {
        try await take(
            [
                Lines.record(1, item: "urn:a", version: "1", after: 3, ("A", .say, "one")),
                Lines.record(2, item: "urn:a", version: "2", supersedes: Lines.id(1), after: 2, ("A", .say, "two")),
            ], isReversed)
        #expect(try await folder.find() == ["two"])
        #expect(try await isWhole())
    }

    @Test(arguments: [false, true])
    func dropsVersionsThatAreSuperseded(isReversed: Bool) async throws {
        try await take(
            [
                Lines.record(1, item: "urn:a", version: "1", ("A", .say, "one")),
                Lines.record(2, item: "urn:a", version: "2", supersedes: Lines.id(1), ("A", .say, "two")),
                Lines.record(3, item: "urn:b", version: "1", ("A", .say, "three")),
                Lines.record(4, item: "urn:a", version: "3", ("A", .say, "four")),
            ], isReversed)
        // Version 3 came late, or it would say that it takes the place of another.
        #expect(try await folder.find() == ["four", "three", "two"])
        #expect(try await isWhole())
    }

    @Test(arguments: [false, true])
    func hasAnArticleThatWasAnnotatedAnewOnce(isReversed: Bool) async throws {
        try await take(
            [
                Lines.record(1, ("A", .say, "one"), ("A", .say, "und")),
                Lines.record(1, after: 9, ("A", .say, "one, read better")),
            ], isReversed)
        #expect(try await folder.find() == ["one, read better"])
        #expect(try await folder.find("und").isEmpty)
        #expect(try await isWhole())
    }

    private func take(_ records: [JournalRecord], _ isReversed: Bool) async throws {
        // One at a time, so that each is a transaction of its own.
        let indexer = folder.indexer()
        for record in isReversed ? records.reversed() : records {
            try folder.append(record)
            try await indexer.catchUp()
        }
    }

    /// Whether the full-text index has what the tables have: the two are told of every change by hand.
    private func isWhole() async throws -> Bool {
        try await DatabaseQueue(path: folder.index.string).write { db in
            try db.execute(sql: "INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
            return true
        }
    }

    private func compress(_ name: String) throws {
        let gzip = try Process.run(URL(fileURLWithPath: "/usr/bin/env"), arguments: ["gzip", folder.url(name).path])
        gzip.waitUntilExit()
        #expect(gzip.terminationStatus == 0)
    }
}
