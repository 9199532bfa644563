package import Daemon
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import QuotationIndex
import Setup
package import SystemPackage

/// Asks a running daemon over its status socket.
package struct StatusClient: Sendable {
    package struct Answer: Sendable, Equatable {
        package var code: Int
        package var body: [UInt8]
    }

    private let socket: FilePath
    private let timeout: Duration

    package init(socket: FilePath, timeout: Duration = .seconds(5)) {
        self.socket = socket
        self.timeout = timeout
    }

    /// - Parameter path: "/status", "/health" or "/metrics".
    /// - Throws: `StatusClientError`.
    package func get(_ path: String) async throws -> Answer { try await request("GET", path) }

    /// - Throws: `StatusClientError`.
    func request(_ method: String, _ path: String) async throws -> Answer {
        guard socket.string.utf8.count <= UnixSocket.longestPath else {
            throw StatusClientError(socket, problem: .pathTooLong)
        }
        do {
            return try await withThrowingTaskGroup { group in
                group.addTask { try await exchange(HTTPMethod(rawValue: method), path) }
                group.addTask {
                    try await Task.sleep(for: timeout)
                    throw StatusClientError(socket, problem: .silent(timeout))
                }
                defer { group.cancelAll() }
                guard let answer = try await group.next() else { throw CancellationError() }
                return answer
            }
        } catch let error as IOError {
            throw StatusClientError(socket, problem: .refused(Errno(rawValue: error.errnoCode)))
        } catch let error as ChannelError {
            throw StatusClientError(socket, problem: .strange("\(error)"))
        }
    }

    /// - Throws: `StatusClientError`.
    package func status() async throws -> StatusReport {
        let answer = try await get("/status")
        do {
            return try StatusReport.decoder.decode(StatusReport.self, from: Data(answer.body))
        } catch {
            throw StatusClientError(socket, problem: .strange("\(error)"))
        }
    }

    /// - Throws: `StatusClientError`.
    func live() async throws -> LiveReport {
        let answer = try await get("/live")
        do {
            return try StatusReport.decoder.decode(LiveReport.self, from: Data(answer.body))
        } catch {
            throw StatusClientError(socket, problem: .strange("\(error)"))
        }
    }

    /// - Throws: `StatusClientError`; `Refusal` where the daemon says why not.
    func find(_ request: FindRequest) async throws -> FindAnswer {
        let answer = try await get(request.path)
        guard answer.code == 200 else {
            guard let refusal = try? JSONDecoder().decode(Refusal.self, from: Data(answer.body)) else {
                throw StatusClientError(socket, problem: .strange("code \(answer.code)"))
            }
            throw refusal
        }
        do {
            return try JSONDecoder().decode(FindAnswer.self, from: Data(answer.body))
        } catch {
            throw StatusClientError(socket, problem: .strange("\(error)"))
        }
    }

    /// Why the daemon refused a question.
    struct Refusal: Error, Codable, CustomStringConvertible {
        var error: String
        var remedy: String

        var description: String { "\(error); \(remedy)" }
    }

    private typealias Connection = NIOAsyncChannel<HTTPClientResponsePart, HTTPPart<HTTPRequestHead, ByteBuffer>>

    /// By the owner's socket where this user may: no crowd keeps him out there.
    private func connect() async throws -> Connection {
        if let owners = ServingAddress.ownersSocket(beside: socket), let connection = try? await connect(to: owners) {
            return connection
        }
        while true {
            do { return try await connect(to: socket) } catch let error as IOError where error.errnoCode == EAGAIN {
                // As many wait to be let in as the kernel keeps; `request` knows when it has been enough.
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    private func connect(to socket: FilePath) async throws -> Connection {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(unixDomainSocketPath: socket.string) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    try channel.pipeline.syncOperations.addHandler(RequestFraming())
                    return try Connection(wrappingChannelSynchronously: channel)
                }
            }
    }

    private func exchange(_ method: HTTPMethod, _ path: String) async throws -> Answer {
        let connection = try await connect()
        return try await connection.executeThenClose { inbound, outbound in
            let headers = HTTPHeaders([("Host", "quoted"), ("Connection", "close")])
            let head = HTTPRequestHead(version: .http1_1, method: method, uri: path, headers: headers)
            // Both at once: after the head of a request without a body the server may answer and close.
            try await outbound.write(contentsOf: [.head(head), .end(nil)])
            return try await read(inbound)
        }
    }

    private func read(_ parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>) async throws -> Answer {
        var answer = Answer(code: 0, body: [])
        for try await part in parts {
            switch part {
            case .head(let head): answer.code = Int(head.status.code)
            case .body(let buffer): answer.body += buffer.readableBytesView
            case .end: return answer
            }
            guard answer.body.count <= Self.longestAnswer else { break }
        }
        throw StatusClientError(socket, problem: .strange("the answer broke off or was too long"))
    }

    private static let longestAnswer = 16 << 20
}

/// The client pipeline takes `IOData`, buffers or file regions; this client only ever has buffers.
private final class RequestFraming: ChannelOutboundHandler, Sendable {
    typealias OutboundIn = HTTPPart<HTTPRequestHead, ByteBuffer>
    typealias OutboundOut = HTTPClientRequestPart

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part: HTTPClientRequestPart =
            switch unwrapOutboundIn(data) {
            case .head(let head): .head(head)
            case .body(let buffer): .body(.byteBuffer(buffer))
            case .end(let trailers): .end(trailers)
            }
        context.write(wrapOutboundOut(part), promise: promise)
    }
}

/// Why the daemon could not be asked.
package struct StatusClientError: Error, Equatable, CustomStringConvertible {
    package enum Problem: Equatable, Sendable {
        case refused(Errno)
        case silent(Duration)
        case strange(String)
        case pathTooLong
    }

    package var socket: FilePath
    package var problem: Problem

    init(_ socket: FilePath, problem: Problem) {
        self.socket = socket
        self.problem = problem
    }

    package var description: String {
        switch problem {
        case .refused(.noSuchFileOrDirectory):
            "there is no socket \(socket): is quoted running? Name its socket with --status, or start the daemon"
        case .refused(.connectionRefused):
            "nobody listens on \(socket): the daemon that made it is gone; see its log, and start it again"
        case .refused(.permissionDenied):
            "you may not use \(socket): it is for the daemon's user and group; join that group, or use sudo"
        case .refused(let error): "\(socket) cannot be reached: \(error)"
        case .silent(let time):
            "the daemon did not answer on \(socket) within \(Quantity.text(time)): it may be stuck; see its log"
        case .strange(let what):
            "the answer on \(socket) is not from this version of quoted (\(what)): compare `quoted --version` on both sides"
        case .pathTooLong: "\(socket) is too long a name for a Unix socket"
        }
    }
}
