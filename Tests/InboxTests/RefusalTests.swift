import Files
import Foundation
import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

/// Bad input costs that input and nothing else, and what lies beside it says what to do.
@Suite(.timeLimit(.minutes(10))) struct RefusalTests {
    @Test(arguments: WatcherTests.Kind.allCases)
    func linksFIFOsAndSocketsGoToFailedUnopened(_ kind: WatcherTests.Kind) async throws {
        try await RunningInbox.run(watcher: try kind.make()) { bench in
            let scratch = bench.scratch
            try scratch.write("secret", to: scratch.root.appending("secret"))
            try scratch.symlink(to: "../secret", at: scratch.inbox.appending("link"))
            try scratch.symlink(to: "/", at: scratch.inbox.appending("folder-link"))
            try scratch.makeFIFO(scratch.inbox.appending("pipe"))
            try scratch.makeSocket(scratch.inbox.appending("socket"))
            try await bench.until { $0.failed == 4 }
            #expect(
                try scratch.files(in: scratch.failed) == [
                    "folder-link", "folder-link.json", "link", "link.json", "pipe", "pipe.json", "socket",
                    "socket.json",
                ])
            let note = try scratch.note("link")
            #expect(note.code == "not-a-file" && note.path == "link")
            #expect(note.reason == "link is not a regular file but a symbolic link.")
            try scratch.write("fine", to: scratch.inbox.appending("next"))
            #expect(try await bench.work().map(\.text) == ["fine"])
        }
    }

    @Test func aFolderThatBecomesALinkLeadsNowhere() async throws {
        try await RunningInbox.run { bench in
            let scratch = bench.scratch
            try scratch.write("harmless", to: scratch.inbox.appending("feed/passwd"))
            try scratch.write("secret", to: scratch.root.appending("etc/passwd"))
            let arrival = try #require(await bench.inbox.next())
            try scratch.removeFolder(scratch.inbox.appending("feed"))
            try scratch.symlink(to: "../etc", at: scratch.inbox.appending("feed"))
            #expect(throws: ReadingError.gone) { try bench.inbox.read(arrival) }
            #expect(await bench.inbox.finish(arrival, .done()) == .gone)
            #expect(try scratch.read(scratch.root.appending("etc/passwd")) == "secret")
            #expect(try scratch.files(in: scratch.done) == [])
        }
    }

    @Test func aFileThatIsTooLargeFailsUnread() async throws {
        try await RunningInbox.run(configure: { $0.maximumSize = 10 }) { bench in
            try bench.scratch.write("0123456789A", to: bench.scratch.inbox.appending("big"))
            let arrival = try #require(await bench.inbox.next())
            #expect(throws: ReadingError.tooLarge(11, limit: 10)) { try bench.inbox.read(arrival) }
            await bench.inbox.finish(arrival, .unread(.tooLarge(11, limit: 10)))
            try bench.scratch.write("0123456789", to: bench.scratch.inbox.appending("fits"))
            #expect(try await bench.work().map(\.path) == ["fits"])
            let note = try bench.scratch.note("big")
            #expect(note.code == "too-large")
            #expect(note.reason == "big has 11 bytes; files of up to 10 are read.")
        }
    }

    @Test func aFileThatMayNotBeReadIsTriedAgainAndThenFails() async throws {
        try await RunningInbox.run(configure: { $0.permissionWindow = .milliseconds(500) }) { bench in
            let path = bench.scratch.inbox.appending("private")
            try bench.scratch.write("text", to: path)
            #expect(unsafe chmod(path.string, 0) == 0)
            let told =
                "private cannot be read: Permission denied. Make it readable by the user that quoted runs as (`chmod "
                + "g+r`, and `chgrp` to the group of the service). Until then the daemon tries again, and at last moves "
                + "it to failed/."
            // The second try comes a second after the first, when the window is closed.
            for (ending, degraded) in [
                (Ending.unread(reason: told), [told]), (.moved(bench.scratch.failed.appending("private")), []),
            ] {
                let arrival = try #require(await bench.inbox.next())
                let error = try #require(await Powerless.read(arrival))
                #expect(error == .notPermitted)
                #expect(await bench.inbox.finish(arrival, .unread(error)) == ending)
                #expect(await bench.inbox.counts.degraded == degraded)
            }
            let note = try bench.scratch.note("private")
            #expect(note.code == "no-permission")
            #expect(note.attempts == 2)
            #expect(note.remedy.contains("chmod"))
        }
    }

    @Test func aFolderThatMayNotBeReadIsToldOfAndTheOthersAreScanned() async throws {
        let scratch = try InboxFolders()
        try scratch.write("x", to: scratch.inbox.appending("locked/a"))
        try scratch.write("x", to: scratch.inbox.appending("open/b"))
        let locked = scratch.inbox.appending("locked").string
        #expect(unsafe chmod(locked, 0) == 0)
        defer { unsafe chmod(locked, 0o700) }
        let (found, troubles) = await Powerless.run {
            var sweep = Sweep(scratch.inbox)
            var found: [RelativePath] = []
            while let slice = sweep.next(1) { found += slice.map(\.path) }
            return (found, UnseenFolders(sweep.findings).sentences)
        }
        #expect(found == ["open/b"])
        #expect(
            troubles == [
                "The folder locked of the inbox cannot be read: Permission denied. What is in it is not seen: give the "
                    + "service's user permission to read and enter it."
            ])
    }

    @Test func aNameCannotForgeALineOrHideFromTheStatus() async throws {
        try await RunningInbox.run { bench in
            let path = RelativePath(Array("two\nlines\u{202E}".utf8) + [0xFF])!
            try bench.scratch.write("", to: bench.scratch.inbox.appending(path))
            try await bench.work { arrival, _ in
                .failed(Failure(code: "empty", reason: "\(arrival.path) is empty.", remedy: "Send it again."))
            }
            let files = try FailedListing(bench.configuration)
            #expect(files.paths == [path])
            let note = try #require(files.notes.first)
            #expect(note.path == #"two\nlines\u{202e}\xff"#)
            #expect(RelativePath(printed: note.path) == path)
            #expect(note.reason == #"two\nlines\u{202e}\xff is empty."#)
        }
    }

    @Test func whatCannotBeMovedStaysPendingIsNotWorkedOnAgainAndMovesWhenItCan() async throws {
        try await RunningInbox.run { bench in
            let scratch = bench.scratch
            try await bench.until { $0.scans > 0 }
            try scratch.removeFolder(scratch.done)
            try scratch.write("in the way", to: scratch.done)
            try scratch.write("text", to: scratch.inbox.appending("a"))
            let worked = try await bench.work()
            guard case .stuck(let reason) = try #require(worked.first).ending else {
                Issue.record("moved")
                return
            }
            let written = "The lines of a are written, but it cannot be moved out of the inbox to \(scratch.done): "
            #expect(reason.hasPrefix(written))
            try await bench.until { $0.scans >= 5 }
            let counts = await bench.inbox.counts
            #expect(counts.pending == 1 && counts.stuck == 1 && counts.done == 0)
            #expect(counts.degraded == [reason])
            try FileManager.default.removeItem(atPath: scratch.done.string)
            try scratch.makeFolder(scratch.done)
            try await bench.until { $0.done == 1 }
            #expect(await bench.inbox.counts.degraded == [])
            #expect(try scratch.files(in: scratch.inbox) == [])
        }
    }
}

/// What lies in `failed/`, for names that are no strings.
private struct FailedListing {
    let paths: [RelativePath]
    let notes: [FailureNote]

    init(_ configuration: InboxConfiguration) throws {
        let entries = try FailedFiles.list(configuration)
        paths = entries.map(\.path)
        notes = entries.compactMap(\.note)
    }
}

/// Runs on a thread that has no more rights than anybody, since root may read all.
enum Powerless {
    static func read(_ arrival: Arrival) async -> ReadingError? {
        await run {
            do throws(ReadingError) {
                _ = try arrival.read(maximum: 1 << 20)
                return nil
            } catch {
                return error
            }
        }
    }

    static func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                giveUpRights()
                continuation.resume(returning: body())
            }
        }
    }

    /// Of this thread alone; the process keeps its rights. Swift does not see the header that declares setfsuid.
    private static func giveUpRights() {
        guard geteuid() == 0, let symbol = unsafe dlsym(nil, "setfsuid") else { return }
        let setfsuid = unsafe unsafeBitCast(symbol, to: (@convention(c) (uid_t) -> CInt).self)
        _ = setfsuid(65_534)
    }
}
