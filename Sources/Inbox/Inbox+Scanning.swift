import CivilTime
import Files
import SystemPackage

extension Inbox {
    /// How many entries are looked at before others have their turn.
    static let slice = 256

    /// Scans the inbox as soon as possible and tries stuck files again, for instance after SIGHUP.
    package func rescan() {
        state.schedule.request()
        state.arrivals.tryStuck(at: now)
        alarm.ring()
    }

    func scanIfDue() async {
        if state.arrivals.hasRoomForMissed { state.schedule.request() }
        let begin = now
        switch state.schedule.begin(at: begin) {
        case .all:
            if claim() { await scanAll() }
            state.schedule.ended(at: now, took: now - begin)
        case .folders(let folders):
            guard claim() else { return }
            for folder in folders where !folder.isTooDeep {
                _ = await sweep(folder)
                _ = state.arrivals.scanEnded(complete: false, at: now)
            }
        case nil: break
        }
    }

    /// Whether the inbox may be scanned.
    private func claim() -> Bool { state.claimed(folder.claim()) }

    private func scanAll() async {
        let begin = now
        state.arrivals.scanBegan()
        let findings = await sweep(nil)
        let covers = findings?.covers ?? { _ in false }
        let unseen = state.arrivals.scanEnded(complete: findings != nil, covering: covers, at: now)
        guard let findings else { return }
        await lookAgain(unseen)
        state.scanned(findings, at: filing.archive.time.iso8601, took: now - begin)
    }

    /// In slices, so that workers get and finish files meanwhile.
    ///
    /// - Returns: nil where the inbox is told to end.
    private func sweep(_ folder: RelativePath?) async -> Findings? {
        await scanner.begin(configuration.inbox, folder: folder, sparing: configuration.spared)
        while !Task.isCancelled {
            guard let slice = await scanner.next(Self.slice) else { return await scanner.end() }
            for (path, look) in slice { seeListed(path, look) }
            await tend()
        }
        return nil
    }

    /// A hint may have told more since the walk looked at the file.
    private func seeListed(_ path: RelativePath, _ look: Look) {
        if state.arrivals.isNews(path, look) { see(path, by: .scanned) } else { see(path, look, by: .scanned) }
    }

    private func lookAgain(_ unseen: [RelativePath]) async {
        for begin in stride(from: 0, to: unseen.count, by: Self.slice) {
            for path in unseen[begin..<min(begin + Self.slice, unseen.count)] { see(path, by: .scanned) }
            await tend()
        }
    }

    /// Looks again at files that had to settle.
    func lookAtDue() async {
        while true {
            let paths = state.arrivals.due(at: now, atMost: Self.slice)
            for path in paths { see(path, by: .settled) }
            serve()
            if paths.count < Self.slice { return }
            await Task.yield()
        }
    }

    /// Does everything that is due except scans, which take long.
    func tend() async {
        await lookAtDue()
        moveStuck()
        recheckDue()
        if state.unsynced.isDue(at: now) { filing.sync(state.unsynced.take()) }
        serve()
    }
}
