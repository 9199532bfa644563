import NIOCore
import Setup
import SystemPackage
import Testing

@testable import Daemon

@Suite struct TokenBucketTests {
    private let start = ContinuousClock.now

    /// - Returns: The moments, in seconds, at which so many pass who all come at once.
    private func passes(_ count: Int, rate: Int) -> [Double] {
        var bucket = TokenBucket(rate: rate, at: start)
        var now = start
        return (0..<count).map { _ in
            now += bucket.wait(at: now)
            bucket.take(at: now)
            return (now - start).seconds
        }
    }

    @Test func letsASecondsWorthThroughAtOnceAndThenOneAtATime() {
        let moments = passes(30, rate: 10)
        #expect(moments[..<10].allSatisfy { $0 == 0 })
        for (number, moment) in moments[10...].enumerated() {
            #expect(abs(moment - Double(number + 1) / 10) < 0.001, "the \(number + 11)th passed after \(moment) s")
        }
    }

    @Test func savesNoMoreThanASecondsWorth() {
        var bucket = TokenBucket(rate: 5, at: start)
        let later = start + .seconds(3600)
        for _ in 0..<5 {
            #expect(bucket.wait(at: later) == .zero)
            bucket.take(at: later)
        }
        #expect(bucket.wait(at: later) > .zero)
    }

    @Test func takesAClockThatStandsStill() {
        var bucket = TokenBucket(rate: 1, at: start)
        bucket.take(at: start)
        bucket.take(at: start - .seconds(5))
        #expect(abs(bucket.wait(at: start).seconds - 2) < 0.001)
    }
}

@Suite struct ServingBoardTests {
    private let board = ServingBoard()

    @Test func saysNothingWhileNoLimitIsReached() {
        board.answered()
        board.refused()
        #expect(board.warning(ServingLimits()) == nil)
        #expect(board.report(ServingLimits()).answered == 1)
        #expect(board.report(ServingLimits()).refused == 1)
    }

    @Test func letsTheOldestOfTheClientWhoHasTheMostGiveWay() {
        let (a, b, c) = (Client.user(4_000_001), Client.user(4_000_002), Client.address("192.0.2.1"))
        #expect(ServingBoard.givesWay([a]) == 0)
        #expect(ServingBoard.givesWay([a, a, b]) == 0)
        #expect(ServingBoard.givesWay([a, b, b, c, b]) == 1)
        #expect(ServingBoard.givesWay([a, b, a, b]) == 0, "of two alike, the one that came first")
    }

    @Test func tellsOfASocketThatIsGoneUntilItIsMadeAgain() {
        #expect(board.missing == [])
        board.missing("/run/q/s.sock", Errno.permissionDenied)
        #expect(board.missing.first?.contains("/run/q/s.sock was deleted") == true)
        board.madeAgain("/run/q/s.sock")
        #expect(board.missing == [] && board.report(ServingLimits()).socketsMadeAgain == 1)
    }

    @Test(arguments: [
        (ServingBoard.Limit.delayed, "status-rate: 200 a second"), (.crowdedOut, "status-connections: 64 at once"),
        (.timedOut, "status-time: 10s"), (.oversized, "status-size: 16384 bytes"),
    ])
    func namesALimitThatWasReachedAndItsSetting(limit: ServingBoard.Limit, hint: String) {
        board.reached(limit)
        board.reached(limit)
        let warning = board.warning(ServingLimits())
        #expect(warning?.contains("2 ") == true && warning?.contains(hint) == true, "\(warning ?? "nothing")")
        let report = board.report(ServingLimits())
        #expect(report.delayed + report.crowdedOut + report.timedOut + report.oversized == 2)
    }
}
