import TestSupport
import Testing

@testable import Daemon

/// Who computes when, by an imagined clock.
@Suite struct TurnsTests {
    private let begun = ContinuousClock.now

    @Test func asManyComputeAtOnceAsThereArePlaces() {
        var turns = Turns(places: 2)
        for worker in 1...3 { turns.enter(worker, isSmall: true, at: begun) }
        #expect((1...3).map(turns.isComputing) == [true, true, false])
        turns.leave(1, at: begun)
        #expect((1...3).map(turns.isComputing) == [false, true, true])
    }

    @Test func aLargeFileGivesItsPlaceToASmallOneAndTakesItBack() {
        var turns = Turns(places: 1)
        turns.enter(1, isSmall: false, at: begun)
        turns.pass(1, at: begun)
        #expect(turns.isComputing(1), "nobody waits")
        turns.enter(2, isSmall: true, at: begun)
        #expect(turns.isSmallWaiting && !turns.isComputing(2), "it is given a place only where the other can stop")
        turns.pass(1, at: begun)
        #expect(turns.isComputing(2) && !turns.isComputing(1) && !turns.isSmallWaiting)
        turns.leave(2, at: begun + .seconds(1))
        #expect(turns.isComputing(1))
    }

    @Test func whoGaveWayDoesAsMuchOfItsOwnBeforeItGivesWayAgain() {
        var turns = Turns(places: 1)
        turns.enter(1, isSmall: false, at: begun)
        turns.enter(2, isSmall: true, at: begun)
        turns.pass(1, at: begun)
        let back = begun + .seconds(3)
        turns.leave(2, at: back)
        turns.enter(2, isSmall: true, at: back)
        turns.pass(1, at: back + .seconds(2))
        #expect(turns.isComputing(1) && !turns.isComputing(2))
        turns.pass(1, at: back + .seconds(3))
        #expect(turns.isComputing(2) && !turns.isComputing(1))
    }

    @Test func anotherLargeFileGivesWayWhileTheFirstHasNotHadItsTime() {
        var turns = Turns(places: 2)
        turns.enter(1, isSmall: false, at: begun)
        turns.enter(2, isSmall: false, at: begun)
        turns.enter(3, isSmall: true, at: begun)
        turns.pass(1, at: begun)
        turns.leave(3, at: begun + .seconds(3))
        turns.enter(3, isSmall: true, at: begun + .seconds(3))
        turns.pass(1, at: begun + .seconds(4))
        turns.pass(2, at: begun + .seconds(4))
        #expect((1...3).map(turns.isComputing) == [true, false, true])
    }

    @Test func smallFilesGiveWayToNone() {
        var turns = Turns(places: 1)
        turns.enter(1, isSmall: true, at: begun)
        turns.enter(2, isSmall: true, at: begun)
        turns.pass(1, at: begun + .seconds(60))
        #expect(turns.isComputing(1))
    }

    @Test func nobodyGivesWayToALargeFile() {
        var turns = Turns(places: 1)
        turns.enter(1, isSmall: false, at: begun)
        turns.enter(2, isSmall: false, at: begun)
        turns.pass(1, at: begun + .seconds(60))
        #expect(turns.isComputing(1) && !turns.isSmallWaiting)
    }

    /// Small files without end: each takes a second, and the next is there at once.
    @Test func aStreamOfSmallFilesLeavesALargeOneHalfOfTheTime() {
        var turns = Turns(places: 1)
        var (now, own) = (begun, Duration.zero)
        turns.enter(1, isSmall: false, at: now)
        turns.enter(2, isSmall: true, at: now)
        for _ in 0..<1_000 {
            if turns.isComputing(1) {
                turns.pass(1, at: now)
            } else {
                now += .seconds(1)
                turns.leave(2, at: now)
                turns.enter(2, isSmall: true, at: now)
            }
            guard turns.isComputing(1) else { continue }
            now += .milliseconds(100)
            own += .milliseconds(100)
        }
        #expect(own * 2 >= now - begun - .seconds(2))
        #expect(own * 2 <= now - begun + .seconds(2))
    }

    /// Whatever comes: nobody waits while there is a place, and no more compute than there are places.
    @Test(arguments: 0..<50) func noPlaceIsEverEmptyWhileSomebodyWaits(_ seed: Int) {
        var chance = SplitMix(seed: seed)
        var turns = Turns(places: 3)
        var (now, inside) = (begun, Set<Int>())
        for _ in 0..<500 {
            now += .milliseconds(Int.random(in: 0...50, using: &chance))
            let worker = Int.random(in: 1...6, using: &chance)
            if !inside.contains(worker) {
                turns.enter(worker, isSmall: .random(using: &chance), at: now)
                inside.insert(worker)
            } else if turns.isComputing(worker) {
                if Bool.random(using: &chance) {
                    turns.pass(worker, at: now)
                } else {
                    turns.leave(worker, at: now)
                    inside.remove(worker)
                }
            }
            #expect(inside.filter(turns.isComputing).count == min(3, inside.count))
        }
    }
}
