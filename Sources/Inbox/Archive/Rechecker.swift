import Files
import Logging
import SystemPackage

/// Looks again at moved files and puts back those that were written to since. Every call blocks.
struct Rechecker: Sendable {
    enum Result {
        case unchanged
        /// It lies there now, in the inbox.
        case putBack(RelativePath)
        /// It cannot be looked at or put back now, say because there are too many open files.
        case later(Recheck)
        /// It is gone.
        case over
    }

    static let reason: Logger.Message = "File changed after it was done"

    let archive: Archive
    let inbox: InboxFolder
    let logger: Logger

    func check(_ recheck: Recheck) -> Result {
        do throws(Errno) {
            // Gone, or another file: somebody cleared up.
            guard case .file(let stamp) = try recheck.place.look(), stamp.sameFile(as: recheck.stamp) else {
                return .over
            }
            guard recheck.mustReturn || !stamp.sameContent(as: recheck.stamp) else { return .unchanged }
        } catch {
            return later(recheck, error)
        }
        return putBack(recheck)
    }

    func putBack(_ recheck: Recheck, because reason: Logger.Message = Self.reason) -> Result {
        var recheck = recheck
        recheck.mustReturn = true
        guard inbox.isThere else { return later(recheck, .noSuchFileOrDirectory) }
        do throws(Errno) {
            let path = try archive.putBack(recheck.place, as: recheck.path, sidecar: recheck.sidecar)
            logger.notice(reason, metadata: ["file.path": "\(path)"])
            return .putBack(path)
        } catch {
            // Somebody else put it back, or cleared up; or it is the inbox that is gone.
            if error == .noSuchFileOrDirectory, case .gone? = try? recheck.place.look() { return .over }
            return later(recheck, error)
        }
    }

    private func later(_ recheck: Recheck, _ error: Errno) -> Result {
        let metadata: Logger.Metadata = ["file.path": "\(recheck.place.filePath.printed)", "error": "\(error)"]
        if !recheck.isTold { logger.error("Moved file cannot be looked at or put back yet", metadata: metadata) }
        var recheck = recheck
        recheck.isTold = true
        return .later(recheck)
    }
}
