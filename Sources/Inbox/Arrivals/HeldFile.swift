import Files

/// A file that the inbox holds in memory, and what is being done with it.
struct HeldFile {
    typealias Instant = ContinuousClock.Instant

    enum State: Equatable {
        /// Found by the scan that is running.
        case listed
        /// Not known to be complete: it has to stay the same until then.
        case settling(until: Instant)
        /// Complete: the next worker may take it.
        case ready
        /// Handed out.
        case working
        /// Put off, to be handed out again.
        case waiting(until: Instant)
    }

    var state: State
    var stamp: Stamp
    /// Changes with the state. What the lanes and the timetable hold under an older ticket is void.
    var ticket: UInt64 = 0
    /// When the inbox first heard of it, or heard that it is complete.
    var noticed: Instant
    /// A hint told of it, and not only a scan.
    var hinted: Bool
    /// The number of the last full scan that came across it.
    var seen: Int
    /// It was made here and not linked in, and has not been closed since.
    var isOpen = false
    /// It changed after it was announced as complete: whoever announced it is not believed again.
    var suspect = false
    /// The last announcement while it was handed out.
    var announced: Stamp?
    var trouble = Trouble()

    var lane: Lanes.Lane { hinted ? .fresh : .backlog }

    init(_ state: State, _ stamp: Stamp, noticed: Instant, hinted: Bool, seen: Int) {
        self.state = state
        self.stamp = stamp
        self.noticed = noticed
        self.hinted = hinted
        self.seen = seen
    }

    /// Why and how often a file was handed out in vain.
    struct Trouble {
        var tries = 0
        /// Since when it cannot be read; nil if that is not the trouble.
        var unreadableSince: Instant?
        /// The stuck files that it is tried for: if it goes, the others are tried too.
        var group: StuckFiles.Key?

        /// 1, 2, 4 … 30 seconds.
        var delay: Duration { .seconds(min(1 << min(tries, 5), 30)) }
    }
}
