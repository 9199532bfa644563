import Files
import Logging
import SystemPackage

extension Inbox {
    /// Gives an arrival back. To be called once for each, whatever happened.
    @discardableResult
    package func finish(_ arrival: Arrival, _ outcome: WorkOutcome) -> Ending {
        let handOut = HandOut(arrival)
        state.overtaking.ended(arrival.ticket)
        guard state.arrivals.isWorking(handOut) else { return .gone }
        defer {
            serve()
            alarm.ring()
        }
        return end(handOut, outcome)
    }

    private func end(_ handOut: HandOut, _ outcome: WorkOutcome) -> Ending {
        switch outcome {
        case .done(let notes): file(handOut, .done(notes: notes))
        case .repeated: file(handOut, .repeated)
        case .failed(let failure): fail(handOut, failure)
        case .unread(let error): unread(handOut, error)
        case .later(let reason): state.putOff(handOut, reason, at: now)
        }
    }

    /// Tries to move files that could not be moved so far.
    func moveStuck() {
        for (handOut, order) in state.arrivals.dueStuck(at: now, atMost: Self.slice) {
            if case .failed(let failure) = order { fail(handOut, failure) } else { file(handOut, order) }
        }
    }

    private func unread(_ handOut: HandOut, _ error: ReadingError) -> Ending {
        switch error.response {
        case .lookAgain:
            let look = folder.look(at: handOut.path) ?? .gone
            return state.changed(handOut, look, "It changed while it was read.", at: now)
        case .putOff: return state.putOff(handOut, error.failure(of: handOut.path, attempts: 1).reason, at: now)
        case .keepTrying: if let ending = keepTrying(handOut, error) { return ending }
        case .fail: break
        }
        return fail(handOut, error.failure(of: handOut.path, attempts: state.arrivals.tries(handOut) + 1))
    }

    /// Nil when the file was tried for long enough.
    private func keepTrying(_ handOut: HandOut, _ error: ReadingError) -> Ending? {
        let reason = error.trouble(with: handOut.path)
        guard let holding = state.arrivals.unreadable(handOut, reason, at: now) else { return nil }
        // The others of its folder are counted in the status.
        if holding == .first {
            logger.warning("File cannot be read", metadata: ["file.path": "\(handOut.path)", "error": "\(reason)"])
        }
        return .unread(reason: reason)
    }

    @discardableResult
    func fail(_ handOut: HandOut, _ failure: Failure) -> Ending {
        let ending = file(handOut, .failed(failure))
        if case .moved = ending { reportFailure(handOut.path, failure) }
        return ending
    }

    @discardableResult
    private func file(_ handOut: HandOut, _ order: FilingOrder) -> Ending {
        do throws(Errno) {
            let result = try filing.file(handOut, order)
            return state.filed(handOut, order, result, at: now)
        } catch {
            return stuck(handOut, order, error)
        }
    }

    private func stuck(_ handOut: HandOut, _ order: FilingOrder, _ error: Errno) -> Ending {
        let reason = filing.trouble(moving: handOut.path, order, error).description
        if state.arrivals.cannotMove(handOut, order, reason, at: now) == .first {
            logger.error("File cannot be moved", metadata: ["file.path": "\(handOut.path)", "error": "\(reason)"])
        }
        return .stuck(reason: reason)
    }
}
