import ServiceLifecycle

/// How a small file passes large ones: those who ask for small ones only get them while all others have large ones in hand.
/// Where somebody has a small one he is soon free for the next, and files go in their order.
struct Overtaking {
    let pulls = Pulls()
    /// The tickets of the small files that were handed out in their turn.
    var smallInWork: Set<UInt64> = []
}

extension Inbox {
    /// The next small file that would wait behind large ones.
    ///
    /// - Returns: nil on graceful shutdown or cancellation, of the inbox or of the calling task.
    package func nextSmall() async -> Arrival? {
        if Task.isCancelled || Task.isShuttingDownGracefully || overtaking.pulls.isClosed { return nil }
        return if let arrival = takeSmall() { arrival } else { await overtaking.pulls.wait() }
    }

    func serveSmall() {
        while overtaking.pulls.hasWaiting, let arrival = takeSmall() {
            if !overtaking.pulls.give(arrival) { arrivals.giveBack(Arrivals.Arrived(arrival)) }
        }
    }

    private func takeSmall() -> Arrival? {
        guard !pulls.hasWaiting && overtaking.smallInWork.isEmpty else { return nil }
        return arrivals.take(atMost: configuration.smallSize, at: now, looking: lookOrLeave)
            .map { Arrival($0, root: configuration.inbox) }
    }
}
