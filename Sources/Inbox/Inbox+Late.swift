import Logging
import SystemPackage

extension Inbox {
    /// Takes over the rechecks of a daemon that ended: files that it moved while a writer still had them open.
    ///
    /// A rename moves a file's time of change, and a write sets it and the time of modification alike. So a file that was
    /// not written to since it was moved was modified before it changed; of the others those go back whose content
    /// nobody knows. Where a file system sets no time at a rename, nothing is found.
    ///
    /// Of files that were moved lately (`doubtfulSince`) all go back whose content nobody knows: what is known may be older
    /// than they are.
    func takeOverRechecks() async {
        let days = (try? LatestDays.folders(of: configuration.done, at: archive.wallClock())) ?? []
        for day in days { await takeOver(configuration.done, day) }
        await takeOver(configuration.failed, nil)
    }

    private func takeOver(_ root: FilePath, _ folder: InboxPath?) async {
        let scanner = Scanner()
        // The folder of the day is one more.
        await scanner.begin(root, folder: folder, sparing: SparedNames(), deepest: InboxPath.deepest + 1)
        while !Task.isCancelled, let slice = await scanner.next(256) {
            for case (let path, .file(let stamp)) in slice where !Sidecar.isName(path.name, in: folder) {
                await takeOver(RootedPath(root: root, path: path), stamp, isDated: folder != nil)
            }
        }
    }

    private func takeOver(_ place: RootedPath, _ stamp: Stamp, isDated: Bool) async {
        let bytes = isDated ? place.path.bytes.drop { $0 != slash }.dropFirst() : place.path.bytes[...]
        guard let path = InboxPath(bytes) else { return }
        let recheck = Recheck(place: place, path: path, stamp: stamp, sidecar: isDated ? nil : Sidecar.failure)
        if let doubtfulSince, stamp.changed >= doubtfulSince, isDated {
            if await isNews(place, stamp) {
                return putBack(recheck, because: "Nobody knows a file that was worked off")
            }
        }
        if stamp.modified < stamp.changed {
            // What was moved earlier was looked at as often as it is ever to be.
            let span = rechecks.span.components.seconds + 1
            if stamp.changed / 1_000_000_000 >= archive.wallClock() - span { rechecks.insert(recheck, at: now) }
        } else if await isNews(place, stamp) {
            putBack(recheck)
        }
    }

    /// Whether the content is none that was worked on. What is being written to is.
    private func isNews(_ place: RootedPath, _ stamp: Stamp) async -> Bool {
        let file = Arrival(path: place.path, root: place.root, stamp: stamp, ticket: 0, noticed: now)
        do throws(ReadingError) {
            return await !isKnown(try file.read(maximum: configuration.maximumSize).sha256)
        } catch {
            return error == .changed
        }
    }
}
