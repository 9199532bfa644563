import Logging
import SystemPackage

extension Inbox {
    /// Takes hints from the watcher.
    func noticed(_ hints: [Hint]) {
        for hint in hints { noticed(hint) }
        serve()
        wake()
    }

    private func noticed(_ hint: Hint) {
        switch hint {
        case .created(let path): see(path, by: .created)
        case .paused(let path): see(path, by: .paused)
        case .closed(let path, let size): seeClosed(path, size: size)
        case .folder(let path): if !isLeftAlone(path) { schedule.request(path) }
        case .ready:
            troubles.sees()
            schedule.isDegraded = false
            watched()
        case .due: watched()
        case .overflow:
            tally.overflows += 1
            schedule.request()
        case .gone:
            troubles.inbox = .gone
            schedule.request()
        case .restarted(let reason):
            tally.watcherRestarts += 1
            logger.warning("Watcher restarts", metadata: ["reason": "\(reason)"])
            schedule.request()
        case .blind(let reason):
            schedule.isDegraded = true
            troubles.blind(reason)
            logger.warning("Watcher does not see everything", metadata: ["reason": "\(reason)"])
            watched()
        }
    }

    private func watched() {
        isWatched = true
        schedule.request()
    }

    /// A file that was written to since it was closed is open again, and will be closed again.
    private func seeClosed(_ path: InboxPath, size: Int64?) {
        guard !isLeftAlone(path), let size, case .file(let stamp)? = look(at: path), stamp.size != size else {
            return see(path, by: .closed)
        }
        see(path, .file(stamp), by: .created)
    }

    /// Looks at a path and acts on what is there.
    func see(_ path: InboxPath, by sighting: Arrivals.Sighting) {
        guard !isLeftAlone(path) else { return }
        guard let look = look(at: path) else { return schedule.request() }
        see(path, look, by: sighting)
    }

    func see(_ path: InboxPath, _ look: Look, by sighting: Arrivals.Sighting) {
        switch arrivals.saw(path, look, by: sighting, at: now) {
        case .refuse(let arrived, let special): refuse(arrived, special)
        case nil: break
        }
    }

    private func isLeftAlone(_ path: InboxPath) -> Bool { path.isTooDeep || configuration.spared.spare(path) }

    /// Nil if it cannot be said, or if the path leads to another folder than the one that is locked.
    func look(at path: InboxPath) -> Look? {
        if lock?.isHeld == false { return nil }
        do throws(Errno) {
            return try RootedPath(root: configuration.inbox, path: path).look()
        } catch {
            logger.warning("Cannot look at file", metadata: ["file.path": "\(path)", "error": "\(error)"])
            return nil
        }
    }
}
