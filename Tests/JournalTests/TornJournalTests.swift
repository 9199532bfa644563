import Foundation
import Glibc
import Journal
import Records
import SystemPackage
import TestSupport
import Testing

@Suite struct TornJournalTests {
    /// What a crash or power loss can leave after whole lines.
    static let tails: [(name: String, bytes: [UInt8])] = {
        let line = entry(9).lines[0].bytes
        return [
            ("a line without its last brace", Array(line.dropLast(2))),
            ("half a line", Array(line.prefix(line.count / 2))),
            ("one byte", [line[0]]),
            ("a line broken within a character", Array(entry(9, text: "é").lines[0].bytes.prefix { $0 != 0xA9 })),
            ("zeros", [UInt8](repeating: 0, count: 4096)),
            (
                "half a line, then zeros to the block's end",
                Array(line.prefix(100)) + [UInt8](repeating: 0, count: 3996)
            ),
            ("zeros and a newline", [UInt8](repeating: 0, count: 512) + [0x0A]),
            (
                "a line with zeros in it",
                Array(line.prefix(50)) + [UInt8](repeating: 0, count: 9) + Array(line.dropFirst(59))
            ),
            ("half a line that has an end", Array(line.prefix(line.count / 2)) + [0x0A]),
        ]
    }()

    @Test(arguments: tails.map(\.name))
    func aTornTailIsClosedAside(_ name: String) async throws {
        let tail = Self.tails.first { $0.name == name }!.bytes
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in _ = try await journal.commit(entry(1, 2)) }
        let whole = try directory.bytes()
        try directory.write(whole + Data(tail))

        try await withJournal(directory.configuration) { journal in
            #expect(journal.status.notices.count == 1)
            try await expect(journal, entry(1, 2), isRepeat: true)
            try await expect(journal, entry(9), isRepeat: false)
        }
        #expect(try directory.records().map(\.id) == ids([9]))
        let asides = try directory.names().filter { $0.contains(".torn-") }
        try #require(asides.count == 2)
        #expect(try directory.bytes(asides[0]) == whole)
        let kept = try directory.bytes(asides[1])
        #expect(kept == Data(tail) || kept == Data(tail) + Data("\n".utf8))
        // Once is enough.
        try await withJournal(directory.configuration) { #expect($0.status.notices.isEmpty) }
    }

    @Test func aLineThatLacksOnlyItsNewlineGetsIt() async throws {
        let directory = try JournalFolder()
        let lines = Data(entry(1, 2).lines.flatMap(\.bytes))
        try directory.write(lines.dropLast())
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(1, 2), isRepeat: true)
            try await expect(journal, entry(3), isRepeat: false)
        }
        #expect(try directory.names() == ["quoted.jsonl"])
        #expect(try directory.records().map(\.id) == ids(1...3))
    }

    @Test func aJournalThatBeginsTornIsClosedAside() async throws {
        let directory = try JournalFolder()
        try directory.write([UInt8](repeating: 0, count: 4096))
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(1), isRepeat: false)
        }
        #expect(try directory.records().map(\.id) == ids([1]))
    }

    @Test func wholeLinesAfterADamagedOneAreKept() async throws {
        let directory = try JournalFolder()
        let line = entry(1).lines[0].bytes
        let zeros = [UInt8](repeating: 0, count: line.count - 1) + [0x0A]
        try directory.write(line + zeros + entry(3).lines[0].bytes)
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(1, 3), isRepeat: true)
            try await expect(journal, entry(2), isRepeat: false)
        }
        let aside = try #require(directory.names().first { $0.contains(".torn-") })
        #expect(try directory.records(aside).map(\.id) == ids([1, 3]))
        #expect(try directory.bytes(aside + ".tail") == Data(zeros))
    }

    @Test func twoRepairsKeepBothJournals() async throws {
        let directory = try JournalFolder()
        for seed in 1...2 {
            try await withJournal(directory.configuration) { journal in _ = try await journal.commit(entry(seed)) }
            try directory.write(try directory.bytes() + Data("{\"torn".utf8))
        }
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(1, 2), isRepeat: true)
        }
        #expect(try directory.names().count { $0.hasSuffix(".tail") } == 2)
    }

    @Test func aRepairThatACrashBrokeOffIsTakenUp() async throws {
        let directory = try JournalFolder()
        let whole = entry(1, 2).lines.flatMap(\.bytes)
        try directory.write(whole + Array("{\"torn".utf8), to: "quoted.jsonl.torn-20261123T010203.004Z.repair")
        // Half a copy lies there as well.
        try directory.write(whole.prefix(40), to: "quoted.jsonl.torn-20261123T010203.004Z")
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(1, 2), isRepeat: true)
        }
        #expect(
            try directory.names() == [
                "quoted.jsonl", "quoted.jsonl.torn-20261123T010203.004Z", "quoted.jsonl.torn-20261123T010203.004Z.tail",
            ])
        #expect(try directory.bytes("quoted.jsonl.torn-20261123T010203.004Z") == Data(whole))
    }

    @Test func theAsideKeepsTheJournalsMode() async throws {
        let directory = try JournalFolder()
        var configuration = directory.configuration
        configuration.mode = 0o600
        try await withJournal(configuration) { journal in _ = try await journal.commit(entry(1)) }
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: directory.journal.string))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("{".utf8))
        try await withJournal(configuration) { _ in }
        for name in try directory.names() {
            let attributes = try FileManager.default.attributesOfItem(atPath: directory.path.appending(name).string)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
        }
    }

    /// `tail -F` prints a file again from its start when it shrinks, and goes on in the middle of a line when one file
    /// ends there and the next begins.
    @Test(.timeLimit(.minutes(10)))
    func aFollowerSeesEveryWholeLineOnceAndOnALineOfItsOwn() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in _ = try await journal.commit(entry(1)) }
        try directory.write(try directory.bytes() + Data("{\"torn".utf8))
        let tail = try Follower(directory.journal)
        defer { tail.stop() }
        try await tail.wait(for: "{\"torn")
        try await withJournal(directory.configuration) { journal in
            _ = try await journal.commit(entry(2))
            try await tail.wait(for: SampleRecords.fingerprint(2).hex)
            try FileManager.default.moveItem(atPath: directory.journal.string, toPath: directory.journal.string + ".1")
            try await journal.reopen()
            _ = try await journal.commit(entry(3))
            try await tail.wait(for: SampleRecords.fingerprint(3).hex)
        }
        let lines = try tail.output().split(separator: UInt8(ascii: "\n"))
        let records = lines.compactMap { try? JSONDecoder().decode(Record.self, from: $0) }
        #expect(records.map(\.id) == ids(1...3))
        #expect(lines.count == 4)
    }
}

/// A real `tail -F`.
private final class Follower: Sendable {
    private let process: Process
    private let printed: FilePath
    private let directory: JournalFolder

    init(_ path: FilePath) throws {
        directory = try JournalFolder()
        printed = directory.path.appending("printed")
        _ = FileManager.default.createFile(atPath: printed.string, contents: nil)
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["tail", "-n", "+1", "-F", path.string]
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: printed.string))
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    func output() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: printed.string)) }

    func wait(for text: String) async throws {
        try await waitUntil("tail prints “\(text)”") { try output().range(of: Data(text.utf8)) != nil }
    }

    func stop() {
        // Whatever signals this thread blocks are blocked in the child, too; this one cannot be.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
