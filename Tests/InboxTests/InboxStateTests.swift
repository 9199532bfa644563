import Files
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

/// The decisions of the inbox, without a disk.
struct InboxStateTests {
    private let start = ContinuousClock.now
    private var state = InboxState(InboxConfiguration(inbox: "/inbox"))

    @Test mutating func isReadyWhenTheWatchIsSetAndAScanHasBegun() {
        #expect(!state.isReady && state.watch == .starting)
        #expect(state.take(.ready) == nil)
        #expect(!state.isReady && state.watch == .watching)
        state.arrivals.scanBegan()
        #expect(state.isReady)
    }

    @Test mutating func aWatcherThatMissesThingsMakesScansMoreFrequentUntilItSeesAllAgain() {
        #expect(state.take(.blind(reason: "no watch for wire/")) == .log(.blind(reason: "no watch for wire/")))
        _ = state.take(.blind(reason: "no watch for web/"))
        _ = state.take(.blind(reason: "no watch for web/"))
        #expect(state.watch == .blind(["no watch for wire/", "no watch for web/"]) && state.schedule.isDegraded)
        #expect(state.counts.degraded.first?.hasSuffix("no watch for wire/ (and 1 more of the kind).") == true)
        // A watcher that only asks for looks says nothing of what it sees.
        _ = state.take(.due)
        #expect(state.watch.isBlind)
        _ = state.take(.ready)
        #expect(!state.schedule.isDegraded && state.counts.degraded == [])
    }

    @Test mutating func aHintOfAFileIsAReasonToLookAndAHintOfTheWatcherOneToScan() {
        _ = state.schedule.begin(at: start)
        state.schedule.ended(at: start, took: .zero)
        let later = start + .seconds(1)
        #expect(state.take(.created("a")) == .look("a", by: .created))
        #expect(state.take(.closed("a", size: 5)) == .look("a", by: .closed, closedAt: 5))
        #expect(state.schedule.begin(at: later) == nil)
        #expect(state.take(.folder("wire")) == nil)
        #expect(state.schedule.begin(at: later) == .folders(["wire"]))
        #expect(state.take(.folder(".hidden")) == nil)
        #expect(state.schedule.begin(at: later) == nil)
        #expect(state.take(.overflow) == nil)
        #expect(state.schedule.begin(at: later) == .all && state.counts.overflows == 1)
    }

    @Test(arguments: [
        (FolderState.usable, true), (.unmounted, true), (.taken(by: 7), false), (.unreadable(.permissionDenied), false),
    ]) mutating func theInboxIsScannedUnlessItIsAnothersOrCannotBeRead(folder: FolderState, isScanned: Bool) {
        #expect(state.claimed(folder) == isScanned)
        #expect(state.counts.unhealthy.isEmpty == (folder == .usable))
        #expect(state.claimed(.usable) && state.counts.unhealthy.isEmpty)
    }

    @Test mutating func aSmallFilePassesOnlyWhileAllWorkersHaveLargeOnes() {
        let small = HandOut(
            path: "a", stamp: Stamp(device: 1, inode: 1, size: 10, modified: 0, changed: 0), ticket: 1, noticed: start)
        #expect(state.overtaking.isAllowed(hasIdleWorkers: false))
        #expect(!state.overtaking.isAllowed(hasIdleWorkers: true))
        state.overtaking.began(small, smallSize: 9)
        #expect(state.overtaking.isAllowed(hasIdleWorkers: false))
        state.overtaking.began(small, smallSize: 10)
        #expect(!state.overtaking.isAllowed(hasIdleWorkers: false))
        state.overtaking.ended(small.ticket)
        #expect(state.overtaking.isAllowed(hasIdleWorkers: false))
    }
}
