import Files
import Logging

extension Inbox {
    /// Takes hints from the watcher.
    func noticed(_ hints: [Hint]) {
        for hint in hints {
            switch state.take(hint) {
            case .look(let path, let sighting, let size): see(path, by: sighting, closedAt: size)
            case .log(let trouble): trouble.log(to: logger)
            case nil: break
            }
        }
        serve()
        alarm.ring()
    }

    /// Looks at a path and acts on what is there.
    func see(_ path: RelativePath, by sighting: Sighting, closedAt size: Int64? = nil) {
        guard !state.isLeftAlone(path) else { return }
        guard let look = folder.look(at: path) else { return state.schedule.request() }
        // A file that was written to since it was closed is open again, and will be closed again.
        if let size, case .file(let stamp) = look, stamp.size != size { return see(path, look, by: .created) }
        see(path, look, by: sighting)
    }

    func see(_ path: RelativePath, _ look: Look, by sighting: Sighting) {
        switch state.arrivals.saw(path, look, by: sighting, at: now) {
        case .refuse(let handOut, let special): fail(handOut, .notAFile(handOut.path, special))
        case nil: break
        }
    }
}

extension InboxState.HintTrouble {
    fileprivate func log(to logger: Logger) {
        switch self {
        case .restarted(let reason): logger.warning("Watcher restarts", metadata: ["reason": "\(reason)"])
        case .blind(let reason):
            logger.warning("Watcher does not see everything", metadata: ["reason": "\(reason)"])
        }
    }
}

extension Failure {
    /// A link, a FIFO or the like: no article can come of it, and following or opening it could do harm.
    fileprivate static func notAFile(_ path: RelativePath, _ special: Look.Special) -> Failure {
        Failure(
            code: "not-a-file", reason: "\(path) is not a regular file but a \(special.rawValue).",
            remedy: "Put the file itself into the inbox, by a copy, a move or a hard link.")
    }
}
