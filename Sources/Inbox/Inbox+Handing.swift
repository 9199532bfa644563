import Files
import ServiceLifecycle
import SystemPackage

extension Inbox {
    /// Waits for the next file to work on. Workers pull; files that nobody takes wait.
    /// - Returns: nil on graceful shutdown or cancellation, of the inbox or of the calling task.
    package func next() async -> Arrival? {
        if Task.isCancelled || Task.isShuttingDownGracefully || workers.isClosed { return nil }
        guard let arrival = take() else { return await workers.wait() }
        serveSmall()
        return arrival
    }

    /// The next small file that would wait behind large ones.
    ///
    /// - Returns: nil on graceful shutdown or cancellation, of the inbox or of the calling task.
    package func nextSmall() async -> Arrival? {
        if Task.isCancelled || Task.isShuttingDownGracefully || smallWorkers.isClosed { return nil }
        return if let arrival = takeSmall() { arrival } else { await smallWorkers.wait() }
    }

    /// Gives files that are ready to workers that wait.
    func serve() {
        while workers.hasWaiting, let arrival = take() {
            if !workers.give(arrival) { giveBack(arrival) }
        }
        serveSmall()
    }

    private func serveSmall() {
        while smallWorkers.hasWaiting, let arrival = takeSmall() {
            if !smallWorkers.give(arrival) { giveBack(arrival) }
        }
    }

    func take() -> Arrival? {
        let arrival = handOut { arrivals, look in arrivals.take(at: now, looking: look) }
        if let arrival { state.overtaking.began(HandOut(arrival), smallSize: configuration.smallSize) }
        return arrival
    }

    private func takeSmall() -> Arrival? {
        guard state.overtaking.isAllowed(hasIdleWorkers: workers.hasWaiting) else { return nil }
        return handOut { arrivals, look in
            arrivals.take(atMost: configuration.smallSize, at: now, looking: look)
        }
    }

    private func handOut(_ take: (inout Arrivals, (RelativePath) -> Look) -> HandOut?) -> Arrival? {
        var couldLook = true
        let handOut = take(&state.arrivals) { path in
            let look = folder.look(at: path)
            couldLook = couldLook && look != nil
            return look ?? .gone
        }
        // What cannot be looked at now is left to the next scan.
        if !couldLook { state.schedule.request() }
        return handOut.map { Arrival($0, root: configuration.inbox) }
    }

    private func giveBack(_ arrival: Arrival) {
        state.overtaking.ended(arrival.ticket)
        state.arrivals.giveBack(HandOut(arrival))
    }

    /// Reads an arrival of any size that the configuration allows. Blocks the caller's thread, not the inbox.
    package nonisolated func read(_ arrival: Arrival) throws(ReadingError) -> Contents {
        try arrival.read(maximum: configuration.maximumSize)
    }
}

extension Arrival {
    init(_ handOut: HandOut, root: FilePath) {
        self.init(
            path: handOut.path, root: root, stamp: handOut.stamp, ticket: handOut.ticket, noticed: handOut.noticed)
    }
}

extension HandOut {
    init(_ arrival: Arrival) {
        self.init(path: arrival.path, stamp: arrival.stamp, ticket: arrival.ticket, noticed: arrival.noticed)
    }
}
