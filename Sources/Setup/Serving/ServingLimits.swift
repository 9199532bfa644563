/// How much of the daemon's time and memory clients of the status may take.
package struct ServingLimits: Sendable, Equatable {
    /// Connections at once. A new one beyond them closes the oldest one of the client that has the most.
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
