extension Arrivals {
    package struct Counts: Sendable, Equatable {
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
        /// Seen, but not held in memory; about.
        package var leftOut = 0

        /// All that still lies in the inbox and waits for something.
        package var pending: Int { settling + ready + waiting + unread + stuck + leftOut }
    }

    package var counts: Counts {
        var counts = Counts()
        for file in files.values {
            switch file.state {
            case .listed, .settling: counts.settling += 1
            case .ready: counts.ready += 1
            case .working: counts.working += 1
            case .waiting: counts.waiting += 1
            }
        }
        counts.unread = stuck.count(.unread)
        counts.stuck = stuck.count(.unmoved)
        counts.leftOut = leftOut + shutOut
        return counts
    }

    /// The folders whose files are stuck, those with the most first.
    package func stuckFolders(_ trouble: StuckFiles.Trouble) -> [StuckFolder] { stuck.folders(trouble) }
}
