import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Setup

/// Holds one connection to its limits: a single answer, a time to get it, so many bytes to ask for it.
final class ConnectionLimitsHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let door: ServingAddress.Door
    private let limits: ServingLimits
    private let board: ServingBoard
    private var deadline: Scheduled<Void>?
    /// An answer without an end, whose parts are each given the time that other answers have as a whole.
    private var isStream = false

    init(at door: ServingAddress.Door, limits: ServingLimits, board: ServingBoard) {
        self.door = door
        self.limits = limits
        self.board = board
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        if let oldest = board.opened(channel, by: Client(channel), at: door, most: limits.connections) {
            board.reached(.crowdedOut)
            oldest.close(promise: nil)
        }
        setDeadline(context)
        channel.closeFuture.whenComplete { [board] _ in board.closed(channel) }
        // Before the decoder, which would gather a line that never ends.
        let limit = ByteLimit(limits.size, board: board)
        do { try context.pipeline.syncOperations.addHandler(limit, position: .first) } catch {
            context.close(promise: nil)
        }
    }

    private func setDeadline(_ context: ChannelHandlerContext) {
        deadline?.cancel()
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.time)) { [board] in
            board.reached(.timedOut)
            context.close(promise: nil)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // The daemon stops. It would wait for the end of a stream that has none.
        if isStream, event is ChannelShouldQuiesceEvent { return context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        board.malformed()
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            isStream = head.headerFields[.contentType] == "text/event-stream"
            return context.write(data, promise: promise)
        case .body:
            guard isStream else { return context.write(data, promise: promise) }
            return writeEvent(context, data, promise)
        case .end: break
        }
        let written = promise ?? context.eventLoop.makePromise()
        written.futureResult.assumeIsolated().whenComplete { [board] result in
            if case .success = result { board.answered() }
            context.close(promise: nil)
        }
        context.writeAndFlush(data, promise: written)
    }
}

extension ConnectionLimitsHandler {
    /// A client that takes an event may go on; one that takes none is dropped.
    private func writeEvent(_ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?) {
        let written = promise ?? context.eventLoop.makePromise()
        written.futureResult.assumeIsolated().whenComplete { [self] result in
            if case .success = result { setDeadline(context) }
        }
        context.writeAndFlush(data, promise: written)
    }
}

/// Ends a connection on which more came in than a question takes.
private final class ByteLimit: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private static let answer = """
        HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n
        """
    private var left: Int
    private let board: ServingBoard

    init(_ limit: Int, board: ServingBoard) {
        left = limit
        self.board = board
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard left >= 0 else { return }
        left -= unwrapInboundIn(data).readableBytes
        guard left < 0 else { return context.fireChannelRead(data) }
        board.reached(.oversized)
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: Self.answer))).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }
}
