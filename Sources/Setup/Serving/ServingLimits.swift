/// How much those who ask how the daemon is may take of it.
package struct ServingLimits: Sendable, Equatable {
    /// Connections at once; beyond them one gives way to the newest: the oldest of the client who has the most.
    package var connections: Int = Setting.statusConnections.usualValue()
    /// The same at the owner's own socket.
    package static let ownersConnections = 16
    /// Connections taken in a second; beyond them they wait to be taken.
    package var rate: Int = Setting.statusRate.usualValue()
    /// How long a connection may last, from being taken to its answer's last byte.
    package var time: Duration = Setting.statusTime.usualValue()
    /// Bytes that may come in on a connection.
    package var size: Int = Setting.statusSize.usualValue()

    package init() {}
}
