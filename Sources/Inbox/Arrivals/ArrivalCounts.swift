/// How many files are in which state.
package struct ArrivalCounts: Sendable, Equatable {
    /// Not known to be complete yet.
    package var settling = 0
    package var ready = 0
    package var working = 0
    /// Put off, to be handed out again.
    package var waiting = 0
    /// Could not be read so far.
    package var unread = 0
    /// Worked off, but could not be moved away.
    package var stuck = 0
    /// Seen, but not held in memory; an estimate.
    package var leftOut = 0

    /// All that still lies in the inbox and waits for something.
    package var pending: Int { settling + ready + waiting + unread + stuck + leftOut }
}

extension ArrivalCounts {
    init(_ files: HeldFiles, _ stuck: StuckFiles, _ scan: ScanPass) {
        for state in files.states {
            switch state {
            case .listed, .settling: settling += 1
            case .ready: ready += 1
            case .working: working += 1
            case .waiting: waiting += 1
            }
        }
        unread = stuck.count(.unread)
        self.stuck = stuck.count(.unmoved)
        leftOut = scan.leftOut + scan.shutOut
    }
}
