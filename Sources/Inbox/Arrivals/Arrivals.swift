import Files

/// What is known of the files in the inbox, and what may be done with each: the decisions, without I/O or a clock.
///
/// Level-triggered: what a look at the file says is the truth, and a hint is only a reason to look. A file that was
/// announced as complete (closed or renamed in) can be taken at once; any other must stay the same for the settle
/// time. At most `heldLimit` files are held; the rest is found by a later scan. Files that could not be read or moved away
/// do not count among them: see `StuckFiles`.
package struct Arrivals {
    package typealias Instant = ContinuousClock.Instant

    private let settleTime: Duration
    private let unclosedSettleTime: Duration
    let permissionWindow: Duration
    let heldLimit: Int

    var files = HeldFiles()
    /// Files that were worked off and stay in the inbox (`--after keep`), as they were then.
    var kept: [RelativePath: (stamp: Stamp, seen: Int)] = [:]
    var stuck: StuckFiles
    var scan = ScanPass()

    package init(
        settleTime: Duration, unclosedSettleTime: Duration, permissionWindow: Duration, heldLimit: Int,
        stuckLimit: Int = 65_536
    ) {
        self.settleTime = settleTime
        self.unclosedSettleTime = unclosedSettleTime
        self.permissionWindow = permissionWindow
        self.heldLimit = heldLimit
        stuck = StuckFiles(limit: stuckLimit)
    }

    /// Files that were worked off and stay in the inbox are looked at as if they had just come.
    package mutating func forgetKept() { kept = [:] }

    /// Whether a full scan has begun.
    package var hasScanned: Bool { scan.hasBegun }

    /// Whether something lies in the inbox that is not held.
    package var missed: Bool { scan.missed }

    /// How many files the last scan and the hints since could not be held.
    package var leftOut: Int { scan.leftOut }

    /// Whether a scan would find files that can be held.
    package var hasRoomForMissed: Bool { scan.missed && files.count <= heldLimit / 2 }

    package var counts: ArrivalCounts { ArrivalCounts(files, stuck, scan) }

    /// The folders whose files are stuck, those with the most first.
    package func stuckFolders(_ trouble: StuckFiles.Trouble) -> [StuckFolder] { stuck.folders(trouble) }

    mutating func settle(_ path: RelativePath, _ stamp: Stamp, at now: Instant) {
        let isOpen = files[path]?.isOpen == true
        files.settle(path, stamp, until: now + (isOpen ? unclosedSettleTime : settleTime))
    }

    /// Lets a file go. Others may be stuck that it was tried for.
    mutating func drop(_ path: RelativePath, at now: Instant) {
        if let file = files.remove(path) { ended(file.trouble.group, at: now) }
    }

    /// The file that was tried for a group of stuck ones is not stuck as before, whatever became of it.
    mutating func ended(_ group: StuckFiles.Key?, at now: Instant) {
        guard let group else { return }
        stuck.went(group, at: now)
        // Those that were passed over find places now.
        if scan.shutOut > 0 && !stuck.isFull { scan.miss() }
    }
}
