import NIOCore
import Synchronization

/// What came of the connections to the status socket and to the address that `listen` names, of both together.
package final class ServingBoard: Sendable {
    private let contents = Mutex(Contents())
    private let started = ContinuousClock.now

    /// What limits did to connections.
    package enum Limit: CaseIterable, Sendable { case delayed, crowdedOut, timedOut, oversized }

    private struct Contents {
        /// In the order in which they came.
        var open: [(id: ObjectIdentifier, channel: any Channel)] = []
        var answered = 0
        var refused = 0
        var malformed = 0
        var limited: [Limit: Int] = [:]
        var rates: [Limit: RateMeter] = [:]
    }

    package init() {}

    /// - Returns: The connection that has to give way to this one, if there are more than may be.
    func opened(_ channel: any Channel, most: Int) -> (any Channel)? {
        contents.withLock { contents in
            contents.open.append((ObjectIdentifier(channel), channel))
            return contents.open.count > most ? contents.open.removeFirst().channel : nil
        }
    }

    func closed(_ channel: any Channel) {
        contents.withLock { contents in contents.open.removeAll { $0.id == ObjectIdentifier(channel) } }
    }

    func answered() { contents.withLock { $0.answered += 1 } }

    /// Asked without the token, or by a name that is not this machine's.
    func refused() { contents.withLock { $0.refused += 1 } }

    /// What was asked is no HTTP.
    func malformed() { contents.withLock { $0.malformed += 1 } }

    func reached(_ limit: Limit) {
        let second = (ContinuousClock.now - started).components.seconds
        contents.withLock {
            $0.limited[limit, default: 0] += 1
            $0.rates[limit, default: RateMeter()].add(at: second)
        }
    }

    func report(_ limits: ServingLimits) -> StatusReport.Serving {
        contents.withLock { contents in
            StatusReport.Serving(
                connections: contents.open.count, mostConnections: limits.connections, answered: contents.answered,
                refused: contents.refused, malformed: contents.malformed,
                delayed: contents.limited[.delayed] ?? 0, crowdedOut: contents.limited[.crowdedOut] ?? 0,
                timedOut: contents.limited[.timedOut] ?? 0, oversized: contents.limited[.oversized] ?? 0)
        }
    }

    /// - Returns: A sentence that names the limits reached within the last minute; nil where none was.
    func warning(_ limits: ServingLimits) -> String? {
        let second = (ContinuousClock.now - started).components.seconds
        let reached = contents.withLock { contents in
            Limit.allCases.compactMap { limit -> String? in
                let count = contents.rates[limit]?.perMinute(at: second) ?? 0
                return count > 0 ? "\(count) \(limit.explained(limits))" : nil
            }
        }
        guard !reached.isEmpty else { return nil }
        return "Whoever asks for the status reached limits within the last minute: of the connections "
            + reached.joined(separator: ", ") + ". Find out who asks so much, or raise the limit."
    }
}

extension ServingBoard.Limit {
    fileprivate func explained(_ limits: ServingLimits) -> String {
        switch self {
        case .delayed: "had to wait (\(Setting.statusRate.name): \(limits.rate) a second)"
        case .crowdedOut: "gave way to newer ones (\(Setting.statusConnections.name): \(limits.connections) at once)"
        case .timedOut: "were not done in time (\(Setting.statusTime.name): \(Quantity.text(limits.time)))"
        case .oversized: "sent too much (\(Setting.statusSize.name): \(limits.size) bytes)"
        }
    }
}
