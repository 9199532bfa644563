import Foundation
import GRDB
import Records
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Journal

@Suite struct LedgerTests {
    private func ledger(_ directory: JournalFolder) async throws -> Ledger {
        try await Ledger.open(directory.configuration.ledger, journal: directory.journal, logger: .silent)
    }

    // MARK: Attempts and files

    @Test func attemptsAreCountedUntilTheyEnd() async throws {
        let directory = try JournalFolder()
        let content = AttemptKey.content(SampleRecords.fingerprint(1))
        let arrival = AttemptKey.arrival(ArrivalID(device: 1, inode: .max, modified: -1))
        let ledger = try await ledger(directory)
        #expect(try await ledger.beginAttempt(content) == 1)
        #expect(try await ledger.beginAttempt(content) == 2)
        #expect(try await ledger.beginAttempt(arrival) == 1)
        // As a new process sees it.
        let reopened = try await self.ledger(directory)
        #expect(try await reopened.beginAttempt(content) == 3)
        #expect(try await reopened.attempt(content)?.count == 3)
        try await reopened.endAttempt(content)
        #expect(try await reopened.attempt(content) == nil)
        #expect(try await reopened.beginAttempt(content) == 1)
        #expect(try await reopened.beginAttempt(arrival) == 2)
    }

    @Test func aCommitEndsTheAttemptsOfItsFile() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            let entry = entry(1)
            _ = try await journal.ledger.beginAttempt(.content(entry.file))
            _ = try await journal.ledger.beginAttempt(.arrival(entry.arrival))
            _ = try await journal.commit(entry)
            #expect(try await journal.ledger.attempt(.content(entry.file)) == nil)
            #expect(try await journal.ledger.attempt(.arrival(entry.arrival)) == nil)
        }
    }

    @Test func filesAreKnownByHowTheyEnded() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            let ledger = journal.ledger
            #expect(try await ledger.file(entry(1).file) == nil)
            _ = try await journal.commit(entry(1, 2))
            _ = try await journal.commit(entry(2, file: 3))
            let failed = FileRecord(outcome: .failed, time: SampleRecords.annotatedAt, reason: "binary")
            try await ledger.finish(SampleRecords.fingerprint(5), failed)
            #expect(try await ledger.file(entry(1).file)?.outcome == .done)
            #expect(try await ledger.file(entry(1).file)?.articles == 2)
            #expect(try await ledger.file(entry(3).file)?.outcome == .repeat)
            #expect(try await ledger.file(SampleRecords.fingerprint(5)) == failed)
        }
    }

    @Test func anArticleIsKnownByWhereItStands() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            _ = try await journal.commit(entry(1, 2, file: 7))
            let location = try #require(await journal.ledger.known(SampleRecords.fingerprint(2)))
            #expect(location.file == "in/7.txt")
            #expect(location.journal == directory.journal.string)
            #expect(location.offset == Int64(entry(1, file: 7).lines[0].bytes.count))
            #expect(try await journal.ledger.known(SampleRecords.fingerprint(3)) == nil)
        }
    }

    // MARK: Reconciling

    @Test func linesThatTheLedgerLacksAreTakenDownAtTheStart() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in _ = try await journal.commit(entry(1)) }
        try directory.write(try directory.bytes() + Data(entry(2).lines[0].bytes))
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(2), isRepeat: true)
            #expect(try await journal.ledger.known(SampleRecords.fingerprint(2))?.file == "in/2.txt")
            try await expect(journal, entry(3), isRepeat: false)
        }
        #expect(try directory.records().map(\.id) == ids(1...3))
    }

    @Test func aRecoveredArticleIsDroppedOnceWhereRepeatsAreWanted() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in _ = try await journal.commit(entry(1)) }
        try directory.write(try directory.bytes() + Data(entry(2).lines[0].bytes))
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(2, repeats: .annotate, arrival: 1), isRepeat: true)
            try await expect(journal, entry(2, repeats: .annotate, arrival: 2), isRepeat: false)
        }
    }

    @Test func aRecoveredFileEndsWhenTheJournalHasAllOfIt() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in _ = try await journal.commit(entry(1)) }
        try directory.write(try directory.bytes() + Data(entry(2).lines[0].bytes))
        try await withJournal(directory.configuration) { journal in
            let (ledger, file) = (journal.ledger, SampleRecords.fingerprint(-2))
            let arrival = ArrivalID(device: 1, inode: 2, modified: 3)
            #expect(try await ledger.file(file)?.outcome == .recovered)
            _ = try await ledger.beginAttempt(.content(file))
            #expect(try await !ledger.endIfJournalled(file, arrival, articles: ids([2, 3]), .drop))
            #expect(try await !ledger.endIfJournalled(file, arrival, articles: [], .drop))
            #expect(try await ledger.attempt(.content(file))?.count == 1)
            #expect(try await ledger.endIfJournalled(file, arrival, articles: ids([2]), .annotate))
            #expect(try await ledger.attempt(.content(file)) == nil)
            #expect(try await ledger.file(file)?.outcome == .repeat)
            // Of another arrival a line is wanted.
            let next = ArrivalID(device: 1, inode: 2, modified: 4)
            #expect(try await !ledger.endIfJournalled(file, next, articles: ids([2]), .annotate))
            #expect(try await ledger.endIfJournalled(file, next, articles: ids([2]), .drop))
        }
    }

    @Test func anotherJournalWithTheSameInodeIsReadFromItsStart() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in _ = try await journal.commit(entry(1, 2)) }
        // The same file, its content replaced in place by longer lines.
        let lines = [3, 4, 5].flatMap { entry($0, text: String(repeating: "x", count: 2000)).lines[0].bytes }
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: directory.journal.string))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(lines))
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(3, 4, 5), isRepeat: true)
            // Their lines are gone.
            try await expect(journal, entry(1, 2), isRepeat: false)
            try await expect(journal, entry(6), isRepeat: false)
        }
    }

    @Test func aJournalCutShortByHandGoesOn() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in _ = try await journal.commit(entry(1, 2, 3)) }
        try directory.write(entry(1, file: 1).lines[0].bytes)
        try await withJournal(directory.configuration) { journal in try await expect(journal, entry(4), isRepeat: false)
        }
        try directory.write(try directory.bytes() + Data(entry(5).lines[0].bytes))
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(4, 5), isRepeat: true)
        }
    }

    // MARK: Making it again

    static let damages = ["missing", "garbage", "cut short", "empty", "another program's", "another version's"]

    @Test(arguments: damages)
    func theLedgerIsMadeAgainFromTheJournals(_ damage: String) async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            for seed in 1...40 { _ = try await journal.commit(entry(seed)) }
        }
        try spoil(directory, damage)
        try await withJournal(directory.configuration) { journal in
            for seed in 1...40 { try await expect(journal, entry(seed), isRepeat: true) }
            try await expect(journal, entry(41), isRepeat: false)
        }
        #expect(try directory.records().count == 41)
        let asides = try FileManager.default.contentsOfDirectory(atPath: directory.path.string)
            .filter { $0.contains(".corrupt-") || $0.contains(".other-") }
        #expect(asides.isEmpty == ["missing", "empty"].contains(damage))
    }

    @Test func aLedgerThatIsDamagedWhileItIsUsedIsMadeAgain() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            for seed in 1...20 { _ = try await journal.commit(entry(seed)) }
            let calls = Mutex(0)
            let answer = try await journal.ledger.transaction { store in
                // SQLite's own page cache hides damage to the file from the process that made it.
                let call = calls.withLock { calls in
                    calls += 1
                    return calls
                }
                if call == 1 { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
                return try store.knowledge(of: SampleRecords.fingerprint(7))
            }
            #expect(answer == .known)
            for seed in 1...20 { try await expect(journal, entry(seed), isRepeat: true) }
            try await expect(journal, entry(21), isRepeat: false)
        }
        #expect(try directory.records().count == 21)
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path.string)
        #expect(names.contains { $0.hasPrefix("ledger.sqlite.corrupt-") })
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(20, 21), isRepeat: true)
        }
    }

    @Test func aLedgerThatCannotBeMadeAgainAtOnceIsNotAskedMeanwhile() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            _ = try await journal.commit(entry(1))
            // The journals cannot be listed, so what was known cannot be found out.
            try FileManager.default.moveItem(atPath: directory.path.string, toPath: directory.path.string + ".away")
            for _ in 1...2 {
                await #expect(throws: JournalError.self) {
                    try await journal.ledger.transaction { _ in throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
                }
            }
            try FileManager.default.moveItem(atPath: directory.path.string + ".away", toPath: directory.path.string)
            try await expect(journal, entry(1), isRepeat: true)
        }
    }

    @Test func rotatedAndCompressedJournalsAreReadToo() async throws {
        let directory = try JournalFolder()
        let names = [
            "quoted.jsonl.1", "quoted.jsonl-20261123", "quoted-20261122.jsonl", "quoted.jsonl.2.gz", "quoted.jsonl.bak",
        ]
        for (index, name) in names.enumerated() {
            let bytes = entry(10 * index, 10 * index + 1).lines.flatMap(\.bytes)
            try directory.write(bytes, to: name.hasSuffix(".gz") ? String(name.dropLast(3)) : name)
        }
        let gzip = try Process.run(
            URL(fileURLWithPath: "/usr/bin/env"),
            arguments: ["gzip", directory.path.appending("quoted.jsonl.2").string])
        gzip.waitUntilExit()
        try #require(gzip.terminationStatus == 0)

        let progress = Mutex<[StocktakingProgress]>([])
        let journal = try await Journal.open(directory.configuration, logger: .silent) { report in
            progress.withLock { $0.append(report) }
        }
        for index in 0..<4 {
            #expect(try await journal.ledger.known(SampleRecords.fingerprint(10 * index + 1)) != nil, "\(names[index])")
        }
        // Nobody's rotation: not read.
        #expect(try await journal.ledger.known(SampleRecords.fingerprint(41)) == nil)
        #expect(progress.withLock { $0.last?.articles } == 8)
        #expect(journal.status.notices.isEmpty)
    }

    @Test func aSiblingThatCannotBeReadIsToldOf() async throws {
        let directory = try JournalFolder()
        try directory.write("no gzip".utf8, to: "quoted.jsonl.3.gz")
        try await withJournal(directory.configuration) { journal in
            #expect(journal.status.notices.count == 1)
            #expect(journal.status.notices.first?.contains("quoted.jsonl.3.gz") == true)
            try await expect(journal, entry(1), isRepeat: false)
        }
    }

    private func spoil(_ directory: JournalFolder, _ damage: String) throws {
        let path = directory.configuration.ledger.string
        let file = URL(fileURLWithPath: path)
        // All that was written is in the ledger itself: closing it took in the log.
        switch damage {
        case "missing": try directory.removeLedger()
        case "garbage": try Data((0..<20_000).map { UInt8(truncatingIfNeeded: $0 * 31) }).write(to: file)
        case "cut short": try Data(contentsOf: file).prefix(6000).write(to: file)
        case "empty":
            try directory.removeLedger()
            try Data().write(to: file)
        case "another program's", "another version's":
            let sql = damage == "another program's" ? "PRAGMA application_id = 7" : "PRAGMA user_version = 99"
            try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
        default: Issue.record("no such damage: \(damage)")
        }
    }
}
