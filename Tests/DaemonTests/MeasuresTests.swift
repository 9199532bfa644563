import Testing

@testable import Daemon

@Suite struct HistogramTests {
    @Test func findsQuantilesWithinABucket() throws {
        var histogram = Histogram()
        for milliseconds in 1...1000 { histogram.add(.milliseconds(milliseconds)) }
        #expect(histogram.count == 1000)
        #expect(histogram.total == .milliseconds(500_500))
        for (share, expected) in [(0.5, 0.5), (0.99, 0.99), (0.001, 0.001), (1, 1)] {
            let found = try #require(histogram.quantile(share)).seconds
            #expect(abs(found - expected) / expected < 0.09, "\(share): \(found)")
        }
    }

    @Test(arguments: [
        Duration.zero, .nanoseconds(1), .microseconds(1), .microseconds(3), .seconds(3600), .seconds(1_000_000),
    ])
    func takesAnyDuration(_ duration: Duration) throws {
        var histogram = Histogram()
        histogram.add(duration)
        #expect(try #require(histogram.quantile(0.5)) > .zero)
    }

    @Test func tellsNothingOfNothing() {
        #expect(Histogram().quantile(0.5) == nil)
    }
}

@Suite struct RateMeterTests {
    @Test func countsTheLastMinute() {
        var meter = RateMeter()
        #expect(meter.perMinute(at: 0) == 0)
        meter.add(at: 0)
        meter.add(5, at: 30)
        #expect(meter.perMinute(at: 59) == 6)
        #expect(meter.perMinute(at: 60) == 5)
        meter.add(2, at: 61)
        #expect(meter.perMinute(at: 89) == 7)
        #expect(meter.perMinute(at: 90) == 2)
        #expect(meter.perMinute(at: 10_000) == 0)
        meter.add(3, at: 10_001)
        #expect(meter.perMinute(at: 10_001) == 3)
    }
}
