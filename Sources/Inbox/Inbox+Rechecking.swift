extension Inbox {
    /// Files that were written to after they were moved away go back into the inbox as new arrivals.
    func recheckDue() {
        while let recheck = state.rechecks.next(at: now) { take(rechecker.check(recheck), of: recheck) }
    }

    /// Takes over the rechecks of a daemon that ended.
    func takeOverRechecks() async {
        await recovery.run { verdict in
            switch verdict {
            case .lookAgain(let recheck): state.rechecks.insert(recheck, at: now)
            case .putBack(let recheck, let reason): take(rechecker.putBack(recheck, because: reason), of: recheck)
            }
        }
    }

    private func take(_ result: Rechecker.Result, of recheck: Recheck) {
        switch result {
        case .unchanged: state.rechecks.unchanged(recheck)
        case .putBack(let path): state.returned(path, folder.look(at: path), at: now)
        case .later(let recheck): state.rechecks.insert(recheck, at: now)
        case .over: break
        }
    }
}
