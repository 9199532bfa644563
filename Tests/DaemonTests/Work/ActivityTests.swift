import Testing

@testable import Daemon

@Suite struct ActivityTests {
    private let begun = ContinuousClock.now

    @Test func aFileMayTakeLongerTheLargerItIs() {
        let activity = Activity(deadline: .seconds(300))
        activity.began(1, bytes: 5_000, at: begun)
        activity.began(2, bytes: 64 << 20, at: begun)
        #expect(activity.hanging(at: begun + .seconds(590)) == nil)
        #expect(activity.hanging(at: begun + .seconds(700)) == .seconds(700))
        activity.ended(1)
        #expect(activity.hanging(at: begun + .seconds(800)) == nil)
        #expect(activity.hanging(at: begun + .seconds(36_000)) == .seconds(36_000))
        activity.ended(2)
        #expect(activity.hanging(at: begun + .seconds(36_000)) == nil)
    }

    @Test func whoWaitsForHisTurnHangsOverNothingAndLosesNoTime() {
        let activity = Activity(deadline: .seconds(300))
        activity.began(1, bytes: 5_000, at: begun)
        activity.pause(1, at: begun + .seconds(100))
        #expect(activity.hanging(at: begun + .seconds(36_000)) == nil)
        activity.resume(1, at: begun + .seconds(1_100))
        #expect(activity.hanging(at: begun + .seconds(1_590)) == nil)
        #expect(activity.hanging(at: begun + .seconds(1_600)) == .seconds(600))
    }

    @Test func waitingBeforeOneBeginsIsNothing() {
        let activity = Activity(deadline: .seconds(300))
        activity.pause(1, at: begun)
        activity.resume(1, at: begun + .seconds(10))
        #expect(activity.hanging(at: begun + .seconds(36_000)) == nil)
    }
}
