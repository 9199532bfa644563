import Files

/// A moved file to look at again: somebody may still have it open for writing.
struct Recheck {
    var place: RootedPath
    /// Where it lay in the inbox.
    var path: RelativePath
    /// As it was after the move.
    var stamp: Stamp
    /// The ending of the JSON file beside it, if there is one.
    var sidecar: [UInt8]?
    /// It was written to, or may have been: it goes back, whatever it looks like now.
    var mustReturn = false
    /// The log says already that it cannot be looked at or put back.
    var isTold = false
    /// How often it was looked at.
    fileprivate(set) var step = 0
    fileprivate(set) var moved = ContinuousClock.now

    init(place: RootedPath, path: RelativePath, stamp: Stamp, sidecar: [UInt8]? = nil) {
        self.place = place
        self.path = path
        self.stamp = stamp
        self.sidecar = sidecar
    }
}

/// Moved files, each looked at again after 1, 5 and 15 times the settle time.
struct Rechecks {
    typealias Instant = ContinuousClock.Instant

    /// Beyond this number the oldest are forgotten.
    static let limit = 16_384
    private static let steps = [1, 5, 15]

    private let first: Duration
    // The waiting time is the same for all in a queue, so each is in order.
    private var queues = steps.map { _ in Queue<Recheck>() }

    init(first: Duration) { self.first = first }

    /// From a file's move to its last recheck, about.
    var span: Duration { first * Self.steps.reduce(0, +) }

    var due: Instant? {
        queues.indices.compactMap { step in queues[step].first.map { $0.moved + delay(step) } }.min()
    }

    mutating func insert(_ recheck: Recheck, at now: Instant) {
        var recheck = recheck
        recheck.step = 0
        recheck.moved = now
        queues[0].append(recheck)
        if queues.map(\.count).reduce(0, +) > Self.limit,
            let last = queues.indices.last(where: { !queues[$0].isEmpty })
        {
            _ = queues[last].popFirst()
        }
    }

    /// The next file to look at now.
    mutating func next(at now: Instant) -> Recheck? {
        for step in queues.indices.reversed() {
            guard let recheck = queues[step].first, recheck.moved + delay(step) <= now else { continue }
            return queues[step].popFirst()
        }
        return nil
    }

    /// The file is what it was: it is due again, unless this was the last time.
    ///
    /// Not for a file that was put back: another may lie in its place by then.
    mutating func unchanged(_ recheck: Recheck) {
        var recheck = recheck
        recheck.step += 1
        if recheck.step < queues.count { queues[recheck.step].append(recheck) }
    }

    private func delay(_ step: Int) -> Duration { first * Self.steps[step] }
}
