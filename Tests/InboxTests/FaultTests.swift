import Files
import Foundation
import Hashing
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

/// What the torture of the whole daemon brought to light in the inbox. See docs/faults.md.
@Suite(.timeLimit(.minutes(10))) struct FaultTests {
    private static func digest(_ text: String) -> String {
        SHA256.hash(Array(text.utf8)).hexadecimal
    }

    @Test func aFileWrittenToWhileNoDaemonWatchedItGoesBackIntoTheInbox() async throws {
        let scratch = try InboxFolders()
        let writer = try await Self.moveWhileOpen("feed/a.txt", "begun ", in: scratch)
        _ = try writer.writeAll("and ended".utf8)
        try writer.close()
        try await RunningInbox.run(scratch: scratch, isKnown: { $0 == Self.digest("begun ") }) { bench in
            let worked = try await bench.work()
            #expect(worked.map(\.text) == ["begun and ended"])
            #expect(worked.map(\.path) == ["feed/a.txt"])
            #expect(await bench.inbox.counts.returned == 1)
        }
    }

    @Test func aFileWrittenToAfterTheNextDaemonBeganGoesBackToo() async throws {
        let scratch = try InboxFolders()
        let writer = try await Self.moveWhileOpen("a.txt", "begun ", in: scratch)
        try await RunningInbox.run(
            scratch: scratch, configure: { $0.settleTime = .seconds(1) }, isKnown: { $0 == Self.digest("begun ") }
        ) { bench in
            try await bench.until { $0.scans > 0 }
            _ = try writer.writeAll("and ended".utf8)
            try writer.close()
            #expect(try await bench.work().map(\.text) == ["begun and ended"])
        }
    }

    /// As where the process has too many files open.
    @Test func aChangedFileThatCannotGoBackIsNotForgotten() throws {
        let scratch = try InboxFolders()
        let archive = Archive(configuration: InboxConfiguration(inbox: scratch.inbox), wallClock: Inbox.systemTime)
        let lock = FolderLock(scratch.inbox)
        let folder = InboxFolder(root: scratch.inbox, lock: lock, logger: .silent)
        let rechecker = Rechecker(archive: archive, inbox: folder, logger: .silent)
        try scratch.write("begun", to: scratch.done.appending("2026-01-01/a.txt"))
        let place = RootedPath(root: scratch.done, path: "2026-01-01/a.txt")
        let look = try place.look()
        guard case .file(let stamp) = look else { throw Errno.noSuchFileOrDirectory }
        try scratch.append(" and ended", to: place.filePath)
        guard case .later(let recheck) = rechecker.check(Recheck(place: place, path: "a.txt", stamp: stamp)) else {
            Issue.record("there is no inbox to put it into")
            return
        }
        try scratch.makeFolder(scratch.inbox)
        guard case .later = rechecker.check(recheck) else {
            Issue.record("it is not the daemon's: what lies below a disk that was taken away is hidden when it is back")
            return
        }
        #expect(folder.claim() == .usable)
        guard case .putBack("a.txt") = rechecker.check(recheck) else {
            Issue.record("now there is one")
            return
        }
        #expect(try scratch.read(scratch.inbox.appending("a.txt")) == "begun and ended")
        guard case .over = rechecker.check(recheck) else {
            Issue.record("it is where it belongs")
            return
        }
    }

    /// Of what was moved since then, some may have left no line behind.
    @Test func whatNobodyKnowsGoesBackWhereTheLastMovesAreInDoubt() async throws {
        let scratch = try InboxFolders()
        try await RunningInbox.run(scratch: scratch) { bench in
            for name in ["a.txt", "b.txt"] { try scratch.write(name, to: scratch.inbox.appending(name)) }
            try await bench.work(2)
        }
        let known: @Sendable (String) async -> Bool = { $0 == Self.digest("a.txt") }
        try await RunningInbox.run(scratch: scratch, isKnown: known, doubtfulSince: .max) { bench in
            try scratch.deliver("c.txt", to: scratch.inbox.appending("c.txt"))
            let worked = try await bench.work()
            #expect(worked.map(\.text) == ["c.txt"])
        }
        try await RunningInbox.run(scratch: scratch, isKnown: { $0 != Self.digest("b.txt") }, doubtfulSince: 0) {
            bench in
            let worked = try await bench.work()
            #expect(worked.map(\.path) == ["b.txt"])
        }
    }

    @Test(arguments: [-400 * 86_400, 400 * 86_400] as [Int64])
    func aFileMovedByAClockThatWasSetWrongIsLookedAtToo(_ shift: Int64) async throws {
        let scratch = try InboxFolders()
        let writer = try await Self.moveWhileOpen("a.txt", "begun ", in: scratch) { Inbox.systemTime() + shift }
        _ = try writer.writeAll("and ended".utf8)
        try writer.close()
        try await RunningInbox.run(scratch: scratch, isKnown: { $0 == Self.digest("begun ") }) { bench in
            let worked = try await bench.work()
            #expect(worked.map(\.text) == ["begun and ended"])
        }
    }

    @Test func whatLiesInDoneAsItWasMovedStaysThere() async throws {
        let scratch = try InboxFolders()
        let writer = try await Self.moveWhileOpen("a.txt", "whole", in: scratch)
        // Sets both times, as a write does that changes nothing.
        _ = try writer.writeAll("".utf8)
        #expect(futimens(writer.rawValue, nil) == 0)
        try writer.close()
        try await RunningInbox.run(scratch: scratch, isKnown: { $0 == Self.digest("whole") }) { bench in
            try scratch.deliver("other", to: scratch.inbox.appending("b.txt"))
            #expect(try await bench.work().map(\.text) == ["other"])
            try await bench.until { $0.scans > 2 }
            #expect(await bench.inbox.counts.returned == 0)
            #expect(try scratch.files(in: scratch.done).count == 2)
        }
    }

    /// - Returns: A file that a daemon that has ended since has moved to `done/`, open for writing.
    private static func moveWhileOpen(
        _ path: String, _ text: String, in scratch: InboxFolders,
        wallClock: @escaping @Sendable () -> Int64 = Inbox.systemTime
    ) async throws -> FileDescriptor {
        let file = scratch.inbox.appending(path)
        try scratch.write(text, to: file)
        let writer = try scratch.open(file)
        try await RunningInbox.run(scratch: scratch, wallClock: wallClock) { bench in
            let worked = try await bench.work()
            #expect(worked.map(\.text) == [text])
        }
        return writer
    }

    @Test(arguments: [Errno.tooManyOpenFiles, .tooManyOpenFilesInSystem, .noMemory])
    func aShortageOfTheDaemonIsNoFaultOfTheFile(_ shortage: Errno) async throws {
        // What cannot be read by its own fault fails at once.
        try await RunningInbox.run(configure: { $0.permissionWindow = .zero }) { bench in
            try bench.scratch.write("text", to: bench.scratch.inbox.appending("a"))
            for _ in 0..<2 {
                let arrival = try #require(await bench.inbox.next())
                let ending = await bench.inbox.finish(arrival, .unread(.failed(shortage)))
                guard case .again = ending else {
                    Issue.record("the file is not tried again: \(ending)")
                    return
                }
            }
            #expect(try await bench.work().map(\.text) == ["text"])
        }
    }
}
