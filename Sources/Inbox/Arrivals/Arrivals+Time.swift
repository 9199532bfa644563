extension Arrivals {
    /// The next moment at which `due` has something to say.
    package var deadline: Instant? { timetable.next }

    /// Files whose settle time is over: look at each and tell with `saw(_:_:by: .settled, at:)`. Files whose waiting
    /// is over become ready by themselves.
    package mutating func due(at now: Instant, atMost limit: Int = .max) -> [InboxPath] {
        var paths: [InboxPath] = []
        while paths.count < limit, let entry = timetable.popDue(at: now) {
            guard let file = files[entry.path], file.ticket == entry.ticket else { continue }
            switch file.state {
            case .settling: paths.append(entry.path)
            case .waiting: makeReady(entry.path)
            case .listed, .ready, .working, .stuck: break
            }
        }
        return paths
    }
}

extension Arrivals {
    /// A scan of the whole inbox begins; what it comes across follows by `saw(_:_:by: .scanned, at:)`.
    package mutating func scanBegan() {
        scan += 1
        leftOut = 0
        missed = false
    }

    /// A scan ended, of the whole inbox or of one folder.
    ///
    /// - Parameter complete: whether it was one of the whole inbox and could read every folder.
    /// - Returns: files held that it did not come across. Most are gone; look at each and tell, for a listing may pass
    ///   over a file that is renamed meanwhile.
    package mutating func scanEnded(complete: Bool, at now: Instant) -> [InboxPath] {
        settleListed(at: now)
        guard complete else { return [] }
        kept = kept.filter { $0.value.seen == scan }
        return files.filter { $0.value.seen != scan && $0.value.state != .working }.map(\.key).sorted()
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
