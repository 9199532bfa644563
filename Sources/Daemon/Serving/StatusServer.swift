import Foundation
import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle
import SystemPackage

/// Answers over HTTP how the daemon is: on a Unix socket, or on an address that was asked for.
package struct StatusServer: Service {
    private let address: ServingAddress
    private let responder: StatusResponder
    private let limits: ServingLimits
    private let board: ServingBoard
    private let logger: Logger

    /// - Parameter address: Nobody else must hold it: a socket that lies there is taken for one that was left behind.
    package init(
        at address: ServingAddress, responder: StatusResponder, limits: ServingLimits, board: ServingBoard,
        logger: Logger
    ) {
        self.address = address
        self.responder = responder
        self.limits = limits
        self.board = board
        self.logger = logger
    }

    package func run() async throws {
        let (address, limits, board) = (address, limits, board)
        var quiet = logger
        // What the server says in passing says nothing to whoever runs the daemon.
        quiet.logLevel = max(logger.logLevel, .warning)
        let warden: @Sendable () -> [any RemovableChannelHandler] = { [ConnectionWarden(limits: limits, board: board)] }
        let application = Application(
            responder: StatusGate(address: address, board: board, responder: responder),
            server: .http1(configuration: .init(additionalChannelHandlers: warden())),
            configuration: ApplicationConfiguration(
                address: address.bound, serverName: "quoted", backlog: Self.waiting),
            onServerRunning: { channel in
                if case .socket(let path, let mode) = address { Self.restrict(path, to: mode) }
                await Self.throttle(channel, limits, board)
            },
            logger: quiet)
        defer { if case .socket(let path, _) = address { _ = unsafe unlink(path.string) } }
        try await application.run()
    }

    /// Connections that the kernel keeps until they are taken.
    private static let waiting = 1024

    /// Whatever the umask left.
    private static func restrict(_ path: FilePath, to mode: UInt32) { _ = unsafe chmod(path.string, mode) }

    private static func throttle(_ channel: any Channel, _ limits: ServingLimits, _ board: ServingBoard) async {
        let added = channel.eventLoop.submit {
            // One at a time, so that the limit is not passed by a whole round.
            try channel.syncOptions?.setOption(.maxMessagesPerRead, value: 1)
            try channel.pipeline.syncOperations.addHandler(
                Throttle(rate: limits.rate, board: board), position: .first)
        }
        // It fails where the channel is closed already.
        try? await added.get()
    }
}

extension ServingAddress {
    fileprivate var bound: BindAddress {
        switch self {
        case .socket(let path, _): .unixDomainSocket(path: path.string)
        case .network(let address, _): .hostname(address.host, port: address.port)
        }
    }
}
