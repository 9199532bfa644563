import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Setup
import Testing

@testable import Daemon

/// On a channel whose clock is turned by hand.
@Suite struct ConnectionLimitsHandlerTests {
    private let channel = EmbeddedChannel()
    private let board = ServingBoard()
    private let limits = ServingLimits()

    init() throws {
        try channel.pipeline.syncOperations.addHandler(
            ConnectionLimitsHandler(at: .everybody, limits: limits, board: board))
        channel.pipeline.fireChannelActive()
        try channel.connect(to: SocketAddress(unixDomainSocketPath: "/s")).wait()
    }

    private func answer(type: String) throws {
        try channel.writeOutbound(
            HTTPResponsePart.head(HTTPResponse(status: .ok, headerFields: [.contentType: type])))
    }

    private func send(_ text: String) throws {
        try channel.writeOutbound(HTTPResponsePart.body(ByteBuffer(string: text)))
    }

    private func pass(_ seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

    @Test func givesAnAnswerSoMuchTimeAsAWhole() throws {
        try answer(type: "application/json")
        for _ in 0..<3 {
            pass(3)
            try send("a part")
        }
        #expect(channel.isActive)
        pass(1)
        #expect(!channel.isActive)
        #expect(board.report(limits).timedOut == 1 && board.report(limits).connections == 0)
    }

    @Test func givesEventsSoMuchTimeEach() throws {
        try answer(type: "text/event-stream")
        for _ in 0..<100 {
            pass(9)
            try send("data: {}\n\n")
        }
        #expect(channel.isActive && board.report(limits).timedOut == 0)
        pass(10)
        #expect(!channel.isActive && board.report(limits).timedOut == 1)
    }

    @Test func endsEventsWhenTheDaemonStopsAndLetsOtherAnswersEnd() throws {
        try answer(type: "application/json")
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(channel.isActive)
        try answer(type: "text/event-stream")
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(!channel.isActive && board.report(limits).timedOut == 0)
    }

    @Test func closesAfterTheAnswer() throws {
        try answer(type: "application/json")
        try channel.writeOutbound(HTTPResponsePart.end(nil))
        #expect(!channel.isActive)
        #expect(board.report(limits).answered == 1 && board.report(limits).timedOut == 0)
    }
}
