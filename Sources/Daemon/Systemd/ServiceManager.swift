import Dispatch
import Foundation
package import Logging

/// Sends the messages of sd_notify(3) to `NOTIFY_SOCKET`, to systemd mostly. Without that variable it sends nothing.
package struct ServiceManager: Sendable {
    private let socket: NotifySocket?
    /// How long the manager waits for a sign of life; nil where it does not.
    let watchdog: Duration?
    private let logger: Logger

    package init(environment: [String: String], logger: Logger) {
        socket = environment["NOTIFY_SOCKET"].flatMap(NotifySocket.init(name:))
        watchdog = Self.watchdog(environment)
        self.logger = logger
    }

    var isListening: Bool { socket != nil }

    func ready(_ status: String) { send("READY=1\nSTATUS=\(status)") }

    func reloaded() { send("READY=1") }

    func status(_ status: String) { send("STATUS=\(status)") }

    func alive() { send("WATCHDOG=1") }

    /// To be followed by `reloaded`. The time lets the manager tell an old `READY=1` from the new one.
    func reloading() {
        // Of CLOCK_MONOTONIC.
        let time = DispatchTime.now().uptimeNanoseconds
        send("RELOADING=1\nMONOTONIC_USEC=\(time / 1000)")
    }

    /// - Parameter limit: How long it may take.
    func stopping(within limit: Duration) {
        send("STOPPING=1\nEXTEND_TIMEOUT_USEC=\(limit.microseconds)\nSTATUS=finishing the articles in work")
    }

    /// Asks for more time to start or stop: that much from now on.
    func extend(by time: Duration) { send("EXTEND_TIMEOUT_USEC=\(time.microseconds)") }

    private func send(_ message: String) {
        guard let socket else { return }
        do {
            // Whatever a status holds, it is one line of the message.
            try socket.send(message)
        } catch {
            logger.debug("the service manager could not be told", metadata: ["error": "\(error)"])
        }
    }

    /// The watchdog is meant for this process only where `WATCHDOG_PID` is absent or its own.
    private static func watchdog(_ environment: [String: String]) -> Duration? {
        guard let microseconds = environment["WATCHDOG_USEC"].flatMap(Int64.init), microseconds > 0 else { return nil }
        if let pid = environment["WATCHDOG_PID"], pid != "\(getpid())" { return nil }
        return .microseconds(microseconds)
    }
}

extension Duration {
    var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
