package import Files

extension Arrivals {
    /// Takes in a look at a path.
    package mutating func saw(
        _ path: RelativePath, _ look: Look, by sighting: Sighting, at now: Instant
    ) -> SightingAction? {
        guard !path.isIgnored && !path.isTooDeep else { return nil }
        switch look {
        case .gone, .directory:
            forget(path, at: now)
            return nil
        case .special(let special, let stamp):
            if stuck.saw(path, stamp, in: scan.number) { return nil }
            stuck.remove(path)
            return sawSpecial(path, special, stamp, by: sighting, at: now)
        case .file(let stamp):
            if stuck.saw(path, stamp, in: scan.number) { return nil }
            // A stuck file that changed is a new arrival; it need not wait for the end of the scan.
            let sighting = stuck.remove(path) && sighting == .scanned ? .settled : sighting
            guard files[path] != nil else {
                admit(path, stamp, by: sighting, at: now)
                return nil
            }
            files[path]?.seen = scan.number
            sawKnown(path, stamp, by: sighting, at: now)
            return nil
        }
    }

    /// Whether a look differs from what is known of the file. A walk may have looked before a hint told more.
    package func isNews(_ path: RelativePath, _ look: Look) -> Bool {
        files[path].map { file in look.stamp?.sameContent(as: file.stamp) != true } ?? false
    }

    private mutating func forget(_ path: RelativePath, at now: Instant) {
        kept[path] = nil
        stuck.remove(path)
        // Whoever has a file that is handed out tells what became of it.
        if files[path]?.state != .working { drop(path, at: now) }
    }

    private mutating func sawSpecial(
        _ path: RelativePath, _ special: Look.Special, _ stamp: Stamp, by sighting: Sighting, at now: Instant
    ) -> SightingAction? {
        switch files[path]?.state {
        case .working: return nil
        case nil where stuck.isClosed(path.parent):
            scan.shutOut(path)
            return nil
        case nil where files.count >= heldLimit:
            scan.leaveOut(sighting)
            return nil
        default:
            drop(path, at: now)
            let file = HeldFile(
                .working, stamp, noticed: now, hinted: sighting != .scanned, seen: scan.number)
            return .refuse(files.insert(path, file), special)
        }
    }

    private mutating func admit(_ path: RelativePath, _ stamp: Stamp, by sighting: Sighting, at now: Instant) {
        if let before = kept[path] {
            kept[path] = before.stamp == stamp ? (stamp, scan.number) : nil
            if before.stamp == stamp { return }
        }
        guard !stuck.isClosed(path.parent) else { return scan.shutOut(path) }
        guard makeRoom(for: sighting, at: now) else { return scan.leaveOut(sighting) }
        files.insert(path, HeldFile(.listed, stamp, noticed: now, hinted: sighting.isHint, seen: scan.number))
        if sighting == .scanned {
            scan.list(path)
        } else if sighting == .closed && stamp.size > 0 {
            files.makeReady(path)
        } else {
            // Just made, or closed while empty: many senders make the file first and write it afterwards.
            files[path]?.isOpen = sighting == .created && stamp.links == 1
            settle(path, stamp, at: now)
        }
    }

    /// A few places are kept for files that have just come in. When these are full too, each new file displaces the
    /// newest of the backlog.
    private mutating func makeRoom(for sighting: Sighting, at now: Instant) -> Bool {
        let reserve = sighting == .closed ? 0 : min(Lanes.freshLimit, heldLimit / 4)
        if files.count < heldLimit - reserve { return true }
        guard sighting == .closed, let newest = files.popNewestOfBacklog() else { return false }
        drop(newest, at: now)
        scan.displace()
        return true
    }

    private mutating func sawKnown(
        _ path: RelativePath, _ stamp: Stamp, by sighting: Sighting, at now: Instant
    ) {
        guard let file = files[path] else { return }
        switch file.state {
        case .working:
            if sighting == .closed { files[path]?.announced = stamp }
        // For a waiting file even a change of mode is news: it may be readable now.
        case .waiting where file.stamp == stamp, .ready where file.stamp.sameContent(as: stamp):
            break
        case .listed, .settling, .ready, .waiting:
            sawWaiting(path, file, stamp, by: sighting, at: now)
        }
    }

    /// - Parameter before: what was known of the file.
    private mutating func sawWaiting(
        _ path: RelativePath, _ before: HeldFile, _ stamp: Stamp, by sighting: Sighting, at now: Instant
    ) {
        let isMade = sighting == .created && stamp.links == 1
        let isClosed = sighting == .closed || sighting == .paused
        var file = before
        if isMade { file.isOpen = true }
        if isClosed { file.isOpen = false }
        if sighting == .closed { file.noticed = now }
        if sighting.isHint { file.hinted = true }
        file.stamp = stamp
        files[path] = file
        if sighting == .closed && !file.suspect && stamp.size > 0 { return files.makeReady(path) }
        let isNews = isMade || isClosed || !stamp.sameContent(as: before.stamp)
        switch before.state {
        // Nothing happened to it for the whole settle time: it is complete.
        case .settling(let until) where !isNews: if until <= now { files.makeReady(path) }
        case .listed where !isNews: break
        default: settle(path, stamp, at: now)
        }
    }
}
