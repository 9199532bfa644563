import Executors
package import Files
package import Logging
import ServiceLifecycle
import SystemPackage

/// The inbox directory: finds the files that come, hands each to one worker, and files it away afterwards.
///
/// Every file reaches a visible end: `done/`, `failed/` with its reason, or it is still pending in `counts`. Hints of
/// the watcher are reasons to look; what a scan finds is the truth. `InboxState` knows and decides; this actor looks at
/// the disk, asks it, and carries out what it says.
package actor Inbox: Service {
    package nonisolated let configuration: InboxConfiguration
    private nonisolated let executor = ThreadExecutor(name: "inbox")
    // File system calls block.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    var state: InboxState

    let folder: InboxFolder
    let filing: Filing
    let scanner = Scanner()
    /// Rings when something may be due earlier than it was.
    nonisolated let alarm = Alarm()
    /// Workers that wait for a file, and workers that wait for a small one.
    nonisolated let workers = Pulls()
    nonisolated let smallWorkers = Pulls()
    let logger: Logger
    let reportFailure: @Sendable (RelativePath, Failure) -> Void
    let rechecker: Rechecker
    let recovery: RecheckRecovery
    private nonisolated let watcher: any Watcher
    private nonisolated let clock: @Sendable () -> ContinuousClock.Instant

    /// - Parameters:
    ///   - lock: the inbox's; claimed again before each scan, since the path may lead to another folder by then.
    ///   - wallClock: seconds since 1970, for folders and records; nothing waits by it.
    ///   - reportFailure: called for each file that went to `failed/`, whether a worker or the inbox failed it.
    ///   - isKnown: whether a file with this content was annotated before.
    ///   - doubtfulSince: nanoseconds since 1970; files moved to `done/` since then go back into the inbox unless they
    ///     are known.
    ///   - clock: the clock for all waiting.
    package init(
        _ configuration: InboxConfiguration, watcher: any Watcher, logger: Logger, lock: FolderLock? = nil,
        wallClock: @escaping @Sendable () -> Int64 = Inbox.systemTime,
        reportFailure: @escaping @Sendable (RelativePath, Failure) -> Void = { _, _ in },
        isKnown: @escaping @Sendable (_ sha256: String) async -> Bool = { _ in true }, doubtfulSince: Int64? = nil,
        clock: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.configuration = configuration
        self.watcher = watcher
        self.logger = logger
        self.reportFailure = reportFailure
        self.clock = clock
        state = InboxState(configuration)
        folder = InboxFolder(root: configuration.inbox, lock: lock, logger: logger)
        filing = Filing(archive: Archive(configuration: configuration, wallClock: wallClock))
        rechecker = Rechecker(archive: filing.archive, inbox: folder, logger: logger)
        recovery = RecheckRecovery(
            archive: filing.archive, span: state.rechecks.span, isKnown: isKnown, doubtfulSince: doubtfulSince)
    }

    /// The state of the inbox, for the status.
    package var counts: InboxCounts { state.counts }

    /// Whether the watch is set (or it is known that there can be none) and a scan has begun: the service is ready.
    package var isReady: Bool { state.isReady }

    nonisolated var now: ContinuousClock.Instant { clock() }

    /// Makes the folders that are missing. `run` does it too; called before, it finds mistakes before anything starts.
    package nonisolated func prepare() throws(InboxError) { try filing.archive.prepare() }

    /// Runs until graceful shutdown or cancellation. Arrivals in work can still be finished afterwards.
    package func run() async throws {
        try prepare()
        await cancelWhenGracefulShutdown { await self.keep() }
        workers.close()
        smallWorkers.close()
        filing.sync(state.unsynced.take())
    }

    private func keep() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.watcher.watch(self.configuration.inbox) { await self.noticed($0) } }
            group.addTask { await self.keepTime() }
            group.addTask { await self.takeOverRechecks() }
            if let age = configuration.keepDone {
                let keeper = HouseKeeper(filing.archive, logger)
                group.addTask { await keeper.run(olderThan: age) }
            }
        }
    }

    /// Does what is due, and sleeps until more is.
    private func keepTime() async {
        while !Task.isCancelled {
            await scanIfDue()
            await tend()
            await alarm.sleep(until: state.deadline ?? now)
        }
    }
}
