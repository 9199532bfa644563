import Files

extension InboxState {
    /// What the owner is to do about a hint.
    enum HintAction: Equatable {
        /// `closedAt`: the size that the file had when it was closed.
        case look(RelativePath, by: Sighting, closedAt: Int64? = nil)
        /// Only write a line to the log.
        case log(HintTrouble)
    }

    enum HintTrouble: Equatable {
        case restarted(reason: String)
        case blind(reason: String)
    }

    /// Takes in what the watcher tells.
    mutating func take(_ hint: Hint) -> HintAction? {
        switch hint {
        case .created(let path): return .look(path, by: .created)
        case .paused(let path): return .look(path, by: .paused)
        case .closed(let path, let size): return .look(path, by: .closed, closedAt: size)
        case .folder(let path): if !isLeftAlone(path) { schedule.request(path) }
        default: return takeState(hint)
        }
        return nil
    }

    /// Hints about the watcher or the whole inbox. Each is a reason to scan.
    private mutating func takeState(_ hint: Hint) -> HintAction? {
        schedule.request()
        switch hint {
        case .ready: watch.seesAll()
        case .due: watch.begin()
        case .overflow: tally.overflows += 1
        case .gone: folder = .gone
        case .restarted(let reason):
            tally.watcherRestarts += 1
            return .log(.restarted(reason: reason))
        case .blind(let reason):
            watch.misses(reason)
            return .log(.blind(reason: reason))
        case .created, .paused, .closed, .folder: break
        }
        return nil
    }
}
