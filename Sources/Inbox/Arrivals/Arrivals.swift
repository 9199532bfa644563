/// What is known of the files in the inbox, and what may be done with each: the decisions, without I/O or a clock.
///
/// Level-triggered: what a look at the file says is the truth, and a hint is only a reason to look. A file that was
/// announced as complete (closed or renamed in) can be taken at once; any other must stay the same for the settle
/// time. At most `heldLimit` files are held; the rest is found by a later scan. Those that could not be read or moved away
/// do not count among them: see `StuckFiles`.
package struct Arrivals {
    package typealias Instant = ContinuousClock.Instant

    /// What made somebody look.
    package enum Sighting: Sendable { case created, paused, closed, scanned, settled }

    /// What the owner is to do after a sighting.
    package enum Action: Equatable {
        /// Move it to `failed/`: it is no file. It counts as handed out until `finished` says how that went.
        case refuse(Arrived, Look.Special)
    }

    /// A file that is handed out.
    package struct Arrived: Sendable, Hashable {
        package var path: InboxPath
        package var stamp: Stamp
        package var ticket: UInt64
        package var noticed: Instant
    }

    let settleTime: Duration
    let unclosedSettleTime: Duration
    let permissionWindow: Duration
    let heldLimit: Int

    var files: [InboxPath: File] = [:]
    /// Files that were worked off and stay in the inbox (`--after keep`), as they were then.
    var kept: [InboxPath: (stamp: Stamp, seen: Int)] = [:]
    var lanes = Lanes()
    var timetable = Timetable<InboxPath>()
    /// Files that could not be read or moved away. They take no places.
    var stuck: StuckFiles
    /// The number of full scans begun.
    var scan = 0
    /// Found by the scan that is running.
    var listed: [InboxPath] = []
    /// How many files the last scan and the hints since could not be held.
    package internal(set) var leftOut = 0
    /// How many files the last scan passed over since too many are stuck in their folders; about.
    var shutOut = 0
    /// Something lies in the inbox that is not held: a scan is needed when there is room.
    package internal(set) var missed = false
    private var lastTicket: UInt64 = 0

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

    /// What was worked off and stays in the inbox is looked at as if it had just come.
    package mutating func forgetKept() { kept = [:] }

    /// Whether a full scan has begun.
    package var hasScanned: Bool { scan > 0 }

    /// Whether a scan would find files that can be held.
    package var hasRoomForMissed: Bool { missed && files.count <= heldLimit / 2 }

    mutating func newTicket() -> UInt64 {
        lastTicket += 1
        return lastTicket
    }
}

extension Arrivals {
    struct File {
        var state: State
        var stamp: Stamp
        /// Changes with the state; what the lanes and the timetable hold under an older one is void.
        var ticket: UInt64
        var noticed: Instant
        /// A hint told of it, and not only a scan.
        var hinted: Bool
        /// The last full scan that it was there in.
        var seen: Int
        /// It was seen to be made, by no link, and not to be closed since.
        var isOpen = false
        /// It changed after it was announced as complete: whoever announced it is not believed again.
        var suspect = false
        /// The last announcement while it was handed out.
        var announced: Stamp?
        var trouble = Trouble()

        var lane: Lanes.Lane { hinted ? .fresh : .backlog }
    }

    enum State: Equatable {
        /// Found by the scan that is running.
        case listed
        case settling(until: Instant)
        case ready
        case working
        /// To be tried again.
        case waiting(until: Instant)
    }

    /// Why and how often a file was handed out in vain.
    struct Trouble {
        var tries = 0
        /// Since when it cannot be read; nil if that is not the trouble.
        var unreadableSince: Instant?
        /// The stuck files for which it is tried whether they go now.
        var group: StuckFiles.Key?

        /// 1, 2, 4 … 30 seconds.
        var delay: Duration { .seconds(min(1 << min(tries, 5), 30)) }
    }
}
