import CivilTime
import Faults
import Files
import Glibc
import SystemPackage

/// The folders that files go to from the inbox: `done/`, with a folder for each day, and `failed/`.
///
/// Both mirror the inbox's subfolders. Every call blocks.
struct Archive: Sendable {
    enum Filed: Equatable {
        /// Where the file lies now, and the ending of the JSON file beside it.
        case moved(RootedPath, Stamp, sidecar: [UInt8]?)
        case changed(Look)
    }

    let configuration: InboxConfiguration
    /// Seconds since 1970.
    let wallClock: @Sendable () -> Int64

    var time: UTCTime { UTCTime(wallClock()) }

    private var mode: mode_t { mode_t(configuration.folderMode.rawValue) }

    /// Moves a file to today's folder of `done/`.
    /// - Parameter notes: JSON for a file beside it.
    func fileDone(_ path: RelativePath, _ stamp: Stamp, notes: [UInt8]?) throws(Errno) -> Filed {
        let now = time
        let place = RootedPath(root: configuration.done, path: Self.dated(path, now))
        return try file(path, stamp, at: place, now, notes.map { Sidecar(bytes: $0, ending: Sidecar.items) })
    }

    func fileFailed(_ path: RelativePath, _ stamp: Stamp, _ failure: Failure) throws(Errno) -> Filed {
        let now = time
        let note = FailureNote(failure, of: path, at: now)
        let place = RootedPath(root: configuration.failed, path: path)
        let filed = try file(path, stamp, at: place, now, Sidecar(bytes: note.encoded, ending: Sidecar.failure))
        if case .moved(let place, _, _) = filed { try sync(place) }
        return filed
    }

    /// Notes of a file that does not go to `done/` itself.
    ///
    /// - Returns: where they are.
    func fileNotes(_ notes: [UInt8], of path: RelativePath) throws(Errno) -> RootedPath {
        let now = time
        var path = Self.dated(path, now)
        let folder = try Directory.open(configuration.done).folder(for: &path, fixed: 1, making: mode)
        let temporary = try folder.writeTemporary(notes)
        for name in FreeNames(name: Array(path.name), mark: now.clock, reserve: Sidecar.items.count) {
            do throws(Errno) {
                try folder.rename(temporary, to: folder, as: name + Sidecar.items)
                return RootedPath(root: configuration.done, path: path.renamed(name + Sidecar.items))
            } catch .fileExists {
                continue
            }
        }
        throw .fileExists
    }

    func remove(_ place: RootedPath) throws(Errno) {
        try Directory.open(place.root).parent(of: place.path).remove(place.path.name)
    }

    func delete(_ path: RelativePath) throws(Errno) { try remove(RootedPath(root: configuration.inbox, path: path)) }

    /// Puts a file that was moved back into the inbox, and drops the JSON beside it.
    /// - Returns: where it is now.
    func putBack(_ place: RootedPath, as path: RelativePath, sidecar: [UInt8]?) throws(Errno) -> RelativePath {
        let folder = try Directory.open(place.root).parent(of: place.path)
        var path = path
        let inbox = try Directory.open(configuration.inbox).folder(for: &path, making: mode)
        let name = try Move.putBack(place.path.name, from: folder, to: inbox, as: path.name)
        FaultPoint.afterReturn.pass()
        if let sidecar { try? folder.remove(place.path.name + sidecar) }
        return path.renamed(name)
    }

    private func file(
        _ path: RelativePath, _ stamp: Stamp, at place: RootedPath, _ now: UTCTime, _ sidecar: Sidecar?
    ) throws(Errno) -> Filed {
        guard let source = try folder(of: path) else { return .changed(.gone) }
        var place = place
        // The first folder is the day's, whose name is fixed.
        let fixed = place.root == configuration.done ? 1 : 0
        let target = try Directory.open(place.root).folder(for: &place.path, fixed: fixed, making: mode)
        let names = FreeNames(name: Array(path.name), mark: now.clock, reserve: sidecar?.ending.count ?? 0)
        let move = Move(name: path.name, stamp: stamp, names: names, sidecar: sidecar)
        switch try move.run(from: source, to: target) {
        case .moved(let name, let stamp):
            return .moved(
                RootedPath(root: place.root, path: place.path.renamed(name)), stamp, sidecar: sidecar?.ending)
        case .changed(let look): return .changed(look)
        }
    }

    /// Nil if the folder is gone or has become something else, such as a link.
    private func folder(of path: RelativePath) throws(Errno) -> Directory? {
        do throws(Errno) {
            return try Directory.open(configuration.inbox).parent(of: path)
        } catch .noSuchFileOrDirectory {
            return nil
        } catch .notDirectory {
            return nil
        }
    }

    private func sync(_ place: RootedPath) throws(Errno) {
        try Directory.open(place.root).parent(of: place.path).sync()
    }

    private static func dated(_ path: RelativePath, _ now: UTCTime) -> RelativePath {
        path.below(Array(now.date.utf8))
    }
}
