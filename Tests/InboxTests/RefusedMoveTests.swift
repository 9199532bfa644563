import Files
import Foundation
import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

/// What cannot be moved leaves nothing behind where it was to go.
@Suite(.timeLimit(.minutes(10))) struct RefusedMoveTests {
    /// A file in a folder out of which nothing can be taken, and the archive of it, with `done/` and `failed/` at `root`.
    private static func locked(_ scratch: InboxFolders, to root: FilePath) throws -> (Archive, RelativePath, Stamp) {
        try scratch.write("text", to: scratch.inbox.appending("locked/a.txt"))
        var configuration = InboxConfiguration(
            inbox: scratch.inbox, done: root.appending("done"), failed: root.appending("failed"))
        configuration.folderMode = [.ownerReadWriteExecute, .groupReadWriteExecute, .otherReadWriteExecute]
        let archive = Archive(configuration: configuration, wallClock: Inbox.systemTime)
        try archive.prepare()
        let stamp = try #require(try RootedPath(root: scratch.inbox, path: "locked/a.txt").look().stamp)
        for folder in [root, configuration.done, configuration.failed] {
            #expect(unsafe chmod(folder.string, 0o777) == 0)
        }
        #expect(unsafe chmod(scratch.inbox.appending("locked").string, 0o555) == 0)
        return (archive, "locked/a.txt", stamp)
    }

    @Test(
        .enabled(if: OtherFileSystem.isThere, "needs /dev/shm to be another file system than the temporary one"),
        arguments: [false, true])
    func aCopyWhoseOriginalCannotGoIsTakenAway(_ isFailed: Bool) async throws {
        let (scratch, other) = (try InboxFolders(), try InboxFolders(in: OtherFileSystem.path))
        let (archive, path, stamp) = try Self.locked(scratch, to: other.root)
        let errors = await Powerless.run {
            (0..<3).map { _ in
                Errors.of { () throws(Errno) in
                    _ =
                        isFailed
                        ? try archive.fileFailed(path, stamp, Failure(code: "c", reason: "r", remedy: "m"))
                        : try archive.fileDone(path, stamp, notes: Array("{}".utf8))
                }
            }
        }
        #expect(errors == [.permissionDenied, .permissionDenied, .permissionDenied])
        #expect(try other.files(in: other.root) == [])
        #expect(try scratch.files(in: scratch.inbox) == ["locked/a.txt"])
        #expect(unsafe chmod(scratch.inbox.appending("locked").string, 0o777) == 0)
        guard case .moved(let place, _, _) = try archive.fileDone(path, stamp, notes: nil) else {
            Issue.record("not moved")
            return
        }
        #expect(try scratch.read(place.filePath) == "text")
        #expect(try scratch.files(in: scratch.inbox) == [])
    }

    @Test func itIsKnownWhichFolderIsToBlame() async throws {
        let scratch = try InboxFolders()
        let (archive, _, _) = try Self.locked(scratch, to: scratch.root)
        #expect(unsafe chmod(scratch.root.string, 0o755) == 0)
        let (locked, open) = (scratch.inbox.appending("locked"), archive.configuration.done)
        let blamed = await Powerless.run {
            [locked, open].map { folder in [.permissionDenied, .notPermitted].map { folder.letsNothingGo(because: $0) }
            }
        }
        #expect(blamed == [[true, true], [false, true]])
    }

    /// By chance: whoever does so hits each moment now and then.
    @Test(.enabled(if: OtherFileSystem.isThere, "needs /dev/shm to be another file system than the temporary one"))
    func aFileThatTakesTheNameOfTheOneThatIsCopiedStays() async throws {
        let (scratch, other) = (try InboxFolders(), try InboxFolders(in: OtherFileSystem.path))
        let archive = Archive(
            configuration: InboxConfiguration(inbox: scratch.inbox, done: other.root.appending("done")),
            wallClock: Inbox.systemTime)
        try archive.prepare()
        let path = scratch.inbox.appending("a")
        for number in 0..<500 {
            try scratch.deliver("first \(number)", to: path)
            try scratch.write("second, \(number)", to: scratch.root.appending("aside"))
            let stamp = try #require(try RootedPath(root: scratch.inbox, path: "a").look().stamp)
            let renaming = Task.detached {
                for _ in 0..<(number % 50 * 20) { _ = getppid() }
                try scratch.rename(scratch.root.appending("aside"), to: path)
            }
            _ = try archive.fileDone("a", stamp, notes: nil)
            try await renaming.value
            let left = try scratch.files(in: scratch.inbox).map { try scratch.read(scratch.inbox.appending($0)) }
            #expect(left == ["second, \(number)"])
            try scratch.removeFolder(scratch.inbox)
            try scratch.makeFolder(scratch.inbox)
        }
    }

    @Test func aNameThatWasAFileMayBeAFolderLaterAndTheOtherWay() async throws {
        try await RunningInbox.run { bench in
            let scratch = bench.scratch
            for outcome in [WorkOutcome.done(), .failed(Failure(code: "c", reason: "r", remedy: "m"))] {
                let root = outcome.isDone ? scratch.done : scratch.failed
                for (number, name) in ["feed", "feed/a", "feed/a/b", "feed/a", "feed"].enumerated() {
                    try scratch.deliver("\(number)", to: scratch.inbox.appending(name))
                    let worked = try await bench.work { _, _ in outcome }
                    guard case .moved(let place) = try #require(worked.first).ending else {
                        Issue.record("\(name) was not moved: \(worked)")
                        return
                    }
                    #expect(place.starts(with: root))
                    #expect(try scratch.read(place) == "\(number)")
                    try scratch.removeFolder(scratch.inbox)
                    try scratch.makeFolder(scratch.inbox)
                }
                let files = try scratch.files(in: root).filter { !$0.hasSuffix(".json") }
                #expect(files.count == 5, "\(files)")
                #expect(files.contains { $0.hasSuffix("feed-2/a") } && files.contains { $0.hasSuffix("feed-2/a-2/b") })
            }
            #expect(
                try FailedFiles.list(bench.configuration).map(\.path).sorted() == [
                    "feed", "feed", "feed/a", "feed/a", "feed/a/b",
                ])
        }
    }
}

extension WorkOutcome {
    fileprivate var isDone: Bool { if case .done = self { true } else { false } }
}

private enum Errors {
    static func of(_ body: () throws(Errno) -> Void) -> Errno? {
        do throws(Errno) {
            try body()
            return nil
        } catch {
            return error
        }
    }
}
