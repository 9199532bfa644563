extension Arrivals {
    /// Takes in a look at a path.
    package mutating func saw(_ path: InboxPath, _ look: Look, by sighting: Sighting, at now: Instant) -> Action? {
        guard !path.isIgnored && !path.isTooDeep else { return nil }
        switch look {
        case .gone, .directory:
            forget(path, at: now)
            return nil
        case .special(let special, let stamp):
            if stuck.saw(path, stamp, in: scan) { return nil }
            stuck.remove(path)
            return sawSpecial(path, special, stamp, by: sighting, at: now)
        case .file(let stamp):
            if stuck.saw(path, stamp, in: scan) { return nil }
            // One that changed is a new arrival, and known to be there before the scan is over.
            let sighting = stuck.remove(path) && sighting == .scanned ? .settled : sighting
            guard files[path] != nil else {
                admit(path, stamp, by: sighting, at: now)
                return nil
            }
            files[path]?.seen = scan
            sawKnown(path, stamp, by: sighting, at: now)
            return nil
        }
    }

    /// Whether a look differs from what is known of the file. A walk may have looked before a hint told more.
    package func isNews(_ path: InboxPath, _ look: Look) -> Bool {
        files[path].map { file in look.stamp?.sameContent(as: file.stamp) != true } ?? false
    }

    private mutating func forget(_ path: InboxPath, at now: Instant) {
        kept[path] = nil
        stuck.remove(path)
        // What is handed out is told off by whoever has it.
        if files[path]?.state != .working { drop(path, at: now) }
    }

    private mutating func sawSpecial(
        _ path: InboxPath, _ special: Look.Special, _ stamp: Stamp, by sighting: Sighting, at now: Instant
    ) -> Action? {
        switch files[path]?.state {
        case .working: return nil
        case nil where stuck.isClosed(path.parent):
            shutOut += 1
            return nil
        case nil where files.count >= heldLimit:
            leaveOut(sighting)
            return nil
        default:
            drop(path, at: now)
            let ticket = newTicket()
            files[path] = File(
                state: .working, stamp: stamp, ticket: ticket, noticed: now, hinted: sighting != .scanned, seen: scan)
            return .refuse(Arrived(path: path, stamp: stamp, ticket: ticket, noticed: now), special)
        }
    }

    private mutating func admit(_ path: InboxPath, _ stamp: Stamp, by sighting: Sighting, at now: Instant) {
        if let before = kept[path] {
            kept[path] = before.stamp == stamp ? (stamp, scan) : nil
            if before.stamp == stamp { return }
        }
        guard !stuck.isClosed(path.parent) else { return shutOut += 1 }
        guard makeRoom(for: sighting, at: now) else { return leaveOut(sighting) }
        files[path] = File(
            state: .listed, stamp: stamp, ticket: newTicket(), noticed: now,
            hinted: sighting != .scanned && sighting != .settled, seen: scan)
        if sighting == .scanned {
            listed.append(path)
        } else if sighting == .closed && stamp.size > 0 {
            makeReady(path)
        } else {
            // Made, or closed while empty: many a sender makes the file first and writes it afterwards.
            files[path]?.isOpen = sighting == .created && stamp.links == 1
            settle(path, stamp, at: now)
        }
    }

    private mutating func leaveOut(_ sighting: Sighting) {
        missed = true
        // A file has one closing hint or one listing, and may have had others before.
        if sighting == .closed || sighting == .scanned { leftOut += 1 }
    }

    /// A few places are for files that have just come in; when these are taken too, each displaces the newest of the
    /// backlog.
    private mutating func makeRoom(for sighting: Sighting, at now: Instant) -> Bool {
        let reserve = sighting == .closed ? 0 : min(Lanes.freshLimit, heldLimit / 4)
        if files.count < heldLimit - reserve { return true }
        guard sighting == .closed, let item = lanes.popNewestOfBacklog(isCurrent: isCurrent) else { return false }
        drop(item.path, at: now)
        leftOut += 1
        missed = true
        return true
    }

    private mutating func sawKnown(
        _ path: InboxPath, _ stamp: Stamp, by sighting: Sighting, at now: Instant
    ) {
        guard let file = files[path] else { return }
        switch file.state {
        case .working:
            if sighting == .closed { files[path]?.announced = stamp }
        // Of a file that waits, a change of its mode is news.
        case .waiting where file.stamp == stamp, .ready where file.stamp.sameContent(as: stamp):
            break
        case .listed, .settling, .ready, .waiting:
            sawWaiting(path, stamp, by: sighting, at: now)
        }
    }

    private mutating func sawWaiting(_ path: InboxPath, _ stamp: Stamp, by sighting: Sighting, at now: Instant) {
        guard var file = files[path] else { return }
        let isMade = sighting == .created && stamp.links == 1
        if isMade { file.isOpen = true }
        if sighting == .closed || sighting == .paused { file.isOpen = false }
        if sighting == .closed { file.noticed = now }
        if sighting != .scanned && sighting != .settled { file.hinted = true }
        let before = file
        file.stamp = stamp
        files[path] = file
        if sighting == .closed && !file.suspect && stamp.size > 0 {
            return makeReady(path)
        }
        let isNews = isMade || sighting == .closed || sighting == .paused || !stamp.sameContent(as: before.stamp)
        switch before.state {
        case .settling(let until) where !isNews: if until <= now { makeReady(path) }
        case .listed where !isNews: break
        default: settle(path, stamp, at: now)
        }
    }

    mutating func settle(_ path: InboxPath, _ stamp: Stamp, at now: Instant) {
        guard var file = files[path] else { return }
        let until = now + (file.isOpen ? unclosedSettleTime : settleTime)
        file.state = .settling(until: until)
        file.stamp = stamp
        file.ticket = newTicket()
        files[path] = file
        timetable.insert(.init(due: until, ticket: file.ticket, subject: path))
    }

    mutating func makeReady(_ path: InboxPath) {
        guard var file = files[path] else { return }
        file.state = .ready
        file.ticket = newTicket()
        files[path] = file
        lanes.append(.init(path: path, ticket: file.ticket), to: file.lane)
    }

    /// Whether what a lane holds is still to be taken. It keeps hold of the files alone: with the lanes, too, each taking would
    /// copy them.
    var isCurrent: (Lanes.Item) -> Bool {
        { [files] item in files[item.path].map { $0.ticket == item.ticket && $0.state == .ready } ?? false }
    }
}
