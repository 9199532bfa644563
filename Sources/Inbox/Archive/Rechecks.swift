/// A file that was moved, to be looked at again: somebody may have had it open for writing all along.
struct Recheck {
    var place: Place
    /// Where it lay in the inbox.
    var path: InboxPath
    /// As it was after the move.
    var stamp: Stamp
    /// The ending of the JSON file beside it, if there is one.
    var sidecar: [UInt8]?
}

/// Files that were moved, each to be looked at after the settle time, after five times and after fifteen times that.
struct Rechecks {
    typealias Instant = ContinuousClock.Instant

    /// Of more files than this the oldest are let go.
    static let limit = 16_384
    private static let steps = [1, 5, 15]

    private struct Entry {
        var recheck: Recheck
        var moved: Instant
    }

    private let first: Duration
    // The waiting time is the same for all in a queue, so each is in order.
    private var queues = steps.map { _ in Queue<Entry>() }

    init(first: Duration) { self.first = first }

    var due: Instant? {
        queues.indices.compactMap { step in queues[step].first.map { $0.moved + delay(step) } }.min()
    }

    mutating func insert(_ recheck: Recheck, at now: Instant) {
        queues[0].append(Entry(recheck: recheck, moved: now))
        if queues.map(\.count).reduce(0, +) > Self.limit,
            let longest = queues.indices.last(where: { !queues[$0].isEmpty })
        {
            _ = queues[longest].popFirst()
        }
    }

    /// The next file to look at now. It will be due again for the next step, unless this was the last.
    mutating func next(at now: Instant) -> Recheck? {
        for step in queues.indices.reversed() {
            guard let entry = queues[step].first, entry.moved + delay(step) <= now else { continue }
            _ = queues[step].popFirst()
            if step + 1 < queues.count { queues[step + 1].append(entry) }
            return entry.recheck
        }
        return nil
    }

    private func delay(_ step: Int) -> Duration { first * Self.steps[step] }
}
