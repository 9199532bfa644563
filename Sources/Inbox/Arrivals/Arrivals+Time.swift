package import Files

extension Arrivals {
    /// The next moment at which `due` has something to say.
    package var deadline: Instant? { [files.deadline, stuck.next].compactMap(\.self).min() }

    /// Files whose settle time is over: look at each and tell with `saw(_:_:by: .settled, at:)`. Files whose waiting
    /// is over become ready by themselves.
    package mutating func due(at now: Instant, atMost limit: Int = .max) -> [RelativePath] {
        files.popDue(at: now, atMost: limit)
    }

    /// A file that was worked off and could not be moved so far, with what is still to be done with it.
    package typealias Unmoved = (handOut: HandOut, order: FilingOrder)

    /// Files whose turn it is to be tried again after they could not be moved away. They count as handed out until
    /// `finished` or `cannotMove` says how that went. Those that could not be read become ready by themselves.
    package mutating func dueStuck(at now: Instant, atMost limit: Int = .max) -> [Unmoved] {
        var due: [Unmoved] = []
        for (key, path, held) in stuck.popDue(at: now, atMost: limit, hasRoom: files.count < heldLimit) {
            var file = HeldFile(
                .working, held.stamp, noticed: held.noticed, hinted: false, seen: scan.number)
            file.trouble = .init(tries: held.tries, unreadableSince: held.unreadableSince, group: key)
            let handOut = files.insert(path, file)
            if let order = held.order { due.append((handOut, order)) } else { files.makeReady(path) }
        }
        return due
    }

    /// All that is stuck is tried as soon as can be: somebody says that it is mended.
    package mutating func tryStuck(at now: Instant) { stuck.hurry(at: now) }
}

extension Arrivals {
    /// A scan of the whole inbox begins; what it comes across follows by `saw(_:_:by: .scanned, at:)`.
    package mutating func scanBegan() {
        scan.begin()
    }

    /// A scan ended, of the whole inbox or of one folder.
    ///
    /// - Parameters:
    ///   - complete: whether it was one of the whole inbox, and to its end.
    ///   - covers: whether it would have come across a file of that path. Some folders cannot be read.
    /// - Returns: files held that it did not come across. Most are gone; look at each and tell, for a listing may pass
    ///   over a file that is renamed meanwhile.
    package mutating func scanEnded(
        complete: Bool, covering covers: (RelativePath) -> Bool = { _ in true }, at now: Instant
    ) -> [RelativePath] {
        settleListed(at: now)
        guard complete else { return [] }
        let number = scan.number
        kept = kept.filter { $0.value.seen == number || !covers($0.key) }
        let unseen = files.paths { $0.seen != number && $0.state != .working }
        return (unseen + stuck.unseen(in: number)).filter(covers).sorted()
    }

    /// What one scan found settles together, and then goes oldest first: a listing has no order of its own.
    private mutating func settleListed(at now: Instant) {
        var found = scan.takeListed().compactMap { path in files[path].map { (path: path, file: $0) } }
        found = found.filter { $0.file.state == .listed }
        found.sort { ($0.file.stamp.modified, $0.path) < ($1.file.stamp.modified, $1.path) }
        for (path, file) in found { settle(path, file.stamp, at: now) }
    }
}
