import NIOCore

/// Takes connections no faster than allowed. Those that wait to be taken cost the daemon nothing: the kernel has them.
final class Throttle: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never

    private let board: ServingBoard
    private var bucket: TokenBucket
    /// Whether a read is put off already.
    private var isWaiting = false

    init(rate: Int, board: ServingBoard) {
        self.board = board
        bucket = TokenBucket(rate: rate, at: .now)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bucket.take(at: .now)
        context.fireChannelRead(data)
    }

    /// The channel asks for the next connections.
    func read(context: ChannelHandlerContext) {
        guard !isWaiting else { return }
        let wait = bucket.wait(at: .now)
        guard wait > .zero else { return context.read() }
        isWaiting = true
        board.reached(.delayed)
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(wait)) { [self] in
            isWaiting = false
            read(context: context)
        }
    }
}
