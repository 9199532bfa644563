import Foundation
import Glibc
import Journal
import Records
import SystemPackage
import TestSupport
import Testing

/// A journal has one writer, whatever name it is called by.
@Suite struct LockTests {
    private let directory: JournalFolder

    init() throws { directory = try JournalFolder() }

    private func expectLocked(_ configuration: Journal.Configuration) async {
        let error = await #expect(throws: JournalError.self) { try await Journal.open(configuration, logger: .silent) }
        #expect(error?.code == .locked)
    }

    /// The same journal by another name, with a ledger of its own.
    private func other(_ name: String) -> Journal.Configuration {
        .init(path: directory.path.appending(name), ledger: directory.path.appending("other.ledger"))
    }

    @Test func anotherNameIsTheSameJournal() async throws {
        let directory = directory
        try await withJournal(directory.configuration) { journal in
            _ = try await journal.commit(entry(1))
            let manager = FileManager.default
            try manager.createSymbolicLink(
                atPath: directory.file("link.jsonl"), withDestinationPath: directory.journal.string)
            try manager.createSymbolicLink(
                atPath: directory.file("folder"), withDestinationPath: directory.path.string)
            try manager.linkItem(atPath: directory.journal.string, toPath: directory.file("hard.jsonl"))
            for name in ["link.jsonl", "folder/quoted.jsonl", "hard.jsonl"] { await expectLocked(other(name)) }
        }
        #expect(try directory.records().map(\.id) == ids([1]))
    }

    /// Who reads `quoted.jsonl*` finds no records in it.
    @Test func theFileThatIsLockedStaysEmpty() async throws {
        let directory = directory
        try await withJournal(directory.configuration) { _ in
            let lock = try Data(contentsOf: URL(fileURLWithPath: directory.journal.string + ".lock"))
            #expect(lock.isEmpty)
        }
    }

    @Test func aJournalBehindALinkIsWrittenWhereItIs() async throws {
        let directory = directory
        try await withJournal(directory.configuration) { journal in _ = try await journal.commit(entry(1)) }
        try FileManager.default.createSymbolicLink(
            atPath: directory.file("link.jsonl"), withDestinationPath: directory.journal.string)
        try await withJournal(other("link.jsonl")) { journal in
            #expect(journal.status.path == directory.journal.resolvedPath)
            try await expect(journal, entry(1), isRepeat: true)
            try await expect(journal, entry(2), isRepeat: false)
        }
        #expect(try directory.records().map(\.id) == ids([1, 2]))
    }

    @Test func aLockThatWasDeletedIsTakenAgain() async throws {
        let directory = directory
        try await withJournal(directory.configuration) { journal in
            _ = try await journal.commit(entry(1))
            try FileManager.default.removeItem(atPath: directory.journal.string + ".lock")
            _ = try await journal.commit(entry(2))
            try FileManager.default.removeItem(atPath: directory.journal.string)
            await expectLocked(directory.configuration)
        }
    }

    /// The folder is taken away and made again, and a second process was faster to lock the journal there.
    @Test func whoLosesTheJournalToAnotherProcessStandsStill() async throws {
        let home = directory.path.appending("home")
        try FileManager.default.createDirectory(atPath: home.string, withIntermediateDirectories: true)
        let directory = directory
        let configuration = Journal.Configuration(
            path: home.appending("quoted.jsonl"), ledger: directory.path.appending("first.ledger"))
        try await withJournal(configuration) { journal in
            _ = try await journal.commit(entry(1))
            let lock = try FileHandle(forUpdating: try replace(home))
            try #require(flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
            try await waitUntil("the journal stands still") { journal.status.degraded?.activity == .lookingAfter }
            #expect(journal.status.degraded?.reason.contains("Another process writes") == true)
            #expect(!FileManager.default.fileExists(atPath: home.appending("quoted.jsonl").string))
            try lock.close()
            try await expect(journal, entry(2), isRepeat: false)
            #expect(journal.status.degraded == nil)
        }
    }

    /// - Returns: the lock file of a journal in the new folder.
    private func replace(_ home: FilePath) throws -> URL {
        let fresh = directory.path.appending("fresh")
        try FileManager.default.createDirectory(atPath: fresh.string, withIntermediateDirectories: true)
        let lock = fresh.appending("quoted.jsonl.lock")
        _ = FileManager.default.createFile(atPath: lock.string, contents: nil)
        try FileManager.default.moveItem(atPath: home.string, toPath: directory.file("old"))
        try FileManager.default.moveItem(atPath: fresh.string, toPath: home.string)
        return URL(fileURLWithPath: home.appending("quoted.jsonl.lock").string)
    }
}

extension FilePath {
    fileprivate var resolvedPath: String {
        guard let path = unsafe realpath(string, nil) else { return string }
        defer { unsafe free(path) }
        return unsafe String(cString: path)
    }
}
