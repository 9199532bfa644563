import Foundation
import Glibc
import SystemPackage
import Testing

@testable import Inbox

/// `quoted-watch` as a program: how it begins and ends.
@Suite(.timeLimit(.minutes(10))) struct WatchProgramTests {
    @Test func itEndsWhenItsInputIsClosed() throws {
        let program = try Program()
        #expect(program.read(upTo: "R\0") == "R\0")
        try program.input.fileHandleForWriting.close()
        #expect(program.status == 0)
    }

    @Test func itEndsWhenNobodyReadsAnyMore() throws {
        let program = try Program()
        #expect(program.read(upTo: "R\0") == "R\0")
        try program.output.fileHandleForReading.close()
        #expect(program.status == 0)
    }

    @Test func itTellsThatTheDirectoryIsMissingAndWhenItIsThere() throws {
        let program = try Program(makesFolder: false)
        #expect(program.read(upTo: "G\0") == "G\0")
        try program.scratch.write("x", to: program.scratch.inbox.appending("a"))
        #expect(program.read(upTo: "R\0") == "R\0")
    }

    @Test func aFileIsCompleteWhenTheLastWhoHadItOpenHasClosedIt() throws {
        let program = try Program()
        let path = program.scratch.inbox.appending("a")
        #expect(program.read(upTo: "R\0") == "R\0")
        let writer = try program.scratch.open(path)
        // Between the two openings, of which the kernel would make one event otherwise.
        try program.scratch.deliver("x", to: program.scratch.inbox.appending("b"))
        #expect(program.read(upTo: "M 1 b\0").hasPrefix("C a\0"))
        try program.scratch.append("one ", to: path)
        // A process that another test starts may hold "b" open until after its rename, and close it then.
        #expect(program.read(upTo: "a\0").hasSuffix("P a\0"))
        _ = try writer.writeAll("two".utf8)
        try writer.close()
        #expect(program.read(upTo: "a\0").hasSuffix("W 7 a\0"))
    }

    @Test func aFolderThatIsRemadeUnderItsNameIsWatchedAgain() throws {
        let program = try Program()
        let feed = program.scratch.inbox.appending("feed")
        #expect(program.read(upTo: "R\0") == "R\0")
        for number in 0..<3 {
            try program.scratch.makeFolder(feed)
            #expect(program.read(upTo: "D feed\0").hasSuffix("D feed\0"))
            try program.scratch.deliver("x", to: feed.appending("\(number)"))
            // A process that another test starts may hold the file open until after the rename, and close it then.
            #expect(program.read(upTo: "M 1 feed/\(number)\0").hasSuffix("M 1 feed/\(number)\0"))
            try program.scratch.removeFolder(feed)
        }
    }

    @Test func aFolderThatWasRenamedHasItsNewName() throws {
        let program = try Program()
        let inbox = program.scratch.inbox
        try program.scratch.makeFolder(program.scratch.root.appending("batch/inner"))
        #expect(program.read(upTo: "R\0") == "R\0")
        try program.scratch.rename(program.scratch.root.appending("batch"), to: inbox.appending("batch"))
        #expect(program.read(upTo: "D batch\0") == "D batch\0")
        try program.scratch.rename(inbox.appending("batch"), to: inbox.appending("other"))
        #expect(program.read(upTo: "R\0").hasSuffix("R\0"))
        try program.scratch.deliver("x", to: inbox.appending("other/inner/a"))
        #expect(program.read(upTo: "M 1 other/inner/a\0").hasSuffix("M 1 other/inner/a\0"))
    }

    @Test func manyFoldersOverrunNothing() throws {
        // Reading a folder makes events: of all of these more than the kernel's queue holds.
        let count = 6000
        let program = try Program { scratch in
            for number in 0..<count {
                guard unsafe mkdir("\(scratch.inbox)/\(number)", 0o755) == 0 else { throw Errno(rawValue: errno) }
            }
        }
        #expect(program.read(upTo: "\0") == "R\0")
        try program.scratch.deliver("x", to: program.scratch.inbox.appending("\(count - 1)/a"))
        #expect(program.read(upTo: "a\0") == "M 1 \(count - 1)/a\0")
    }

    @Test(.enabled(if: Program.runs(["unshare", "-Ur", "true"]), "needs user namespaces"))
    func itSaysWhenTheLimitOfWatchesIsReached() throws {
        // In a user namespace of its own the limit can be lowered without touching anybody else's.
        let lowered = ["unshare", "-Ur", "sh", "-c", #"echo 2 > /proc/sys/user/max_inotify_watches && exec "$0" "$1""#]
        let program = try Program(through: lowered) { scratch in
            for name in ["a", "b", "c"] { try scratch.makeFolder(scratch.inbox.appending(name)) }
        }
        #expect(program.read(upTo: ")\0").hasPrefix("R\0E the limit of inotify watches is reached"))
    }

    @Test func itTellsHowItIsUsed() throws {
        #expect(!Program.runs([try Program.path()]))
        #expect(Program.runs([try Program.path(), "--help"]))
    }
}

/// A running `quoted-watch` on a directory of its own.
private final class Program {
    let scratch: InboxFolders
    let input = Pipe()
    let output = Pipe()
    private let process = Process()

    init(makesFolder: Bool = true, through: [String] = [], prepare: (InboxFolders) throws -> Void = { _ in }) throws {
        scratch = try InboxFolders()
        if makesFolder { try scratch.makeFolder(scratch.inbox) }
        try prepare(scratch)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = through + [try Self.path(), scratch.inbox.string]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    deinit { process.terminate() }

    var status: Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// What it prints until it has printed this; less if it ends before.
    func read(upTo end: String) -> String {
        var text = ""
        while !text.hasSuffix(end), let byte = try? output.fileHandleForReading.read(upToCount: 1) {
            text += String(decoding: byte, as: UTF8.self)
        }
        return text
    }

    static func path() throws -> String {
        let program = try WatchProcess.find()
        return program.executable.string
    }

    static func runs(_ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
