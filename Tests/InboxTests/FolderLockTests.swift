import Files
import Foundation
import Glibc
import SystemPackage
import Testing

@testable import Inbox

/// One inbox has one daemon, by whatever name it came to it.
@Suite(.timeLimit(.minutes(10))) struct FolderLockTests {
    private let scratch: InboxFolders

    init() throws {
        scratch = try InboxFolders()
        try scratch.makeFolder(scratch.inbox)
    }

    @Test func aLinkLeadsToTheSameLock() throws {
        let link = scratch.root.appending("link")
        try scratch.symlink(to: "inbox", at: link)
        var first: FolderLock? = FolderLock(scratch.inbox)
        let second = FolderLock(link)
        #expect(first?.claim() == .held && first?.claim() == .held)
        #expect(second.claim() == .taken(by: Int(getpid())) && !second.isHeld)
        first = nil
        #expect(second.claim() == .held && second.isHeld)
    }

    @Test func aFolderThatIsMadeAgainIsHadByOneOfTwo() throws {
        let (first, second) = (FolderLock(scratch.inbox), FolderLock(scratch.inbox))
        #expect(first.claim() == .held)
        try scratch.rename(scratch.inbox, to: scratch.root.appending("old"))
        #expect(!first.isHeld && first.claim() == .missing(.noSuchFileOrDirectory))
        try scratch.makeFolder(scratch.inbox)
        #expect(second.claim() == .held)
        #expect(first.claim() == .taken(by: Int(getpid())) && !first.isHeld)
        // What it had before it still has.
        #expect(FolderLock(scratch.root.appending("old")).claim() == .taken(by: Int(getpid())))
    }

    @Test func anInboxThatAnotherDaemonHasIsLeftAlone() async throws {
        let scratch = scratch
        let lock = FolderLock(scratch.inbox)
        #expect(lock.claim() == .held)
        try await RunningInbox.run(watcher: try WatchProcess.find(), scratch: scratch, lock: lock) { bench in
            try scratch.deliver("mine", to: scratch.inbox.appending("a"))
            #expect(try await bench.work().map(\.text) == ["mine"])
            try scratch.rename(scratch.inbox, to: scratch.root.appending("old"))
            try scratch.makeFolder(scratch.root.appending("new"))
            var other: FolderLock? = FolderLock(scratch.root.appending("new"))
            #expect(other?.claim() == .held)
            try scratch.rename(scratch.root.appending("new"), to: scratch.inbox)
            try scratch.deliver("theirs", to: scratch.inbox.appending("b"))
            try await bench.until { counts in
                counts.unhealthy.contains { $0.contains("another daemon (process \(getpid())) has it now") }
            }
            #expect(await bench.inbox.take() == nil)
            withExtendedLifetime(other) {}
            other = nil
            await bench.inbox.rescan()
            #expect(try await bench.work().map(\.text) == ["theirs"])
            try await bench.until { $0.unhealthy.isEmpty }
        }
    }

    @Test func anInboxThatIsGoneIsUnhealthyUntilItIsThereAgain() async throws {
        let scratch = scratch
        try await RunningInbox.run(scratch: scratch, lock: FolderLock(scratch.inbox)) { bench in
            try await bench.until { $0.scans > 0 && $0.unhealthy.isEmpty }
            try scratch.rename(scratch.inbox, to: scratch.root.appending("old"))
            try await bench.until { counts in
                counts.unhealthy.contains { $0.contains("\(scratch.inbox) cannot be read") }
            }
            try scratch.rename(scratch.root.appending("old"), to: scratch.inbox)
            try await bench.until { $0.unhealthy.isEmpty && $0.degraded.isEmpty }
        }
    }
}
