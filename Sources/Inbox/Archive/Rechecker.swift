import Files
import Logging
import SystemPackage

/// Looks again at moved files and puts back those that were written to since. Every call blocks.
struct Rechecker: Sendable {
    enum Result {
        case unchanged
        /// It lies there now, in the inbox.
        case putBack(RelativePath)
        /// It is gone, or cannot be put back.
        case over
    }

    static let reason: Logger.Message = "File changed after it was done"

    let archive: Archive
    let logger: Logger

    func check(_ recheck: Recheck) -> Result {
        do throws(Errno) {
            // Gone, or another file: somebody cleared up.
            guard case .file(let stamp) = try recheck.place.look(), stamp.sameFile(as: recheck.stamp) else {
                return .over
            }
            return stamp.sameContent(as: recheck.stamp) ? .unchanged : putBack(recheck)
        } catch {
            return cannotPutBack(recheck, error)
        }
    }

    func putBack(_ recheck: Recheck, because reason: Logger.Message = Self.reason) -> Result {
        do throws(Errno) {
            let path = try archive.putBack(recheck.place, as: recheck.path, sidecar: recheck.sidecar)
            logger.notice(reason, metadata: ["file.path": "\(path)"])
            return .putBack(path)
        } catch .noSuchFileOrDirectory {
            // Somebody else put it back, or cleared up.
            return .over
        } catch {
            return cannotPutBack(recheck, error)
        }
    }

    private func cannotPutBack(_ recheck: Recheck, _ error: Errno) -> Result {
        logger.error(
            "File changed after it was done and cannot be put back",
            metadata: ["file.path": "\(recheck.place.filePath.printed)", "error": "\(error)"])
        return .over
    }
}
