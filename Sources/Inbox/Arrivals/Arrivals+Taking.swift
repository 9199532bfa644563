extension Arrivals {
    /// Hands out the next file.
    ///
    /// - Parameter look: looks at a path. A file that is not as it was when it became ready is not handed out.
    package mutating func take(at now: Instant, looking look: (InboxPath) -> Look) -> Arrived? {
        while let item = lanes.next(isCurrent: isCurrent) {
            guard var file = files[item.path] else { continue }
            switch look(item.path) {
            case .file(let stamp) where stamp.sameContent(as: file.stamp):
                file.state = .working
                file.stamp = stamp
                file.ticket = newTicket()
                file.announced = nil
                files[item.path] = file
                return Arrived(path: item.path, stamp: file.stamp, ticket: file.ticket, noticed: file.noticed)
            case .file(let stamp):
                settle(item.path, stamp, at: now)
            case .gone, .directory:
                files[item.path] = nil
            case .special:
                files[item.path] = nil
                missed = true
            }
        }
        return nil
    }

    /// Puts a file back that nobody wanted after all.
    package mutating func giveBack(_ arrived: Arrived) {
        if isWorking(arrived) { makeReady(arrived.path) }
    }

    /// How the work on a file that was handed out ended.
    package enum Result: Sendable, Equatable {
        /// It is not in the inbox any more.
        case gone
        /// It stays in the inbox and is done with, as it is.
        case kept(Stamp)
        /// It is not what was handed out.
        case changed(Look)
        /// It cannot be worked on now.
        case later
        /// It could not be moved away.
        case stuck
    }

    package mutating func finished(_ arrived: Arrived, _ result: Result, at now: Instant) {
        guard isWorking(arrived) else { return }
        switch result {
        case .gone: files[arrived.path] = nil
        case .kept(let stamp):
            files[arrived.path] = nil
            kept[arrived.path] = (stamp, scan)
        case .changed(let look): changed(arrived, look, at: now)
        case .later: wait(arrived.path, at: now)
        case .stuck: files[arrived.path]?.state = .stuck
        }
    }

    /// A file could not be read.
    ///
    /// - Returns: whether it is tried again; if not, it is still handed out, and to be failed.
    package mutating func unreadable(_ arrived: Arrived, at now: Instant) -> Bool {
        guard isWorking(arrived), let file = files[arrived.path] else { return true }
        let since = file.trouble.unreadableSince ?? now
        guard now - since < permissionWindow else { return false }
        files[arrived.path]?.trouble.unreadableSince = since
        wait(arrived.path, at: now)
        return true
    }

    /// Whether the file lies there, could not be read and is tried again.
    package func isUnreadable(_ path: InboxPath) -> Bool { files[path]?.trouble.unreadableSince != nil }

    /// How often the file was handed out in vain.
    package func tries(_ arrived: Arrived) -> Int { files[arrived.path]?.trouble.tries ?? 0 }

    /// Whether this handing out is not finished yet.
    package func isWorking(_ arrived: Arrived) -> Bool {
        files[arrived.path].map { $0.state == .working && $0.ticket == arrived.ticket } ?? false
    }

    private mutating func wait(_ path: InboxPath, at now: Instant) {
        guard var file = files[path] else { return }
        let until = now + file.trouble.delay
        file.trouble.tries += 1
        file.state = .waiting(until: until)
        file.ticket = newTicket()
        files[path] = file
        timetable.insert(.init(due: until, ticket: file.ticket, path: path))
    }

    /// A file was put back into the inbox since somebody still wrote to it.
    package mutating func returned(_ path: InboxPath, _ stamp: Stamp, at now: Instant) {
        guard files[path] == nil || files[path]?.state != .working else { return }
        files[path] = File(state: .listed, stamp: stamp, ticket: newTicket(), noticed: now, hinted: true, seen: scan)
        files[path]?.suspect = true
        settle(path, stamp, at: now)
    }

    private mutating func changed(_ arrived: Arrived, _ look: Look, at now: Instant) {
        guard let file = files.removeValue(forKey: arrived.path) else { return }
        guard case .file(let stamp) = look else {
            if case .special = look { missed = true }
            return
        }
        var renewed = File(
            state: .listed, stamp: stamp, ticket: newTicket(), noticed: now, hinted: true, seen: scan)
        renewed.suspect = stamp.sameFile(as: file.stamp)
        files[arrived.path] = renewed
        if !renewed.suspect && file.announced == stamp && stamp.size > 0 {
            // Renamed over the file that was worked on.
            makeReady(arrived.path)
        } else {
            settle(arrived.path, stamp, at: now)
        }
    }
}
