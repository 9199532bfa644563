import Foundation
import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle
package import Setup
import SystemPackage

/// Serves the status over HTTP: on a Unix socket, or on an address that the settings name.
package struct StatusServer: Service {
    private let address: ServingAddress
    private let responder: StatusResponder
    private let limits: ServingLimits
    private let board: ServingBoard
    private let lock: InstanceLock?
    private let logger: Logger

    /// - Parameters:
    ///   - address: Nobody else must hold it: a socket that lies there is taken for one that was left behind.
    ///   - lock: what says that nobody does; looked at again each second.
    package init(
        at address: ServingAddress, responder: StatusResponder, limits: ServingLimits, board: ServingBoard,
        lock: InstanceLock? = nil, logger: Logger
    ) {
        self.address = address
        self.responder = responder
        self.limits = limits
        self.board = board
        self.lock = lock
        self.logger = logger
    }

    package func run() async throws {
        guard let (path, mode) = address.socket else { return try await application().run() }
        // What another daemon made in its place is not this one's to remove.
        defer { if (try? lock?.renew()) != nil || lock == nil { SocketFile(path, mode: mode).remove() } }
        // The first time it has to be possible.
        try await serve(SocketFile(path, mode: mode))
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                // Another daemon may have it by now.
                try lock?.renew()
                try await serve(SocketFile(path, mode: mode), isAgain: true)
            } catch {
                board.missing(path, error)
                await pause()
            }
        }
    }

    /// Until the daemon stops, or the socket's file is gone.
    ///
    /// - Parameter isAgain: Whether it was there before and was deleted.
    private func serve(_ file: SocketFile, isAgain: Bool = false) async throws {
        let application = application {
            file.isListenedOn()
            if isAgain { madeAgain(file.path) }
        }
        let group = ServiceGroup(configuration: .init(services: [application], logger: quiet))
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            tasks.addTask {
                while !file.isGone, !Task.isShuttingDownGracefully, !Task.isCancelled {
                    try? lock?.renew()
                    await pause()
                }
                await group.triggerGracefulShutdown()
            }
            while try await tasks.next() != nil {}
        }
    }

    /// From one look at the file to the next.
    private func pause() async {
        await cancelWhenGracefulShutdown { try? await Task.sleep(for: .seconds(1)) }
    }

    private func madeAgain(_ path: FilePath) {
        board.madeAgain(path)
        logger.warning("socket was deleted and is made again", metadata: ["status.path": "\(path)"])
    }

    private func application(onRunning: @escaping @Sendable () -> Void = {}) -> some Service {
        let (address, limits, board) = (address, limits, board)
        let handlers: @Sendable () -> [any RemovableChannelHandler] = {
            [ConnectionLimitsHandler(at: address.door, limits: limits, board: board)]
        }
        return Application(
            responder: StatusGate(address: address, board: board, responder: responder),
            server: .http1(configuration: .init(additionalChannelHandlers: handlers())),
            configuration: ApplicationConfiguration(
                address: address.bound, serverName: "quoted", backlog: Self.waiting),
            onServerRunning: { channel in
                onRunning()
                await Self.throttle(channel, limits, board)
            },
            logger: quiet)
    }

    /// Hummingbird's own messages help nobody who runs the daemon.
    private var quiet: Logger {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        return quiet
    }

    /// Connections that the kernel keeps until they are taken.
    private static let waiting = 1024

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
        case .socket(let path, _), .owner(let path): .unixDomainSocket(path: path.string)
        case .network(let address, _): .hostname(address.host, port: address.port)
        }
    }

    /// The file and its mode.
    fileprivate var socket: (FilePath, mode: UInt32)? {
        switch self {
        case .socket(let path, let mode): (path, mode)
        case .owner(let path): (path, 0o600)
        case .network: nil
        }
    }
}
