import Files
import SystemPackage

/// What becomes of a file whose work has ended, given what could be done on the disk.
extension InboxState {
    /// Takes in how a filing order went.
    mutating func filed(
        _ handOut: HandOut, _ order: FilingOrder, _ result: Filing.Result, at now: Instant
    ) -> Ending {
        switch result {
        case .moved(let place, let stamp, let sidecar):
            arrivals.finished(handOut, .gone, at: now)
            rechecks.insert(Recheck(place: place, path: handOut.path, stamp: stamp, sidecar: sidecar), at: now)
            for file in [place.filePath, configuration.inbox.appending(handOut.path)] {
                unsynced.insert(file.removingLastComponent(), at: now)
            }
            count(order)
            return .moved(place.filePath)
        case .kept(let stamp):
            arrivals.finished(handOut, .kept(stamp), at: now)
            count(order)
            return .kept
        case .deleted:
            arrivals.finished(handOut, .gone, at: now)
            count(order)
            return .deleted
        case .changed(let look):
            return changed(handOut, look, "It changed while it was worked on.", at: now)
        }
    }

    private mutating func count(_ order: FilingOrder) {
        switch order {
        case .done: tally.done += 1
        case .repeated: tally.repeats += 1
        case .failed: tally.failed += 1
        }
    }

    /// What was worked on is not what lies there now: that is a new arrival.
    mutating func changed(_ handOut: HandOut, _ look: Look, _ reason: String, at now: Instant) -> Ending {
        arrivals.finished(handOut, .changed(look), at: now)
        return look == .gone ? .gone : .again(reason: reason)
    }

    mutating func putOff(_ handOut: HandOut, _ reason: String, at now: Instant) -> Ending {
        arrivals.finished(handOut, .later, at: now)
        return .again(reason: reason)
    }

    /// A file was put back into the inbox.
    mutating func returned(_ path: RelativePath, _ look: Look?, at now: Instant) {
        tally.returned += 1
        if case .file(let stamp)? = look { arrivals.returned(path, stamp, at: now) }
    }
}

extension ReadingError {
    /// What is to be done about a file that could not be read.
    enum Response {
        /// It is another by now, or none.
        case lookAgain
        /// It is not the file's fault.
        case putOff
        /// Somebody may mend it: it is tried again for a while.
        case keepTrying
        case fail
    }

    var response: Response {
        switch self {
        case .gone, .changed: .lookAgain
        case .failed(let cause) where cause.isShortage: .putOff
        case .notPermitted, .failed: .keepTrying
        case .tooLarge: .fail
        }
    }
}
