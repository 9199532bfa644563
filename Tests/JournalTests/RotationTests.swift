import Foundation
import Journal
import Records
import SystemPackage
import Testing

@Suite struct RotationTests {
    @Test func reopeningGoesOnInANewFile() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            _ = try await journal.commit(entry(1))
            try FileManager.default.moveItem(
                atPath: directory.journal.string, toPath: directory.journal.string + ".1")
            // Until it is told, the journal goes on in the renamed file.
            _ = try await journal.commit(entry(2))
            try await journal.reopen()
            #expect(try await journal.commit(entry(3)).articles == [.written(offset: 0)])
            try await expect(journal, entry(1, 2, 3), isRepeat: true)
            #expect(journal.status.bytes == Int64(try directory.bytes().count))
        }
        #expect(try directory.records("quoted.jsonl.1").map(\.id) == ids([1, 2]))
        #expect(try directory.records().map(\.id) == ids([3]))
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(1, 2, 3), isRepeat: true)
        }
    }

    @Test func reopeningWithoutRotationChangesNothing() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            try await journal.reopen()
            _ = try await journal.commit(entry(1))
            let inode = journal.status.inode
            try await journal.reopen()
            _ = try await journal.commit(entry(2))
            #expect(journal.status.inode == inode)
        }
        #expect(try directory.records().map(\.id) == ids([1, 2]))
    }

    @Test func rotationUnderLoadLosesAndTearsNothing() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<4 {
                    group.addTask {
                        for number in 0..<100 {
                            _ = try await journal.commit(
                                entry(worker * 1000 + number, text: String(repeating: "é", count: 3000)))
                        }
                    }
                }
                group.addTask {
                    for number in 1...20 {
                        try FileManager.default.moveItem(
                            atPath: directory.journal.string, toPath: directory.journal.string + ".\(number)")
                        try await journal.reopen()
                    }
                }
                try await group.waitForAll()
            }
        }
        let names = try directory.names()
        #expect(names.count == 21)
        let found = try names.flatMap { try directory.records($0) }.map(\.id)
        #expect(found.count == 400)
        #expect(Set(found).count == 400)
    }

    @Test func aDeletedJournalIsMadeAgain() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            _ = try await journal.commit(entry(1))
            try FileManager.default.removeItem(atPath: directory.journal.string)
            _ = try await journal.commit(entry(2))
        }
        #expect(try directory.records().map(\.id) == ids([2]))
    }

    @Test func aLineThatALedgerLacksIsFoundInTheRotatedJournal() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in _ = try await journal.commit(entry(1)) }
        // A crash between the journal and the ledger, then rotation, then the start.
        try directory.write(try directory.bytes() + Data(entry(2).lines[0].bytes), to: "quoted.jsonl-20261123")
        try FileManager.default.removeItem(atPath: directory.journal.string)
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(2), isRepeat: true)
            try await expect(journal, entry(3), isRepeat: false)
        }
    }
}
