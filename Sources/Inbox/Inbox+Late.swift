import Logging
import SystemPackage

extension Inbox {
    /// Takes over the rechecks of a daemon that ended: files that it moved to `done/` while a writer still had them open.
    ///
    /// A rename moves a file's time of change, and a write sets it and the time of modification alike. So a file that was
    /// not written to since it was moved was modified before it changed; of the others those go back whose content
    /// nobody knows. Where a file system sets no time at a rename, nothing is found.
    func takeOverRechecks() async {
        let now = archive.wallClock()
        for day in [now - 86_400, now] {
            guard let folder = InboxPath(UTCTime(day).date) else { continue }
            var sweep = Sweep(configuration.done, folder: folder)
            while let slice = sweep.next(256) {
                for case (let path, .file(let stamp)) in slice where !Sidecar.isName(path.name) {
                    await takeOver(path, stamp, movedAfter: now - Int64(rechecks.span.components.seconds) - 1)
                }
                await Task.yield()
            }
        }
    }

    /// - Parameters:
    ///   - path: In `done/`, below the day.
    ///   - time: Seconds since 1970. What was moved before is too old to be looked at again.
    private func takeOver(_ path: InboxPath, _ stamp: Stamp, movedAfter time: Int64) async {
        guard let slash = path.bytes.firstIndex(of: slash), let original = InboxPath(path.bytes[(slash + 1)...]) else {
            return
        }
        let recheck = Recheck(place: Place(root: configuration.done, path: path), path: original, stamp: stamp)
        if stamp.modified < stamp.changed {
            if stamp.changed / 1_000_000_000 >= time { rechecks.insert(recheck, at: self.now) }
        } else if await isNews(path, stamp) {
            putBack(recheck)
        }
    }

    /// Whether the content is none that was worked on. What is being written to is.
    private func isNews(_ path: InboxPath, _ stamp: Stamp) async -> Bool {
        let file = Arrival(path: path, root: configuration.done, stamp: stamp, ticket: 0, noticed: now)
        do throws(ReadingError) {
            return await !isKnown(try file.read(maximum: configuration.maximumSize).sha256)
        } catch {
            return error == .changed
        }
    }
}
