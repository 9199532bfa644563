import ServiceLifecycle
import SystemPackage

extension Inbox {
    /// The next file to work on, when there is one. Workers pull: what they do not take waits.
    /// - Returns: nil on graceful shutdown or cancellation, of the inbox or of the calling task.
    package func next() async -> Arrival? {
        if Task.isCancelled || Task.isShuttingDownGracefully || pulls.isClosed { return nil }
        guard let arrival = take() else { return await pulls.wait() }
        serveSmall()
        return arrival
    }

    /// Gives files that are ready to workers that wait.
    func serve() {
        while pulls.hasWaiting, let arrival = take() {
            if !pulls.give(arrival) { giveBack(arrival) }
        }
        serveSmall()
    }

    func take() -> Arrival? {
        guard let arrived = arrivals.take(at: now, looking: lookOrLeave) else { return nil }
        if arrived.stamp.size <= configuration.smallSize { overtaking.smallInWork.insert(arrived.ticket) }
        return Arrival(arrived, root: configuration.inbox)
    }

    func giveBack(_ arrival: Arrival) {
        overtaking.smallInWork.remove(arrival.ticket)
        arrivals.giveBack(Arrivals.Arrived(arrival))
    }

    /// What cannot be looked at now is left to the next scan.
    func lookOrLeave(_ path: InboxPath) -> Look {
        if let look = look(at: path) { return look }
        schedule.request()
        return .gone
    }

    /// Reads an arrival of any size that the configuration allows. Blocks the caller's thread, not the inbox.
    package nonisolated func read(_ arrival: Arrival) throws(ReadingError) -> Contents {
        try arrival.read(maximum: configuration.maximumSize)
    }
}

extension Arrival {
    init(_ arrived: Arrivals.Arrived, root: FilePath) {
        self.init(
            path: arrived.path, root: root, stamp: arrived.stamp, ticket: arrived.ticket, noticed: arrived.noticed)
    }
}

extension Arrivals.Arrived {
    init(_ arrival: Arrival) {
        self.init(path: arrival.path, stamp: arrival.stamp, ticket: arrival.ticket, noticed: arrival.noticed)
    }
}
