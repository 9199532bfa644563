import NIOCore
import Setup
import Synchronization
import SystemPackage

/// What came of the connections to the status socket and to the address that `listen` names, of both together.
package final class ServingBoard: Sendable {
    private let contents = Mutex(Contents())
    private let started = ContinuousClock.now

    /// What limits did to connections.
    package enum Limit: CaseIterable, Sendable { case delayed, crowdedOut, timedOut, oversized }

    private struct Connection {
        var channel: any Channel
        var client: Client
        var door: ServingAddress.Door
    }

    private struct Contents {
        /// In the order in which they came.
        var open: [Connection] = []
        /// Sockets whose file is gone and cannot be made again, with the reason.
        var missing: [FilePath: String] = [:]
        var madeAgain = 0
        var answered = 0
        var refused = 0
        var malformed = 0
        var limited: [Limit: Int] = [:]
        var rates: [Limit: RateMeter] = [:]
    }

    package init() {}

    /// - Returns: The connection that has to give way to this one, if there are more at its door than may be.
    func opened(
        _ channel: any Channel, by client: Client, at door: ServingAddress.Door, most: Int
    ) -> (any Channel)? {
        contents.withLock { contents in
            contents.open.append(Connection(channel: channel, client: client, door: door))
            let here = contents.open.indices.filter { contents.open[$0].door == door }
            guard here.count > most else { return nil }
            let place = here[Self.givesWay(here.map { contents.open[$0].client })]
            return contents.open.remove(at: place).channel
        }
    }

    /// The oldest connection of the client that has the most is closed, so that no client keeps the others out.
    ///
    /// - Parameter clients: One for each connection, the oldest first; at least one.
    /// - Returns: Its place.
    static func givesWay(_ clients: [Client]) -> Int {
        let counts = Dictionary(clients.map { ($0, 1) }, uniquingKeysWith: +)
        let most = counts.values.max() ?? 0
        return clients.firstIndex { counts[$0] == most } ?? 0
    }

    func closed(_ channel: any Channel) {
        contents.withLock { contents in contents.open.removeAll { $0.channel === channel } }
    }

    /// Whose an open connection is.
    func client(of channel: any Channel) -> Client {
        contents.withLock { contents in contents.open.first { $0.channel === channel }?.client ?? .unknown }
    }

    func answered() { contents.withLock { $0.answered += 1 } }

    /// Asked without the token, by a name that is not this machine's, or by another's page in a browser.
    func refused() { contents.withLock { $0.refused += 1 } }

    /// What was asked is no HTTP.
    func malformed() { contents.withLock { $0.malformed += 1 } }

    /// The file of a socket is gone, and another cannot be made.
    func missing(_ path: FilePath, _ error: any Error) { contents.withLock { $0.missing[path] = "\(error)" } }

    func madeAgain(_ path: FilePath) {
        contents.withLock {
            $0.missing[path] = nil
            $0.madeAgain += 1
        }
    }

    /// A sentence for each socket that is not there.
    var missing: [String] {
        contents.withLock(\.missing).sorted { $0.key.string < $1.key.string }.map { path, reason in
            "The socket \(path) was deleted and cannot be made again: \(reason). Check that its folder exists and that "
                + "the daemon's user may write to it; the daemon tries again each second."
        }
    }

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
                timedOut: contents.limited[.timedOut] ?? 0, oversized: contents.limited[.oversized] ?? 0,
                socketsMadeAgain: contents.madeAgain)
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
        return "Clients of the status reached limits within the last minute: of their connections "
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
