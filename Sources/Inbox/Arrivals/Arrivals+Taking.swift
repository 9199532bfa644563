package import Files

extension Arrivals {
    /// Hands out the next file.
    ///
    /// - Parameter look: looks at a path. A file that changed since it became ready is not handed out.
    package mutating func take(at now: Instant, looking look: (RelativePath) -> Look) -> HandOut? {
        while let path = files.next() {
            if let handOut = handOut(path, look(path), at: now) { return handOut }
        }
        return nil
    }

    /// Hands out a small file past larger ones, where one is among the next.
    ///
    /// - Parameters:
    ///   - limit: how many bytes it may have.
    ///   - look: as above.
    package mutating func take(
        atMost limit: Int64, at now: Instant, looking look: (RelativePath) -> Look
    ) -> HandOut? {
        while let path = files.nextSmall(atMost: limit) {
            if let handOut = handOut(path, look(path), at: now) { return handOut }
        }
        return nil
    }

    private mutating func handOut(_ path: RelativePath, _ look: Look, at now: Instant) -> HandOut? {
        guard let file = files[path] else { return nil }
        switch look {
        case .file(let stamp) where stamp.sameContent(as: file.stamp):
            return files.handOut(path, stamp)
        case .file(let stamp):
            ended(file.trouble.group, at: now)
            files[path]?.trouble.group = nil
            settle(path, stamp, at: now)
        case .gone, .directory:
            drop(path, at: now)
        case .special:
            drop(path, at: now)
            scan.miss()
        }
        return nil
    }

    /// Takes a file back that no worker waited for after all.
    package mutating func giveBack(_ handOut: HandOut) {
        if isWorking(handOut) { files.makeReady(handOut.path) }
    }

    /// The work on a file that was handed out ended.
    package mutating func finished(_ handOut: HandOut, _ result: WorkResult, at now: Instant) {
        guard isWorking(handOut) else { return }
        switch result {
        case .gone: drop(handOut.path, at: now)
        case .kept(let stamp):
            drop(handOut.path, at: now)
            kept[handOut.path] = (stamp, scan.number)
        case .changed(let look): changed(handOut, look, at: now)
        case .later: wait(handOut.path, at: now)
        }
    }

    /// A file was worked off and could not be moved away.
    ///
    /// - Parameters:
    ///   - order: what is still to be done with it.
    ///   - reason: what to tell of it.
    package mutating func cannotMove(
        _ handOut: HandOut, _ order: FilingOrder, _ reason: String, at now: Instant
    ) -> StuckFiles.Holding {
        guard isWorking(handOut), let file = files[handOut.path] else { return .another }
        return hold(handOut.path, file, order, tries: file.trouble.tries, since: nil, reason, at: now)
    }

    private mutating func hold(
        _ path: RelativePath, _ file: HeldFile, _ order: FilingOrder?, tries: Int, since: Instant?, _ reason: String,
        at now: Instant
    ) -> StuckFiles.Holding {
        _ = files.remove(path)
        let held = StuckFiles.Held(
            stamp: file.stamp, noticed: file.noticed, tries: tries, unreadableSince: since, order: order,
            reason: reason, seen: scan.number)
        let key = StuckFiles.Key(folder: path.parent, trouble: held.trouble)
        // The file was tried because it could not be read. It was read, and now it cannot be moved.
        if let tried = file.trouble.group, tried != key { ended(tried, at: now) }
        let holding = stuck.hold(path, held, wasTried: file.trouble.group == key, at: now)
        if holding == .refused { scan.shutOut(path) }
        return holding
    }

    /// A file could not be read.
    ///
    /// - Parameter reason: what to tell of it.
    /// - Returns: nil when it was tried for long enough. It still counts as handed out; fail it.
    package mutating func unreadable(_ handOut: HandOut, _ reason: String, at now: Instant) -> StuckFiles.Holding? {
        guard isWorking(handOut), let file = files[handOut.path] else { return .another }
        let since = file.trouble.unreadableSince ?? now
        guard now - since < permissionWindow else { return nil }
        return hold(handOut.path, file, nil, tries: file.trouble.tries + 1, since: since, reason, at: now)
    }

    /// How often the file was handed out in vain.
    package func tries(_ handOut: HandOut) -> Int { files[handOut.path]?.trouble.tries ?? 0 }

    /// Whether this handing out is not finished yet.
    package func isWorking(_ handOut: HandOut) -> Bool {
        files[handOut.path].map { $0.state == .working && $0.ticket == handOut.ticket } ?? false
    }

    private mutating func wait(_ path: RelativePath, at now: Instant) {
        guard let trouble = files[path]?.trouble else { return }
        // Nothing was learnt about it or its group.
        if let group = trouble.group { stuck.didNotGo(group, at: now) }
        files[path]?.trouble.group = nil
        files[path]?.trouble.tries += 1
        files.wait(path, until: now + trouble.delay)
    }

    /// A file was put back into the inbox since somebody still wrote to it.
    package mutating func returned(_ path: RelativePath, _ stamp: Stamp, at now: Instant) {
        guard files[path]?.state != .working else { return }
        drop(path, at: now)
        stuck.remove(path)
        var file = HeldFile(.listed, stamp, noticed: now, hinted: true, seen: scan.number)
        file.suspect = true
        files.insert(path, file)
        settle(path, stamp, at: now)
    }

    private mutating func changed(_ handOut: HandOut, _ look: Look, at now: Instant) {
        guard let before = files[handOut.path] else { return }
        drop(handOut.path, at: now)
        guard case .file(let stamp) = look else {
            if case .special = look { scan.miss() }
            return
        }
        var file = HeldFile(.listed, stamp, noticed: now, hinted: true, seen: scan.number)
        file.suspect = stamp.sameFile(as: before.stamp)
        files.insert(handOut.path, file)
        if !file.suspect && before.announced == stamp && stamp.size > 0 {
            // Renamed over the file that was worked on.
            files.makeReady(handOut.path)
        } else {
            settle(handOut.path, stamp, at: now)
        }
    }
}
