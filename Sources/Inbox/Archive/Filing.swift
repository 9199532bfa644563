import Faults
import Files
import Glibc
import SystemPackage

/// What is to be done with a file once its work has ended.
package enum FilingOrder: Sendable {
    /// - notes: JSON about it, for `done/`.
    case done(notes: [UInt8]? = nil)
    /// The same content was worked off before.
    case repeated
    case failed(Failure)
}

/// Carries out filing orders on the disk. Every call blocks.
struct Filing: Sendable {
    enum Result {
        /// Where the file lies now, and the ending of the JSON file beside it.
        case moved(RootedPath, Stamp, sidecar: [UInt8]?)
        case deleted
        /// It stays in the inbox, as it is.
        case kept(Stamp)
        /// Something else lies there than what was worked on.
        case changed(Look)
    }

    let archive: Archive
    private var configuration: InboxConfiguration { archive.configuration }

    func file(_ file: HandOut, _ order: FilingOrder) throws(Errno) -> Result {
        switch order {
        case .done(let notes): try fileDone(file, notes: notes)
        case .repeated: try fileDone(file, notes: nil)
        case .failed(let failure):
            try moved { () throws(Errno) in try archive.fileFailed(file.path, file.stamp, failure) }
        }
    }

    /// Moves, keeps or deletes a finished file, as configured.
    private func fileDone(_ file: HandOut, notes: [UInt8]?) throws(Errno) -> Result {
        switch configuration.after {
        case .move: try moved { () throws(Errno) in try archive.fileDone(file.path, file.stamp, notes: notes) }
        case .keep, .delete: try leave(file, notes: notes)
        }
    }

    private func moved(_ move: () throws(Errno) -> Archive.Filed) throws(Errno) -> Result {
        if FaultPoint.beforeMove.fails { throw .ioError }
        switch try move() {
        case .moved(let place, let stamp, let sidecar):
            FaultPoint.afterMove.pass()
            return .moved(place, stamp, sidecar: sidecar)
        case .changed(let look): return .changed(look)
        }
    }

    private func leave(_ file: HandOut, notes: [UInt8]?) throws(Errno) -> Result {
        let look = try RootedPath(root: configuration.inbox, path: file.path).look()
        guard case .file(let stamp) = look, stamp.sameContent(as: file.stamp) else { return .changed(look) }
        let noted = try notes.map { notes throws(Errno) in try archive.fileNotes(notes, of: file.path) }
        guard configuration.after == .delete else { return .kept(stamp) }
        try delete(file.path, noted)
        return .deleted
    }

    /// - Parameter notes: removed too if the file cannot be, or each new try would leave more of them.
    private func delete(_ path: RelativePath, _ notes: RootedPath?) throws(Errno) {
        do throws(Errno) {
            try archive.delete(path)
        } catch {
            if let notes { try? archive.remove(notes) }
            throw error
        }
    }

    func sync(_ folders: Set<FilePath>) {
        for folder in folders {
            // A folder that is gone has nothing to lose. `FolderSync` says why other errors do no harm.
            try? Directory.open(folder).sync()
        }
    }
}

// MARK: Files that cannot be moved

extension Filing {
    /// Why a file cannot be moved, for the log and the status.
    func trouble(moving path: RelativePath, _ order: FilingOrder, _ error: Errno) -> InboxError {
        let written =
            switch order {
            case .done, .repeated: "The lines of \(path) are written, but it"
            case .failed: "\(path)"
            }
        let folder = configuration.inbox.appending(path).removingLastComponent()
        guard error == .permissionDenied || error == .notPermitted, folder.letsNothingGo(because: error) else {
            return InboxError(.move, "\(written) cannot be moved out of the inbox\(target(order))", cause: error)
        }
        return InboxError(
            .move, "\(written) cannot be taken out of its folder \(folder.printed)",
            remedy:
                "The user that quoted runs as needs permission to write to that folder (chgrp and chmod g+w, without "
                + "the sticky bit); then the file goes by itself.",
            cause: error)
    }

    /// Where such a file was to go: " to /var/spool/quoted/done".
    private func target(_ order: FilingOrder) -> String {
        if case .failed = order { return " to \(configuration.failed.printed)" }
        return configuration.after == .move ? " to \(configuration.done.printed)" : ""
    }
}

extension FilePath {
    /// Whether this folder is the one that lets no file go, and not the folder that the file is to go to. Of a sticky
    /// folder the system says "not permitted" (EPERM), whoever may write to it. (rename(2))
    func letsNothingGo(because error: Errno) -> Bool {
        if error == .notPermitted { return true }
        return unsafe withPlatformString { unsafe faccessat(AT_FDCWD, $0, W_OK | X_OK, AT_EACCESS) } != 0
    }
}
