extension Arrivals {
    /// Hands out the next file.
    ///
    /// - Parameter look: looks at a path. A file that is not as it was when it became ready is not handed out.
    package mutating func take(at now: Instant, looking look: (InboxPath) -> Look) -> Arrived? {
        while let item = lanes.next(isCurrent: isCurrent) {
            if let arrived = handOut(item.path, look(item.path), at: now) { return arrived }
        }
        return nil
    }

    /// Hands out a small file past larger ones, where one is among the next.
    ///
    /// - Parameters:
    ///   - limit: how many bytes it may have.
    ///   - look: as above.
    package mutating func take(
        atMost limit: Int64, at now: Instant, looking look: (InboxPath) -> Look
    ) -> Arrived? {
        while let item = nextSmall(atMost: limit) {
            if let arrived = handOut(item.path, look(item.path), at: now) { return arrived }
        }
        return nil
    }

    private mutating func nextSmall(atMost limit: Int64) -> Lanes.Item? {
        lanes.nextPassing { [files] item in
            files[item.path].map { $0.ticket == item.ticket && $0.state == .ready && $0.stamp.size <= limit } ?? false
        }
    }

    private mutating func handOut(_ path: InboxPath, _ look: Look, at now: Instant) -> Arrived? {
        guard var file = files[path] else { return nil }
        switch look {
        case .file(let stamp) where stamp.sameContent(as: file.stamp):
            file.state = .working
            file.stamp = stamp
            file.ticket = newTicket()
            file.announced = nil
            files[path] = file
            return Arrived(path: path, stamp: file.stamp, ticket: file.ticket, noticed: file.noticed)
        case .file(let stamp):
            ended(file.trouble.group, at: now)
            files[path]?.trouble.group = nil
            settle(path, stamp, at: now)
        case .gone, .directory:
            drop(path, at: now)
        case .special:
            drop(path, at: now)
            missed = true
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
    }

    package mutating func finished(_ arrived: Arrived, _ result: Result, at now: Instant) {
        guard isWorking(arrived) else { return }
        switch result {
        case .gone: drop(arrived.path, at: now)
        case .kept(let stamp):
            drop(arrived.path, at: now)
            kept[arrived.path] = (stamp, scan)
        case .changed(let look): changed(arrived, look, at: now)
        case .later: wait(arrived.path, at: now)
        }
    }

    /// A file was worked off and could not be moved away.
    ///
    /// - Parameters:
    ///   - outcome: what is still to be done with it.
    ///   - reason: what to tell of it.
    package mutating func cannotMove(
        _ arrived: Arrived, _ outcome: WorkOutcome, _ reason: String, at now: Instant
    ) -> StuckFiles.Holding {
        guard isWorking(arrived), let file = files[arrived.path] else { return .another }
        return hold(arrived.path, file, outcome, tries: file.trouble.tries, since: nil, reason, at: now)
    }

    private mutating func hold(
        _ path: InboxPath, _ file: File, _ outcome: WorkOutcome?, tries: Int, since: Instant?, _ reason: String,
        at now: Instant
    ) -> StuckFiles.Holding {
        files[path] = nil
        let held = StuckFiles.Held(
            stamp: file.stamp, noticed: file.noticed, tries: tries, unreadableSince: since, outcome: outcome,
            reason: reason, seen: scan)
        let key = StuckFiles.Key(folder: path.parent, trouble: held.trouble)
        // What was tried for those that cannot be read, and now cannot be moved, was read.
        if let tried = file.trouble.group, tried != key { ended(tried, at: now) }
        let holding = stuck.hold(path, held, wasTried: file.trouble.group == key, at: now)
        if holding == .refused { shutOut += 1 }
        return holding
    }

    /// A file goes that may have been tried for others that are stuck.
    mutating func drop(_ path: InboxPath, at now: Instant) {
        if let file = files.removeValue(forKey: path) { ended(file.trouble.group, at: now) }
    }

    /// Whatever became of the file that was tried, it is not stuck as before.
    mutating func ended(_ group: StuckFiles.Key?, at now: Instant) {
        guard let group else { return }
        stuck.went(group, at: now)
        // Those that were passed over find places now.
        if shutOut > 0 && !stuck.isFull { missed = true }
    }

    /// A file could not be read.
    ///
    /// - Parameter reason: what to tell of it.
    /// - Returns: nil when it was tried for long enough: it is still handed out, and to be failed.
    package mutating func unreadable(_ arrived: Arrived, _ reason: String, at now: Instant) -> StuckFiles.Holding? {
        guard isWorking(arrived), let file = files[arrived.path] else { return .another }
        let since = file.trouble.unreadableSince ?? now
        guard now - since < permissionWindow else { return nil }
        return hold(arrived.path, file, nil, tries: file.trouble.tries + 1, since: since, reason, at: now)
    }

    /// How often the file was handed out in vain.
    package func tries(_ arrived: Arrived) -> Int { files[arrived.path]?.trouble.tries ?? 0 }

    /// Whether this handing out is not finished yet.
    package func isWorking(_ arrived: Arrived) -> Bool {
        files[arrived.path].map { $0.state == .working && $0.ticket == arrived.ticket } ?? false
    }

    private mutating func wait(_ path: InboxPath, at now: Instant) {
        guard var file = files[path] else { return }
        // Nothing was learnt of it, nor of those that it was tried for.
        if let group = file.trouble.group.take() { stuck.didNotGo(group, at: now) }
        let until = now + file.trouble.delay
        file.trouble.tries += 1
        file.state = .waiting(until: until)
        file.ticket = newTicket()
        files[path] = file
        timetable.insert(.init(due: until, ticket: file.ticket, subject: path))
    }

    /// A file was put back into the inbox since somebody still wrote to it.
    package mutating func returned(_ path: InboxPath, _ stamp: Stamp, at now: Instant) {
        guard files[path] == nil || files[path]?.state != .working else { return }
        drop(path, at: now)
        stuck.remove(path)
        files[path] = File(state: .listed, stamp: stamp, ticket: newTicket(), noticed: now, hinted: true, seen: scan)
        files[path]?.suspect = true
        settle(path, stamp, at: now)
    }

    private mutating func changed(_ arrived: Arrived, _ look: Look, at now: Instant) {
        guard let file = files[arrived.path] else { return }
        drop(arrived.path, at: now)
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
