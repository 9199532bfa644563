extension Arrivals {
    /// The next moment at which `due` has something to say.
    package var deadline: Instant? { [timetable.next, stuck.next].compactMap(\.self).min() }

    /// Files whose settle time is over: look at each and tell with `saw(_:_:by: .settled, at:)`. Files whose waiting
    /// is over become ready by themselves.
    package mutating func due(at now: Instant, atMost limit: Int = .max) -> [InboxPath] {
        var paths: [InboxPath] = []
        while paths.count < limit, let entry = timetable.popDue(at: now) {
            guard let file = files[entry.subject], file.ticket == entry.ticket else { continue }
            switch file.state {
            case .settling: paths.append(entry.subject)
            case .waiting: makeReady(entry.subject)
            case .listed, .ready, .working: break
            }
        }
        return paths
    }

    /// Files whose turn it is to be tried again after they could not be moved away. They count as handed out until
    /// `finished` or `cannotMove` says how that went. Those that could not be read become ready by themselves.
    package mutating func dueStuck(at now: Instant, atMost limit: Int = .max) -> [(
        arrived: Arrived, outcome: WorkOutcome
    )] {
        var due: [(arrived: Arrived, outcome: WorkOutcome)] = []
        for (key, path, held) in stuck.popDue(at: now, atMost: limit, hasRoom: files.count < heldLimit) {
            files[path] = File(
                state: .working, stamp: held.stamp, ticket: newTicket(), noticed: held.noticed, hinted: false,
                seen: scan)
            files[path]?.trouble = Trouble(tries: held.tries, unreadableSince: held.unreadableSince, group: key)
            switch held.outcome {
            case nil: makeReady(path)
            case let outcome?: if let arrived = arrived(path) { due.append((arrived, outcome)) }
            }
        }
        return due
    }

    private func arrived(_ path: InboxPath) -> Arrived? {
        files[path].map { Arrived(path: path, stamp: $0.stamp, ticket: $0.ticket, noticed: $0.noticed) }
    }

    /// All that is stuck is tried as soon as can be: somebody says that it is mended.
    package mutating func tryStuck(at now: Instant) { stuck.hurry(at: now) }
}

extension Arrivals {
    /// A scan of the whole inbox begins; what it comes across follows by `saw(_:_:by: .scanned, at:)`.
    package mutating func scanBegan() {
        scan += 1
        leftOut = 0
        shutOut = 0
        missed = false
    }

    /// A scan ended, of the whole inbox or of one folder.
    ///
    /// - Parameters:
    ///   - complete: whether it was one of the whole inbox, and to its end.
    ///   - covers: whether it would have come across a file of that path. Some folders cannot be read.
    /// - Returns: files held that it did not come across. Most are gone; look at each and tell, for a listing may pass
    ///   over a file that is renamed meanwhile.
    package mutating func scanEnded(
        complete: Bool, covering covers: (InboxPath) -> Bool = { _ in true }, at now: Instant
    ) -> [InboxPath] {
        settleListed(at: now)
        guard complete else { return [] }
        kept = kept.filter { $0.value.seen == scan || !covers($0.key) }
        let unseen = files.filter { $0.value.seen != scan && $0.value.state != .working }.map(\.key)
        return (unseen + stuck.unseen(in: scan)).filter(covers).sorted()
    }

    /// What one scan found settles together, and then goes oldest first: a listing has no order of its own.
    private mutating func settleListed(at now: Instant) {
        var found = listed.compactMap { path in files[path].map { (path: path, file: $0) } }
        listed = []
        found = found.filter { $0.file.state == .listed }
        found.sort { ($0.file.stamp.modified, $0.path) < ($1.file.stamp.modified, $1.path) }
        for (path, file) in found { settle(path, file.stamp, at: now) }
    }
}
