import Foundation
import Journal
import Records
import SystemPackage
import TestSupport
import Testing

@Suite struct CommitTests {
    @Test func committedLinesAreInTheJournalAtTheirOffsets() async throws {
        let directory = try JournalFolder()
        let outcomes = try await withJournal(directory.configuration) { journal in
            [try await journal.commit(entry(1, 2)), try await journal.commit(entry(3))]
        }
        let length = Int64(entry(1).lines[0].bytes.count)
        #expect(
            outcomes.map(\.articles) == [
                [.written(offset: 0), .written(offset: length)], [.written(offset: 2 * length)],
            ])
        #expect(try directory.records().map(\.id) == ids(1...3))
    }

    @Test func anArticleThatCameBeforeIsARepeat() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            _ = try await journal.commit(entry(1))
            let second = try await journal.commit(entry(1, 2, file: 9))
            #expect(second.articles.first == .repeat)
            #expect(second.articles.last != .repeat)
            try await expect(journal, entry(2, 1, file: 10), isRepeat: true)
        }
        // Another process knows it too.
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(2), isRepeat: true)
        }
        #expect(try directory.records().map(\.id) == ids([1, 2]))
    }

    @Test func repeatsWithinOneFileAndOneBatchAreWrittenOnce() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            let outcome = try await journal.commit(entry(1, 1, 2))
            #expect(outcome.articles.map { $0 == .repeat } == [false, true, false])
            try await withThrowingTaskGroup(of: CommitOutcome.self) { group in
                for file in 100..<150 { group.addTask { try await journal.commit(entry(3, file: file)) } }
                let written = try await group.reduce(0) { $0 + ($1.isRepeat ? 0 : 1) }
                #expect(written == 1)
            }
        }
        #expect(try directory.records().map(\.id) == ids(1...3))
    }

    @Test func whoWantsRepeatsGetsThem() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            for arrival in [1, 2] as [Int64] {
                let outcome = try await journal.commit(entry(1, repeats: .annotate, arrival: arrival))
                #expect(!outcome.isRepeat)
            }
            // The same file in the same place was not moved away since: a crash came between.
            try await expect(journal, entry(1, repeats: .annotate, arrival: 2), isRepeat: true)
            try await journal.ledger.forgetArrival(of: entry(1).file)
            try await expect(journal, entry(1, repeats: .annotate, arrival: 2), isRepeat: false)
        }
        #expect(try directory.records().map(\.id) == ids([1, 1, 1]))
    }

    @Test func manyCommittersShareSyncsAndLoseNothing() async throws {
        let directory = try JournalFolder()
        let status = try await withJournal(directory.configuration) { journal in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<8 {
                    group.addTask {
                        for number in 0..<50 { _ = try await journal.commit(entry(worker * 1000 + number)) }
                    }
                }
                try await group.waitForAll()
            }
            return journal.status
        }
        #expect(try Set(directory.records().map(\.id)).count == 400)
        #expect(try directory.records().count == 400)
        #expect(status.lines == 400)
        #expect(status.batches < 400)
        #expect(status.bytes == Int64(try directory.bytes().count))
    }

    @Test func aCancelledCommitIsTakenBackWhileItWaits() async throws {
        let directory = try JournalFolder()
        let journal = try await Journal.open(directory.configuration, logger: .silent)
        // Nobody runs the journal yet, so the entries wait.
        let waiting = Task { try await journal.commit(entry(1)) }
        let staying = Task { try await journal.commit(entry(2)) }
        while journal.status.waiting < 2 { await Task.yield() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(journal.status.waiting == 1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await journal.run() }
            _ = try await staying.value
            group.cancelAll()
        }
        #expect(try directory.records().map(\.id) == ids([2]))
    }

    @Test func aJournalThatWasShutDownTakesNoMore() async throws {
        let directory = try JournalFolder()
        let journal = try await withJournal(directory.configuration) { $0 }
        let error = await #expect(throws: JournalError.self) { try await journal.commit(entry(1)) }
        #expect(error?.code == .closed)
    }

    @Test func aJournalHasOneWriter() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { _ in
            let error = await #expect(throws: JournalError.self) {
                try await Journal.open(directory.configuration, logger: .silent)
            }
            #expect(error?.code == .locked)
            #expect(error?.reason.contains(directory.journal.string) == true)
        }
        try await withJournal(directory.configuration) { _ in }
    }

    @Test(arguments: [0o640, 0o600, 0o664] as [UInt32])
    func theJournalHasTheModeThatIsConfigured(_ mode: UInt32) async throws {
        let directory = try JournalFolder()
        var configuration = directory.configuration
        configuration.mode = mode
        try await withJournal(configuration) { _ in }
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.journal.string)
        #expect((attributes[.posixPermissions] as? NSNumber)?.uint32Value == mode)
        let ledger = try FileManager.default.attributesOfItem(atPath: configuration.ledger.string)
        #expect((ledger[.posixPermissions] as? NSNumber).map { $0.uint32Value & 0o007 } == 0)
    }

    @Test(arguments: [(0o666, 0o640), (0o644, 0o640), (0o600, 0o600), (0o640, 0o640)] as [(UInt32, UInt32)])
    func aJournalThatIsThereIsNotLeftWider(found: UInt32, kept: UInt32) async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { _ in }
        try FileManager.default.setAttributes(
            [.posixPermissions: found], ofItemAtPath: directory.journal.string)
        try await withJournal(directory.configuration) { _ in }
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.journal.string)
        #expect((attributes[.posixPermissions] as? NSNumber)?.uint32Value == kept)
    }

    @Test func aFileThatIsNoJournalIsLeftAlone() async throws {
        let directory = try JournalFolder()
        try directory.write("Dear diary,\ntoday".utf8)
        let error = await #expect(throws: JournalError.self) {
            try await Journal.open(directory.configuration, logger: .silent)
        }
        #expect(error?.code == .foreign)
        #expect(try directory.bytes() == Data("Dear diary,\ntoday".utf8))
    }

    @Test func anEntryWithoutArticlesIsNotedAsDone() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            var empty = entry(1)
            empty.lines = []
            let outcome = try await journal.commit(empty)
            #expect(outcome.articles.isEmpty)
            #expect(try await journal.ledger.file(empty.file)?.outcome == .done)
        }
        #expect(try directory.bytes().isEmpty)
    }
}
