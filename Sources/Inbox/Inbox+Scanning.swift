extension Inbox {
    private static let slice = 256

    /// Looks through the inbox as soon as can be: after a signal, say.
    package func rescan() {
        schedule.request()
        wake()
    }

    func scanIfDue() async {
        if arrivals.hasRoomForMissed { schedule.request() }
        let begin = now
        switch schedule.begin(at: begin) {
        case .all:
            await scanAll()
            schedule.ended(at: now, took: now - begin)
            tally.scans += 1
            tally.lastScan = archive.time.iso8601
            tally.lastScanSeconds = (now - begin) / .seconds(1)
        case .folders(let folders):
            for folder in folders {
                _ = await sweep(folder)
                _ = arrivals.scanEnded(complete: false, at: now)
            }
        case nil: break
        }
    }

    private func scanAll() async {
        arrivals.scanBegan()
        let unreadable = await sweep(nil)
        let unseen = arrivals.scanEnded(complete: unreadable.isEmpty, at: now)
        for path in unseen { see(path, by: .scanned) }
        troubles.scanned(unreadable, configuration)
    }

    /// In slices, so that workers get and finish files meanwhile.
    private func sweep(_ folder: InboxPath?) async -> [Sweep.Unreadable] {
        var sweep = Sweep(configuration.inbox, folder: folder)
        while let slice = sweep.next(Self.slice) {
            for (path, look) in slice { see(path, look, by: .scanned) }
            serve()
            await Task.yield()
        }
        return sweep.unreadable
    }

    /// Looks again at files that had to settle.
    func lookAtDue() async {
        while true {
            let paths = arrivals.due(at: now, atMost: Self.slice)
            for path in paths { see(path, by: .settled) }
            serve()
            if paths.count < Self.slice { return }
            await Task.yield()
        }
    }
}
