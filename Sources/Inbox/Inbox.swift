import Executors
package import Logging
import ServiceLifecycle
import SystemPackage

/// The inbox directory: finds the files that come, hands each to one worker, and files it away afterwards.
///
/// Every file reaches a visible end: `done/`, `failed/` with its reason, or it is still pending in `counts`. Hints of
/// the watcher are reasons to look; what a scan finds is the truth.
package actor Inbox: Service {
    package nonisolated let configuration: InboxConfiguration
    private nonisolated let executor = ThreadExecutor(name: "inbox")
    // File system calls block.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    let watcher: any Watcher
    let logger: Logger
    let archive: Archive
    let pulls = Pulls()
    var overtaking = Overtaking()

    var arrivals: Arrivals
    var schedule: ScanSchedule
    var rechecks: Rechecks
    let scanner = Scanner()
    /// Nil where nobody else can come to the inbox.
    let lock: FolderLock?
    var unsynced = FolderSync()
    var tally = InboxCounts()
    var troubles = Troubles()
    var isWatched = false
    private var nap: Task<Void, Never>?
    let reportFailure: @Sendable (InboxPath, Failure) -> Void
    let isKnown: @Sendable (_ sha256: String) async -> Bool
    let doubtfulSince: Int64?
    private let clock: @Sendable () -> ContinuousClock.Instant

    /// - Parameters:
    ///   - lock: of the inbox; looked at again before each scan, since the path may lead to another folder by then.
    ///   - wallClock: seconds since 1970, for folders and records; nothing waits by it.
    ///   - reportFailure: is told of each file that went to `failed/`, whoever failed it.
    ///   - isKnown: whether a file of that content was worked on before.
    ///   - doubtfulSince: nanoseconds since 1970; files that were moved to `done/` since then go back into the inbox
    ///     unless they are known.
    ///   - clock: what all waiting goes by.
    package init(
        _ configuration: InboxConfiguration, watcher: any Watcher, logger: Logger, lock: FolderLock? = nil,
        wallClock: @escaping @Sendable () -> Int64 = Inbox.systemTime,
        reportFailure: @escaping @Sendable (InboxPath, Failure) -> Void = { _, _ in },
        isKnown: @escaping @Sendable (_ sha256: String) async -> Bool = { _ in true }, doubtfulSince: Int64? = nil,
        clock: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.clock = clock
        self.reportFailure = reportFailure
        self.isKnown = isKnown
        self.doubtfulSince = doubtfulSince
        self.configuration = configuration
        self.watcher = watcher
        self.lock = lock
        self.logger = logger
        archive = Archive(configuration: configuration, wallClock: wallClock)
        arrivals = Arrivals(
            settleTime: configuration.settleTime, unclosedSettleTime: configuration.unclosedSettleTime,
            permissionWindow: configuration.permissionWindow, heldLimit: configuration.heldLimit)
        rechecks = Rechecks(first: configuration.settleTime)
        schedule = ScanSchedule(
            interval: configuration.rescanInterval, degradedInterval: configuration.degradedRescanInterval)
    }

    /// Makes the folders that are missing. `run` does it too; called before, it finds mistakes before anything starts.
    package nonisolated func prepare() throws(InboxError) { try archive.prepare() }

    /// Keeps the inbox until graceful shutdown or cancellation. Arrivals that are handed out can be finished after it.
    package func run() async throws {
        try prepare()
        await cancelWhenGracefulShutdown { await self.keep() }
        pulls.close()
        overtaking.pulls.close()
        syncFolders()
    }

    private func keep() async {
        await withDiscardingTaskGroup { group in
            group.addTask {
                await self.watcher.watch(self.configuration.inbox) { await self.noticed($0) }
            }
            group.addTask { await self.keepTime() }
            group.addTask { await self.keepHouse() }
            group.addTask { await self.takeOverRechecks() }
        }
    }

    var now: ContinuousClock.Instant { clock() }

    /// Does what is due, and sleeps until more is.
    private func keepTime() async {
        while !Task.isCancelled {
            await scanIfDue()
            await tend()
            await sleep(until: deadline)
        }
    }

    /// Does what is due but for scans, which take their time.
    func tend() async {
        await lookAtDue()
        moveStuck()
        recheckDue()
        if unsynced.isDue(at: now) { syncFolders() }
        serve()
    }

    private var deadline: ContinuousClock.Instant {
        guard let scan = schedule.deadline else { return now }
        return [arrivals.deadline, rechecks.due, unsynced.due].compactMap(\.self).reduce(scan, min)
    }

    /// The sleep is a task of its own only so that `wake` can end it.
    private func sleep(until deadline: ContinuousClock.Instant) async {
        let nap = Task { _ = try? await Task.sleep(until: deadline, clock: .continuous) }
        self.nap = nap
        await withTaskCancellationHandler {
            await nap.value
        } onCancel: {
            nap.cancel()
        }
    }

    /// Something may be due earlier than it was.
    func wake() { nap?.cancel() }
}
