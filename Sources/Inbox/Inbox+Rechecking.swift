import Logging
import SystemPackage

extension Inbox {
    /// Files that were written to after they were moved away go back into the inbox as new arrivals.
    func recheckDue() {
        while let recheck = rechecks.next(at: now) {
            do throws(Errno) {
                // Gone, or another file: somebody cleared up.
                guard case .file(let stamp) = try recheck.place.look(), stamp.sameFile(as: recheck.stamp) else {
                    continue
                }
                if stamp.sameContent(as: recheck.stamp) {
                    rechecks.unchanged(recheck)
                } else {
                    putBack(recheck)
                }
            } catch {
                cannotPutBack(recheck, error)
            }
        }
    }

    func putBack(_ recheck: Recheck, because reason: Logger.Message = "File changed after it was worked off") {
        do throws(Errno) {
            let path = try archive.putBack(recheck.place, as: recheck.path, sidecar: recheck.sidecar)
            tally.returned += 1
            logger.notice(reason, metadata: ["file.path": "\(path)"])
            if case .file(let stamp) = look(at: path) { arrivals.returned(path, stamp, at: now) }
        } catch .noSuchFileOrDirectory {
            // Somebody else put it back, or cleared up.
        } catch {
            cannotPutBack(recheck, error)
        }
    }

    private func cannotPutBack(_ recheck: Recheck, _ error: Errno) {
        logger.error(
            "File changed after it was worked off and cannot be put back",
            metadata: ["file.path": "\(recheck.place.filePath.printed)", "error": "\(error)"])
    }
}
