import Logging
import SystemPackage

/// Takes over the rechecks of a daemon that ended: files that it moved while a writer still had them open.
///
/// A rename moves a file's time of change, and a write sets it and the time of modification alike. So a file that was
/// not written to since it was moved was modified before it changed; of the others those go back whose content
/// nobody knows. Where a file system sets no time at a rename, nothing is found.
///
/// Of files that were moved lately (`doubtfulSince`) all go back whose content nobody knows: what is known may be older
/// than they are.
struct RecheckRecovery: Sendable {
    enum Verdict: Sendable {
        /// It may still be written to.
        case lookAgain(Recheck)
        case putBack(Recheck, because: Logger.Message = Rechecker.reason)
    }

    let archive: Archive
    /// From a file's move to its last recheck, about.
    let span: Duration
    let isKnown: @Sendable (_ sha256: String) async -> Bool
    /// Nanoseconds since 1970.
    let doubtfulSince: Int64?

    /// - Parameter report: gets each file that something is to be done with.
    func run(_ report: (Verdict) -> Void) async {
        let configuration = archive.configuration
        let days = (try? LatestDays.folders(of: configuration.done, at: archive.wallClock())) ?? []
        for day in days { await look(through: configuration.done, day, report) }
        await look(through: configuration.failed, nil, report)
    }

    private func look(through root: FilePath, _ day: InboxPath?, _ report: (Verdict) -> Void) async {
        let scanner = Scanner()
        // The folder of the day is one more.
        await scanner.begin(root, folder: day, sparing: SparedNames(), deepest: InboxPath.deepest + 1)
        while !Task.isCancelled, let slice = await scanner.next(256) {
            for case (let path, .file(let stamp)) in slice where !Sidecar.isName(path.name, in: day) {
                let place = RootedPath(root: root, path: path)
                if let verdict = await verdict(on: place, stamp, isDated: day != nil) { report(verdict) }
            }
        }
    }

    private func verdict(on place: RootedPath, _ stamp: Stamp, isDated: Bool) async -> Verdict? {
        let bytes = isDated ? place.path.bytes.drop { $0 != slash }.dropFirst() : place.path.bytes[...]
        guard let path = InboxPath(bytes) else { return nil }
        let recheck = Recheck(place: place, path: path, stamp: stamp, sidecar: isDated ? nil : Sidecar.failure)
        if let doubtfulSince, stamp.changed >= doubtfulSince, isDated, await isNews(place, stamp) {
            return .putBack(recheck, because: "Nobody knows a file that was worked off")
        }
        guard stamp.modified < stamp.changed else {
            return await isNews(place, stamp) ? .putBack(recheck) : nil
        }
        // What was moved earlier was looked at as often as it is ever to be.
        let oldest = archive.wallClock() - span.components.seconds - 1
        return stamp.changed / 1_000_000_000 >= oldest ? .lookAgain(recheck) : nil
    }

    /// True unless the content was worked on. A file that is being written to was not.
    private func isNews(_ place: RootedPath, _ stamp: Stamp) async -> Bool {
        let file = Arrival(path: place.path, root: place.root, stamp: stamp, ticket: 0, noticed: .now)
        do throws(ReadingError) {
            return await !isKnown(try file.read(maximum: archive.configuration.maximumSize).sha256)
        } catch {
            return error == .changed
        }
    }
}
