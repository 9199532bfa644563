import Files

/// Everything that the inbox knows, and the decisions that follow from it. Without I/O and without a clock.
struct InboxState {
    typealias Instant = ContinuousClock.Instant

    let configuration: InboxConfiguration
    /// Which files there are, and what is being done with each.
    var arrivals: Arrivals
    /// What the watcher is doing.
    var watch = WatchState.starting { didSet { schedule.isDegraded = watch.isBlind } }
    /// Whether the inbox itself can be used.
    var folder = FolderState.usable
    /// What the scan is doing, and when the next is due.
    var schedule: ScanSchedule
    /// What the last full scan could not see.
    private var unseen = UnseenFolders()
    /// Whether small files pass large ones.
    var overtaking = Overtaking()
    /// Files that were moved and are looked at again.
    var rechecks: Rechecks
    /// Folders that are yet to be synced.
    var unsynced = FolderSync()
    var tally = InboxCounts()

    init(_ configuration: InboxConfiguration) {
        self.configuration = configuration
        arrivals = Arrivals(
            settleTime: configuration.settleTime, unclosedSettleTime: configuration.unclosedSettleTime,
            permissionWindow: configuration.permissionWindow, heldLimit: configuration.heldLimit)
        rechecks = Rechecks(first: configuration.settleTime)
        schedule = ScanSchedule(
            interval: configuration.rescanInterval, degradedInterval: configuration.degradedRescanInterval)
    }

    /// Whether the watch is set (or it is known that there can be none) and a scan has begun: the service is ready.
    var isReady: Bool { watch.hasBegun && arrivals.hasScanned }

    /// When something is due; nil: now.
    var deadline: Instant? {
        schedule.deadline.map { scan in
            [arrivals.deadline, rechecks.due, unsynced.due].compactMap(\.self).reduce(scan, min)
        }
    }

    /// Whether a path is ignored, whatever lies there.
    func isLeftAlone(_ path: RelativePath) -> Bool { path.isTooDeep || configuration.spared.spare(path) }

    /// Takes in what locking the folder gave.
    ///
    /// - Returns: whether it may be scanned.
    mutating func claimed(_ state: FolderState) -> Bool {
        folder = state
        return state == .usable || state == .unmounted
    }

    mutating func scanned(_ findings: Findings, at time: String, took duration: Duration) {
        unseen = UnseenFolders(findings)
        for case (nil, let error) in findings.unreadable { folder = .unreadable(error) }
        tally.scans += 1
        tally.lastScan = time
        tally.lastScanSeconds = duration / .seconds(1)
    }

    /// For the status.
    var counts: InboxCounts {
        var counts = tally
        let files = arrivals.counts
        counts.pending = files.pending
        counts.settling = files.settling
        counts.stuck = files.waiting + files.unread + files.stuck
        counts.working = files.working
        let (unread, unmoved) = (arrivals.stuckFolders(.unread), arrivals.stuckFolders(.unmoved))
        counts.stuckFolders = unread + unmoved
        let sentence = folder.sentence(configuration.inbox)
        let stuck = [unread, unmoved].map(StuckFolder.sentence)
        counts.degraded = ([sentence, watch.sentence] + unseen.sentences + stuck).compactMap(\.self)
        counts.unhealthy = [sentence, StuckFolder.sentence(unmoved)].compactMap(\.self)
        return counts
    }
}
