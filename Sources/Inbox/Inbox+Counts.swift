extension Inbox {
    /// The state of the inbox, for the status.
    package var counts: InboxCounts {
        var counts = tally
        let files = arrivals.counts
        counts.pending = files.pending
        counts.settling = files.settling
        counts.stuck = files.waiting + files.stuck
        counts.working = files.working
        troubles.keepUnread(where: arrivals.isUnreadable)
        counts.degraded = troubles.sentences
        return counts
    }

    /// Whether the watch is set (or it is known that there can be none) and a scan has begun: the service is ready.
    package var isReady: Bool { isWatched && arrivals.hasScanned }
}
