import Faults
import Glibc
import Logging
import SystemPackage

extension Inbox {
    /// Gives an arrival back. To be called once for each, whatever happened.
    @discardableResult
    package func finish(_ arrival: Arrival, _ outcome: WorkOutcome) -> Ending {
        let arrived = Arrivals.Arrived(arrival)
        overtaking.smallInWork.remove(arrival.ticket)
        guard arrivals.isWorking(arrived) else { return .gone }
        defer {
            serve()
            wake()
        }
        return end(arrived, outcome)
    }

    @discardableResult
    func end(_ arrived: Arrivals.Arrived, _ outcome: WorkOutcome) -> Ending {
        switch outcome {
        case .done(let notes): leave(arrived, notes, outcome, counting: \.done)
        case .repeated: leave(arrived, nil, outcome, counting: \.repeats)
        case .failed(let failure): fail(arrived, failure)
        case .unread(let error): unread(arrived, error)
        case .later(let reason):
            again(arrived, .later, reason)
        }
    }

    /// A link, a FIFO or the like: no article can come of it, and following or opening it could do harm.
    func refuse(_ arrived: Arrivals.Arrived, _ special: Look.Special) {
        let failure = Failure(
            code: "not-a-file", reason: "\(arrived.path) is no regular file but a \(special.rawValue).",
            remedy: "Put the file itself into the inbox, by a copy, a move or a hard link.")
        fail(arrived, failure)
    }

    private func unread(_ arrived: Arrivals.Arrived, _ error: ReadingError) -> Ending {
        switch error {
        case .gone, .changed:
            let look = look(at: arrived.path) ?? .gone
            arrivals.finished(arrived, .changed(look), at: now)
            return look == .gone ? .gone : .again(reason: "It changed while it was read.")
        case .failed(let cause) where cause.isShortage:
            return again(arrived, .later, error.failure(of: arrived.path, attempts: 1).reason)
        case .notPermitted, .failed:
            if let ending = waiting(arrived, error) { return ending }
        case .tooLarge: break
        }
        return fail(arrived, error.failure(of: arrived.path, attempts: arrivals.tries(arrived) + 1))
    }

    /// Nil when the file was tried for long enough.
    private func waiting(_ arrived: Arrivals.Arrived, _ error: ReadingError) -> Ending? {
        let reason = error.trouble(with: arrived.path)
        guard let holding = arrivals.unreadable(arrived, reason, at: now) else { return nil }
        // The others of its folder are counted in the status.
        if holding == .first {
            logger.warning("File cannot be read", metadata: ["file.path": "\(arrived.path)", "error": "\(reason)"])
        }
        return .unread(reason: reason)
    }

    private func again(_ arrived: Arrivals.Arrived, _ result: Arrivals.Result, _ reason: String) -> Ending {
        arrivals.finished(arrived, result, at: now)
        return .again(reason: reason)
    }

    @discardableResult
    private func fail(_ arrived: Arrivals.Arrived, _ failure: Failure) -> Ending {
        let ending = file(arrived, .failed(failure), counting: \.failed) { () throws(Errno) in
            try archive.fileFailed(arrived.path, arrived.stamp, failure)
        }
        if case .moved = ending { reportFailure(arrived.path, failure) }
        return ending
    }

    /// Does with a file that was worked off what the configuration says.
    private func leave(
        _ arrived: Arrivals.Arrived, _ notes: [UInt8]?, _ outcome: WorkOutcome,
        counting count: WritableKeyPath<InboxCounts, Int>
    ) -> Ending {
        switch configuration.after {
        case .move:
            file(arrived, outcome, counting: count) { () throws(Errno) in
                try archive.fileDone(arrived.path, arrived.stamp, notes: notes)
            }
        case .keep, .delete:
            stay(arrived, notes, outcome, counting: count)
        }
    }

    private func file(
        _ arrived: Arrivals.Arrived, _ outcome: WorkOutcome, counting count: WritableKeyPath<InboxCounts, Int>,
        _ move: () throws(Errno) -> Archive.Filed
    ) -> Ending {
        do throws(Errno) {
            if FaultPoint.beforeMove.fails { throw .ioError }
            switch try move() {
            case .moved(let place, let stamp, let sidecar):
                FaultPoint.afterMove.pass()
                settled(arrived, .gone)
                rechecks.insert(
                    Recheck(place: place, path: arrived.path, stamp: stamp, sidecar: sidecar), at: now)
                syncLater(place, arrived.path)
                tally[keyPath: count] += 1
                return .moved(place.filePath)
            case .changed(let look): return changed(arrived, look)
            }
        } catch {
            return stuck(arrived, outcome, error)
        }
    }

    private func stay(
        _ arrived: Arrivals.Arrived, _ notes: [UInt8]?, _ outcome: WorkOutcome,
        counting count: WritableKeyPath<InboxCounts, Int>
    ) -> Ending {
        do throws(Errno) {
            let deletes = configuration.after == .delete
            let place = RootedPath(root: configuration.inbox, path: arrived.path)
            let look = try place.look()
            guard case .file(let stamp) = look, stamp.sameContent(as: arrived.stamp) else {
                return changed(arrived, look)
            }
            let noted = try notes.map { notes throws(Errno) in try archive.fileNotes(notes, of: arrived.path) }
            if deletes { try delete(arrived.path, noted) }
            settled(arrived, deletes ? .gone : .kept(stamp))
            tally[keyPath: count] += 1
            return deletes ? .deleted : .kept
        } catch {
            return stuck(arrived, outcome, error)
        }
    }

    /// - Parameter notes: they go as well where the file cannot go, or each new try would leave others.
    private func delete(_ path: InboxPath, _ notes: RootedPath?) throws(Errno) {
        do throws(Errno) {
            try archive.delete(path)
        } catch {
            if let notes { try? archive.remove(notes) }
            throw error
        }
    }

    private func syncLater(_ place: RootedPath, _ path: InboxPath) {
        for folder in [place.filePath, configuration.inbox.appending(path)] {
            unsynced.insert(folder.removingLastComponent(), at: now)
        }
    }

    private func settled(_ arrived: Arrivals.Arrived, _ result: Arrivals.Result) {
        arrivals.finished(arrived, result, at: now)
    }

    /// What was worked on is not what lies there now: that is a new arrival.
    private func changed(_ arrived: Arrivals.Arrived, _ look: Look) -> Ending {
        settled(arrived, .changed(look))
        return look == .gone ? .gone : .again(reason: "It changed while it was worked on.")
    }

    private func stuck(_ arrived: Arrivals.Arrived, _ outcome: WorkOutcome, _ error: Errno) -> Ending {
        let reason = immovable(arrived.path, outcome, error).description
        if arrivals.cannotMove(arrived, outcome, reason, at: now) == .first {
            logger.error("File cannot be moved", metadata: ["file.path": "\(arrived.path)", "error": "\(reason)"])
        }
        return .stuck(reason: reason)
    }

    private func immovable(_ path: InboxPath, _ outcome: WorkOutcome, _ error: Errno) -> InboxError {
        let written =
            switch outcome {
            case .done, .repeated: "The lines of \(path) are written, but it"
            case .failed, .unread, .later: "\(path)"
            }
        let folder = configuration.inbox.appending(path).removingLastComponent()
        guard error == .permissionDenied || error == .notPermitted, folder.letsNothingGo(because: error) else {
            return InboxError(.move, "\(written) cannot be moved out of the inbox\(target(outcome))", cause: error)
        }
        return InboxError(
            .move, "\(written) cannot be taken out of its folder \(folder.printed)",
            remedy:
                "The user that quoted runs as needs permission to write to that folder (chgrp and chmod g+w, without "
                + "the sticky bit); then the file goes by itself.",
            cause: error)
    }

    /// Where a file that ended so is to go, to be said of one that does not.
    private func target(_ outcome: WorkOutcome) -> String {
        if case .failed = outcome { return " to \(configuration.failed.printed)" }
        return configuration.after == .move ? " to \(configuration.done.printed)" : ""
    }

    func syncFolders() {
        for folder in unsynced.take() {
            // A folder that is gone has nothing to lose; for any other error see `FolderSync`.
            try? Directory.open(folder).sync()
        }
    }
}

extension FilePath {
    /// Whether it is this folder that lets nothing go, and not the one that things are to go to. Of a sticky folder the
    /// system says "not permitted" (EPERM), whoever may write to it. (rename(2))
    func letsNothingGo(because error: Errno) -> Bool {
        if error == .notPermitted { return true }
        return unsafe withPlatformString { unsafe faccessat(AT_FDCWD, $0, W_OK | X_OK, AT_EACCESS) } != 0
    }
}
