import Files
import Foundation
import Records
import SystemPackage
import TestSupport
import Testing

@testable import Journal

/// A file system of a few hundred kilobytes, unmounted when the test is over.
final class SmallDisk: Sendable {
    enum Kind: CaseIterable {
        case tmpfs
        /// ext4 as ext2 was, where no room can be reserved.
        case withoutExtents
    }

    /// Mounting needs privileges and, for the second kind, a loop device.
    static let available = Set(Kind.allCases.filter { (try? SmallDisk($0)) != nil })

    private let folder: ScratchFolder
    let path: FilePath

    init(_ kind: Kind = .tmpfs, kilobytes: Int = 512) throws {
        folder = try ScratchFolder()
        path = try folder.make("disk")
        switch kind {
        case .tmpfs: try Self.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path.string)
        case .withoutExtents:
            let image = path.string + ".image"
            defer { try? FileManager.default.removeItem(atPath: image) }
            try Self.run("truncate", "-s", "\(kilobytes)K", image)
            try Self.run("mke2fs", "-q", "-t", "ext2", "-m", "0", image)
            try Self.run("mount", "-o", "loop", image, path.string)
        }
    }

    deinit { try? Self.run("umount", "-l", path.string) }

    var ballast: FilePath { path.appending("ballast") }

    /// Leaves no room, or so much less.
    func fill(kilobytes: Int = .max / 1024) throws {
        let file = try FileDescriptor.open(
            ballast, .writeOnly, options: [.create, .append], permissions: [.ownerReadWrite])
        defer { try? file.close() }
        var left = kilobytes * 2
        while left > 0, (try? file.writeAll([UInt8](repeating: 0, count: 512))) != nil { left -= 1 }
    }

    func makeRoom() throws { try FileManager.default.removeItem(atPath: ballast.string) }

    private static func run(_ command: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw Errno.notPermitted }
    }
}

@Suite(
    .enabled(if: SmallDisk.available.contains(.tmpfs), "a small file system can be mounted by root only"),
    .timeLimit(.minutes(10)))
struct FullDiskTests {
    private func wait(_ journal: Journal, until condition: (JournalStatus) -> Bool) async throws {
        try await waitUntil("the journal gets there from \(journal.status)") { condition(journal.status) }
    }

    @Test func aFullDiskIsMetBeforeTheLineAndWaitedFor() async throws {
        let disk = try SmallDisk()
        let directory = try JournalFolder()
        let path = disk.path.appending("quoted.jsonl")
        try await withJournal(.init(path: path, ledger: directory.configuration.ledger)) { journal in
            let long = String(repeating: "x", count: 20_000)
            _ = try await journal.commit(entry(1, text: long))
            let length = journal.status.bytes
            try disk.fill()
            try await withThrowingTaskGroup(of: CommitOutcome.self) { group in
                for seed in 2...5 { group.addTask { try await journal.commit(entry(seed, text: long)) } }
                try await wait(journal) { $0.degraded?.activity == .reserving && $0.waiting == 4 }
                #expect(journal.status.degraded?.reason.contains(path.string) == true)
                // Nothing of a line was written.
                #expect(try FileStatus(path).size == length)
                try disk.makeRoom()
                for try await outcome in group { #expect(!outcome.isRepeat) }
            }
            #expect(journal.status.degraded == nil)
            #expect(journal.status.waiting == 0)
        }
        let lines = try Data(contentsOf: URL(fileURLWithPath: path.string)).split(separator: UInt8(ascii: "\n"))
        #expect(try Set(lines.map { try JSONDecoder().decode(Record.self, from: $0).id }) == Set(ids(1...5)))
    }

    /// The line's rest follows when there is room. To cut it off would make followers print the file again.
    @Test(.enabled(if: SmallDisk.available.contains(.withoutExtents), "no loop device can be mounted"))
    func aLineThatTheDiskCutShortIsCompleted() async throws {
        let disk = try SmallDisk(.withoutExtents, kilobytes: 1024)
        try disk.fill(kilobytes: 500)
        let directory = try JournalFolder()
        let path = disk.path.appending("quoted.jsonl")
        try await withJournal(.init(path: path, ledger: directory.configuration.ledger)) { journal in
            _ = try await journal.commit(entry(1))
            let begun = try FileStatus(path).size
            let long = entry(2, text: String(repeating: "x", count: 600_000))
            let commit = Task { try await journal.commit(long) }
            try await wait(journal) { $0.degraded?.activity == .writing }
            let torn = try FileStatus(path).size
            #expect(begun < torn && torn < begun + Int64(long.lines[0].bytes.count))
            try disk.makeRoom()
            #expect(try await commit.value.articles == [.written(offset: begun)])
            #expect(journal.status.degraded == nil)
            #expect(try FileStatus(path).size == begun + Int64(long.lines[0].bytes.count))
        }
        let lines = try Data(contentsOf: URL(fileURLWithPath: path.string)).split(separator: UInt8(ascii: "\n"))
        #expect(try lines.map { try JSONDecoder().decode(Record.self, from: $0).id } == ids([1, 2]))
    }

    @Test func whatFitsGoesFirst() async throws {
        let disk = try SmallDisk()
        let directory = try JournalFolder()
        let path = disk.path.appending("quoted.jsonl")
        try await withJournal(.init(path: path, ledger: directory.configuration.ledger)) { journal in
            let long = String(repeating: "x", count: 200_000)
            async let first = journal.commit(entry(1, text: long))
            async let second = journal.commit(entry(2, text: long))
            async let third = journal.commit(entry(3, text: long))
            // Two of the three fit.
            try await wait(journal) { $0.lines == 2 && $0.degraded != nil }
            try FileManager.default.moveItem(atPath: path.string, toPath: directory.path.appending("rotated").string)
            // Moved to another file system, the file is deleted here: that makes room.
            let outcomes = try await [first, second, third]
            #expect(outcomes.allSatisfy { !$0.isRepeat })
        }
    }

    @Test func aWaitingCommitCanBeTakenBack() async throws {
        let disk = try SmallDisk()
        let directory = try JournalFolder()
        let path = disk.path.appending("quoted.jsonl")
        try await withJournal(.init(path: path, ledger: directory.configuration.ledger)) { journal in
            try disk.fill()
            let waiting = Task { try await journal.commit(entry(1)) }
            try await wait(journal) { $0.degraded != nil }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            try disk.makeRoom()
            _ = try await journal.commit(entry(2))
        }
        #expect(try FileStatus(path).size == Int64(entry(2).lines[0].bytes.count))
    }

    @Test func aFullDiskUnderTheLedgerIsWaitedFor() async throws {
        let disk = try SmallDisk(kilobytes: 8192)
        let directory = try JournalFolder()
        let configuration = Journal.Configuration(path: directory.journal, ledger: disk.path.appending("ledger.sqlite"))
        try await withJournal(configuration) { journal in
            _ = try await journal.commit(entry(1))
            try disk.fill()
            let seeds = Array(2...40)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for seed in seeds {
                        _ = try await journal.ledger.beginAttempt(.content(entry(seed).file))
                        try await expect(journal, entry(seed), isRepeat: false)
                    }
                }
                group.addTask {
                    try await wait(journal) { $0.degraded?.activity == .ledger }
                    try disk.makeRoom()
                }
                try await group.waitForAll()
            }
            #expect(journal.status.degraded == nil)
        }
        #expect(try directory.records().map(\.id) == ids(1...40))
    }

    @Test func aTornJournalOnAFullDiskIsReadWhereItIs() async throws {
        let disk = try SmallDisk()
        let directory = try JournalFolder()
        let path = disk.path.appending("quoted.jsonl")
        let torn =
            entry(1, 2, text: String(repeating: "x", count: 20_000)).lines.flatMap(\.bytes) + Array("{\"torn".utf8)
        try Data(torn).write(to: URL(fileURLWithPath: path.string))
        try disk.fill()
        let configuration = Journal.Configuration(path: path, ledger: directory.configuration.ledger)
        try await withJournal(configuration) { journal in
            #expect(journal.status.notices.count { $0.contains("next start") } == 1)
            try await expect(journal, entry(1, 2), isRepeat: true)
        }
        try disk.makeRoom()
        try await withJournal(configuration) { journal in
            #expect(journal.status.notices.count { $0.contains(".tail") } == 1)
            try await expect(journal, entry(1, 2), isRepeat: true)
        }
    }
}

/// The descriptor's own work, where a whole journal cannot be brought into the state.
@Suite struct JournalFileTests {
    @Test func rewritingChangesNothingThatReadersSee() throws {
        let directory = try JournalFolder()
        let file = try JournalFile(directory.journal, mode: 0o640)
        _ = try file.append(Array("one\n".utf8)[...])
        _ = try file.append(Array("two\n".utf8)[...])
        try file.rewrite(Array("two\n".utf8), at: 4)
        #expect(try directory.bytes() == Data("one\ntwo\n".utf8))
        // It appends as before.
        _ = try file.append(Array("three\n".utf8)[...])
        #expect(try directory.bytes() == Data("one\ntwo\nthree\n".utf8))
        #expect(file.end == 14)
    }

    @Test func reservingLeavesTheLengthAsItIs() throws {
        let directory = try JournalFolder()
        let file = try JournalFile(directory.journal, mode: 0o640)
        _ = try file.append(Array("one\n".utf8)[...])
        try file.reserve(1 << 20)
        #expect(try directory.bytes() == Data("one\n".utf8))
    }
}
