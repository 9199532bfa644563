extension Inbox {
    /// The state of the inbox, for the status.
    package var counts: InboxCounts {
        var counts = tally
        let files = arrivals.counts
        counts.pending = files.pending
        counts.settling = files.settling
        counts.stuck = files.waiting + files.unread + files.stuck
        counts.working = files.working
        let (unread, unmoved) = (arrivals.stuckFolders(.unread), arrivals.stuckFolders(.unmoved))
        counts.stuckFolders = unread + unmoved
        counts.degraded = troubles.sentences(configuration) + [unread, unmoved].compactMap(Troubles.sentence)
        counts.unhealthy = [troubles.inbox?.sentence(configuration.inbox), Troubles.sentence(unmoved)].compactMap(
            \.self)
        return counts
    }

    /// Whether the watch is set (or it is known that there can be none) and a scan has begun: the service is ready.
    package var isReady: Bool { isWatched && arrivals.hasScanned }
}
