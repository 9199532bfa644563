import Foundation
import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle
package import SystemPackage

/// The status socket: HTTP on a Unix socket that the daemon's user and group may use.
package struct StatusServer: Service {
    private let path: FilePath
    private let responder: StatusResponder
    private let logger: Logger

    /// - Parameter path: Nobody else must hold it: a socket that lies there is taken for one that was left behind.
    package init(path: FilePath, responder: StatusResponder, logger: Logger) {
        self.path = path
        self.responder = responder
        self.logger = logger
    }

    package func run() async throws {
        let path = path
        var quiet = logger
        // What the server says in passing says nothing to whoever runs the daemon.
        quiet.logLevel = max(logger.logLevel, .warning)
        let application = Application(
            responder: responder,
            server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: ApplicationConfiguration(
                address: .unixDomainSocket(path: path.string), serverName: "quoted",
                availableConnectionsDelegate: .maximum(64, logger: quiet)),
            onServerRunning: { _ in Self.restrict(path) },
            logger: quiet)
        defer { _ = unsafe unlink(path.string) }
        try await application.run()
    }

    /// Whatever the umask left: reading and writing, which connecting takes, for owner and group.
    private static func restrict(_ path: FilePath) { _ = unsafe chmod(path.string, 0o660) }
}
