import Files
import Foundation
import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

/// What every watcher owes: whoever follows its hints, and looks through a folder when told to, comes to know every
/// file that stays.
@Suite(.timeLimit(.minutes(10))) struct WatcherTests {
    enum Kind: String, CaseIterable, CustomTestStringConvertible {
        case process, scan

        var testDescription: String { rawValue }

        func make() throws -> any Watcher {
            switch self {
            case .process: try WatchProcess.find()
            case .scan: ScanOnly(every: .milliseconds(50))
            }
        }
    }

    @Test(arguments: Kind.allCases) func filesThatCameBeforeAreFound(_ kind: Kind) async throws {
        let scratch = try InboxFolders()
        try scratch.write("a", to: scratch.inbox.appending("a"))
        try scratch.write("b", to: scratch.inbox.appending("feed/b"))
        try await Follower.run(kind, scratch) { try await $0.knows("a", "feed/b") }
    }

    @Test(arguments: Kind.allCases) func filesAreFoundHoweverTheyAreDelivered(_ kind: Kind) async throws {
        let scratch = try InboxFolders()
        try scratch.makeFolder(scratch.inbox)
        try scratch.write("l", to: scratch.root.appending("original"))
        try await Follower.run(kind, scratch) { follower in
            try await follower.isReady()
            try scratch.write("c", to: scratch.inbox.appending("copied"))
            try scratch.deliver("m", to: scratch.inbox.appending("moved"))
            try scratch.link(scratch.root.appending("original"), to: scratch.inbox.appending("linked"))
            try scratch.makeFIFO(scratch.inbox.appending("fifo"))
            try scratch.symlink(to: "/etc/hostname", at: scratch.inbox.appending("symlink"))
            try await follower.knows("copied", "moved", "linked", "fifo", "symlink")
        }
    }

    @Test(arguments: Kind.allCases) func filesInNewFoldersAreFound(_ kind: Kind) async throws {
        let scratch = try InboxFolders()
        try scratch.makeFolder(scratch.inbox)
        try await Follower.run(kind, scratch) { follower in
            try await follower.isReady()
            for number in 0..<20 {
                try scratch.write("x", to: scratch.inbox.appending("new/\(number)/deep/at-once"))
            }
            for number in 0..<20 { try await follower.knows(RelativePath("new/\(number)/deep/at-once")!) }
            try scratch.write("y", to: scratch.inbox.appending("new/3/deep/later"))
            try await follower.knows("new/3/deep/later")
        }
    }

    @Test(arguments: Kind.allCases) func filesInFoldersThatWereRenamedOrMovedInAreFound(_ kind: Kind) async throws {
        let scratch = try InboxFolders()
        try scratch.makeFolder(scratch.inbox)
        try scratch.write("x", to: scratch.root.appending("batch/inner/one"))
        try await Follower.run(kind, scratch) { follower in
            try await follower.isReady()
            try scratch.rename(scratch.root.appending("batch"), to: scratch.inbox.appending("batch"))
            try await follower.knows("batch/inner/one")
            try scratch.rename(scratch.inbox.appending("batch"), to: scratch.inbox.appending("renamed"))
            try await follower.knows("renamed/inner/one")
            try scratch.write("y", to: scratch.inbox.appending("renamed/inner/two"))
            try await follower.knows("renamed/inner/two")
        }
    }

    @Test(arguments: Kind.allCases) func filesAreFoundWhenTheInboxWasMadeAgain(_ kind: Kind) async throws {
        let scratch = try InboxFolders()
        try scratch.write("a", to: scratch.inbox.appending("first"))
        try await Follower.run(kind, scratch) { follower in
            try await follower.knows("first")
            try FileManager.default.removeItem(atPath: scratch.inbox.string)
            try scratch.write("b", to: scratch.inbox.appending("second"))
            try await follower.knows("second")
            try scratch.rename(scratch.inbox, to: scratch.root.appending("old"))
            try scratch.write("c", to: scratch.inbox.appending("third"))
            try await follower.knows("third")
        }
    }

    @Test(arguments: Kind.allCases) func namesOfAnyBytesArePassedOn(_ kind: Kind) async throws {
        let scratch = try InboxFolders()
        try scratch.makeFolder(scratch.inbox)
        let paths: [RelativePath] = ["two\nlines", RelativePath(Array("caf".utf8) + [0xE9])!, "W trick\r", " "]
        try await Follower.run(kind, scratch) { follower in
            try await follower.isReady()
            for path in paths { try scratch.write("x", to: scratch.inbox.appending(path)) }
            for path in paths { try await follower.knows(path) }
        }
    }

    @Test(arguments: Kind.allCases) func nothingIsLostWhenTheReaderStopsReading(_ kind: Kind) async throws {
        let scratch = try InboxFolders()
        try scratch.makeFolder(scratch.inbox)
        // Two events a file: more than the kernel's queue holds, and long names to fill the pipe before it.
        let queue = try #require(Int(scratch.read("/proc/sys/fs/inotify/max_queued_events").dropLast()))
        let count = queue / 2 + 1500
        try await Follower.run(kind, scratch) { follower in
            try await follower.isReady()
            await follower.stopReading()
            let ending = String(repeating: "x", count: 200)
            for number in 0..<count { try scratch.touch("\(scratch.inbox)/\(number)\(ending)") }
            await follower.readOn()
            try await follower.knows(count: count)
            if kind == .process { try await follower.until { $0.overflows > 0 } }
        }
    }

    @Test func aWatcherThatIsKilledIsStartedAgainAndSaysSo() async throws {
        let scratch = try InboxFolders()
        try scratch.makeFolder(scratch.inbox)
        try await Follower.run(.process, scratch) { follower in
            try await follower.isReady()
            let first = try #require(try Self.watchers(of: scratch.inbox).first)
            kill(first, SIGKILL)
            try scratch.write("x", to: scratch.inbox.appending("meanwhile"))
            try await follower.knows("meanwhile")
            try await follower.until { $0.restarts == 1 }
            #expect(try Self.watchers(of: scratch.inbox).contains { $0 != first })
        }
    }

    @Test func theWatcherEndsWithTheTask() async throws {
        let scratch = try InboxFolders()
        try scratch.makeFolder(scratch.inbox)
        try await Follower.run(.process, scratch) { follower in
            try await follower.isReady()
            #expect(try Self.watchers(of: scratch.inbox).count == 1)
        }
        #expect(try Self.watchers(of: scratch.inbox).isEmpty)
    }

    @Test func aWatcherThatIsNotThereIsReportedAsBlind() async throws {
        let scratch = try InboxFolders()
        try scratch.makeFolder(scratch.inbox)
        let watcher = WatchProcess(executable: scratch.root.appending("no-such-program"))
        try await Follower.run(watcher, scratch) { follower in
            try await follower.until { $0.blindness?.contains("no-such-program") == true }
        }
    }

    /// Running processes that watch the directory.
    private static func watchers(of inbox: FilePath) throws -> [pid_t] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }.filter { process in
            guard let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else { return false }
            let arguments = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            return arguments.first?.hasSuffix(WatchProcess.name) == true && arguments.dropFirst().first == inbox.string
        }
    }
}
