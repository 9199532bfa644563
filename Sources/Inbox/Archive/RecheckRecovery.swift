import Files
import Logging
import SystemPackage

/// Takes over the rechecks of a daemon that ended: files that it moved while a writer still had them open.
///
/// A rename sets a file's time of change (ctime) alone; a write sets ctime and mtime alike. So a file with an earlier
/// mtime was not written to since it was moved. Of the others, those with unknown content go back into the inbox. On a
/// file system that does not set ctime at a rename nothing is found.
///
/// Files moved since `doubtfulSince` go back whenever their content is unknown: the ledger may be older than they are.
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

    /// While the process lacks descriptors or memory, it tries again what it could not read.
    ///
    /// - Parameter report: gets each file that needs something done, some twice.
    func run(_ report: (Verdict) -> Void) async {
        let configuration = archive.configuration
        await untilRead { await lookThroughDone(report) }
        await untilRead { await look(through: configuration.failed, nil, report) }
    }

    /// - Parameter read: says whether it read everything, as far as that depends on descriptors and memory.
    private func untilRead(_ read: () async -> Bool) async {
        while !Task.isCancelled, await !read() { try? await Task.sleep(for: archive.configuration.settleTime) }
    }

    private func lookThroughDone(_ report: (Verdict) -> Void) async -> Bool {
        let done = archive.configuration.done
        do throws(Errno) {
            var isRead = true
            for day in try LatestDays.folders(of: done, at: archive.wallClock()) {
                isRead = await look(through: done, day, report) && isRead
            }
            return isRead
        } catch {
            return !error.isShortage
        }
    }

    private func look(through root: FilePath, _ day: RelativePath?, _ report: (Verdict) -> Void) async -> Bool {
        let scanner = Scanner()
        // The folder of the day is one more.
        await scanner.begin(root, folder: day, sparing: SparedNames(), deepest: RelativePath.deepest + 1)
        while !Task.isCancelled, let slice = await scanner.next(256) {
            for case (let path, .file(let stamp)) in slice where !Sidecar.isName(path.name, in: day) {
                let place = RootedPath(root: root, path: path)
                if let verdict = await verdict(on: place, stamp, isDated: day != nil) { report(verdict) }
            }
        }
        return await !scanner.end().unreadable.contains { $0.error.isShortage }
    }

    private func verdict(on place: RootedPath, _ stamp: Stamp, isDated: Bool) async -> Verdict? {
        let bytes = isDated ? place.path.bytes.drop { $0 != slash }.dropFirst() : place.path.bytes[...]
        guard let path = RelativePath(bytes) else { return nil }
        let recheck = Recheck(place: place, path: path, stamp: stamp, sidecar: isDated ? nil : Sidecar.failure)
        if let doubtfulSince, stamp.changed >= doubtfulSince, isDated, await isNews(place, stamp) {
            return .putBack(recheck, because: "A file in done/ is not in the ledger")
        }
        guard stamp.modified < stamp.changed else {
            return await isNews(place, stamp) ? .putBack(recheck) : nil
        }
        // Files moved earlier than this had all their rechecks.
        let oldest = archive.wallClock() - span.components.seconds - 1
        return stamp.changed / 1_000_000_000 >= oldest ? .lookAgain(recheck) : nil
    }

    /// True if this content is unknown. A file that is still being written counts as unknown, and so does one that cannot
    /// be opened for want of descriptors: where it is known after all, it gets no second line.
    private func isNews(_ place: RootedPath, _ stamp: Stamp) async -> Bool {
        let file = Arrival(path: place.path, root: place.root, stamp: stamp, ticket: 0, noticed: .now)
        do throws(ReadingError) {
            return await !isKnown(try file.read(maximum: archive.configuration.maximumSize).sha256)
        } catch {
            return error == .changed || error.isShortage
        }
    }
}
