import Files
import Foundation
import Glibc
import Logging
import ServiceLifecycle
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

/// Where files end up, and what is told of it.
@Suite(.timeLimit(.minutes(10))) struct FilingTests {
    @Test func filesOfTheSameNameAreAllKept() async throws {
        try await RunningInbox.run { bench in
            for number in 0..<4 {
                try bench.scratch.deliver("\(number)", to: bench.scratch.inbox.appending("latest.xml"))
                try await bench.work()
            }
            let files = try bench.scratch.files(in: bench.scratch.done)
            #expect(files.count == 4)
            #expect(files.allSatisfy { $0.hasSuffix(".xml") })
            #expect(
                Set(try files.map { try bench.scratch.read(bench.scratch.done.appending($0)) }) == ["0", "1", "2", "3"])
        }
    }

    /// As where an administrator puts files back: the daemon must be able to enter.
    @Test(.enabled(if: geteuid() == 0, "only root makes folders for others"))
    func aFolderThatRootMakesIsTheInboxOwners() throws {
        let scratch = try InboxFolders()
        try scratch.makeFolder(scratch.inbox)
        let inbox = scratch.inbox.string
        let results = unsafe [chown(inbox, 65534, 65534), chmod(inbox, 0o2770)]
        try #require(results == [0, 0])
        try scratch.write("failed", to: scratch.failed.appending("desk/a.txt"))
        _ = try FailedFiles.putBack(InboxConfiguration(inbox: scratch.inbox))
        var status = stat()
        let result = unsafe stat(scratch.inbox.appending("desk").string, &status)
        try #require(result == 0)
        #expect(status.st_uid == 65534 && status.st_gid == 65534 && status.st_mode & 0o7777 == 0o2770)
    }

    @Test func aFailedFileHasItsReasonBesideIt() async throws {
        try await RunningInbox.run { bench in
            try bench.scratch.write("text", to: bench.scratch.inbox.appending("wire/a.xml"))
            let worked = try await bench.work { _, contents in
                .failed(
                    Failure(
                        code: "malformed", reason: "The XML ends early.", remedy: "Send it again.", attempts: 2,
                        sha256: contents.sha256, details: ["item 1: no title"]))
            }
            #expect(worked[0].ending == .moved(bench.scratch.failed.appending("wire/a.xml")))
            let note = try bench.scratch.note("wire/a.xml")
            #expect(note.path == "wire/a.xml" && note.code == "malformed" && note.reason == "The XML ends early.")
            #expect(note.remedy == "Send it again." && note.attempts == 2 && note.details == ["item 1: no title"])
            // Of `printf text | sha256sum`.
            #expect(note.sha256 == "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1")
            #expect(await bench.inbox.counts.failed == 1)
        }
    }

    @Test func aFailedFileNeverTakesThePlaceOfAnothersReason() async throws {
        try await RunningInbox.run { bench in
            for name in ["a.json", "a"] {
                try bench.scratch.deliver(name, to: bench.scratch.inbox.appending(name))
                try await bench.work { _, _ in .failed(Failure(code: "c", reason: name, remedy: "r")) }
            }
            let entries = try FailedFiles.list(bench.configuration)
            #expect(entries.map(\.path) == ["a", "a.json"] || entries.map(\.path) == ["a.json", "a"])
            for entry in entries {
                #expect(entry.note?.reason == entry.path.printed)
                #expect(try bench.scratch.read(entry.file) == entry.path.printed)
            }
        }
    }

    @Test func namesAsLongAsCanBeAreFiled() async throws {
        let name = String(repeating: "ü", count: 125) + ".html"
        try await RunningInbox.run { bench in
            for outcome in [
                WorkOutcome.done(notes: Array("{}".utf8)), .failed(Failure(code: "c", reason: "r", remedy: "m")),
            ] {
                try bench.scratch.write("x", to: bench.scratch.inbox.appending(name))
                let worked = try await bench.work { _, _ in outcome }
                guard case .moved = worked[0].ending else {
                    Issue.record("not moved: \(worked[0].ending)")
                    return
                }
            }
            let failed = try bench.scratch.files(in: bench.scratch.failed)
            #expect(failed.count == 2 && failed.allSatisfy { $0.utf8.count <= 255 })
            #expect(try FailedFiles.list(bench.configuration).map(\.path.printed) == [name])
        }
    }

    @Test func notesOfADoneFileLieBesideIt() async throws {
        try await RunningInbox.run { bench in
            try bench.scratch.write("x", to: bench.scratch.inbox.appending("feed.xml"))
            try await bench.work { _, _ in .done(notes: Array(#"{"failed":[2]}"#.utf8)) }
            let files = try bench.scratch.files(in: bench.scratch.done)
            #expect(files.map { $0.split(separator: "/")[1] } == ["feed.xml", "feed.xml.items.json"])
            #expect(try bench.scratch.read(bench.scratch.done.appending(files[1])) == #"{"failed":[2]}"#)
        }
    }

    @Test func repeatsGoToDoneAndAreCountedApart() async throws {
        try await RunningInbox.run { bench in
            try bench.scratch.write("x", to: bench.scratch.inbox.appending("a"))
            try await bench.work { _, _ in .repeated }
            let counts = await bench.inbox.counts
            #expect(counts.repeats == 1 && counts.done == 0)
            #expect(try bench.scratch.files(in: bench.scratch.done).count == 1)
        }
    }

    @Test func keptFilesStayAndAreNotHandedOutAgainUntilTheyChange() async throws {
        try await RunningInbox.run(configure: { $0.after = .keep }) { bench in
            let path = bench.scratch.inbox.appending("a")
            try bench.scratch.write("one", to: path)
            #expect(try await bench.work().map(\.ending) == [.kept])
            let scans = await bench.inbox.counts.scans
            try await bench.until { $0.scans >= scans + 5 }
            #expect(await bench.inbox.counts.pending == 0)
            try bench.scratch.append(" two", to: path)
            #expect(try await bench.work().map(\.text) == ["one two"])
            #expect(try bench.scratch.files(in: bench.scratch.inbox) == ["a"])
            #expect(try bench.scratch.files(in: bench.scratch.done) == [])
        }
    }

    @Test func deletedFilesLeaveNothingBehind() async throws {
        try await RunningInbox.run(configure: { $0.after = .delete }) { bench in
            try bench.scratch.write("one", to: bench.scratch.inbox.appending("a"))
            #expect(try await bench.work().map(\.ending) == [.deleted])
            #expect(try bench.scratch.files(in: bench.scratch.inbox) == [])
            #expect(try bench.scratch.files(in: bench.scratch.done) == [])
        }
    }

    @Test func aFilePutOffIsHandedOutAgain() async throws {
        try await RunningInbox.run { bench in
            try bench.scratch.write("x", to: bench.scratch.inbox.appending("a"))
            let first = try #require(await bench.inbox.next())
            #expect(
                await bench.inbox.finish(first, .later(reason: "The disk is full."))
                    == .again(reason: "The disk is full."))
            let second = try #require(await bench.inbox.next())
            #expect(second.path == first.path && second.ticket != first.ticket)
        }
    }

    @Test(.enabled(if: OtherFileSystem.isThere, "needs /dev/shm to be another file system than the temporary one"))
    func aFolderOnAnotherFileSystemGetsWholeCopies() async throws {
        let other = try InboxFolders(in: OtherFileSystem.path)
        try await RunningInbox.run(configure: { $0.done = other.root.appending("done") }) { bench in
            try bench.scratch.write("across", to: bench.scratch.inbox.appending("feed/a.txt"))
            let worked = try await bench.work()
            guard case .moved(let path) = worked[0].ending else {
                Issue.record("not moved")
                return
            }
            #expect(try bench.scratch.read(path) == "across")
            #expect(try bench.scratch.files(in: bench.scratch.inbox) == [])
            #expect(try other.files(in: other.root.appending("done")).count == 1)
        }
    }

    @Test func aDoneFolderWithinTheInboxIsRefused() throws {
        let scratch = try InboxFolders()
        var configuration = InboxConfiguration(inbox: scratch.inbox, done: scratch.inbox.appending("done"))
        let watcher = ScanOnly()
        let error = #expect(throws: InboxError.self) {
            try Inbox(configuration, watcher: watcher, logger: .silent).prepare()
        }
        #expect(error?.code == .nested)
        configuration.done = scratch.inbox.appending(".done")
        try Inbox(configuration, watcher: watcher, logger: .silent).prepare()
        #expect(scratch.exists(scratch.inbox.appending(".done")))
    }
}

enum OtherFileSystem {
    static let path = "/dev/shm"

    static var isThere: Bool {
        var here = stat()
        var there = stat()
        return unsafe stat(NSTemporaryDirectory(), &here) == 0 && stat(path, &there) == 0 && here.st_dev != there.st_dev
    }
}
