import Executors
import Synchronization
import TestSupport
import Testing

@testable import Daemon

/// Threads that compute and wait.
@Suite struct TurnstileTests {
    private let activity = Activity(deadline: .seconds(300))

    /// What the threads tell one another.
    private final class Signs: Sendable {
        let begun = Atomic(0)
        let isSmallThrough = Atomic(false)
        let isOver = Atomic(false)
    }

    @Test func aSmallFileGetsThroughBetweenLargeOnesThatDoNotEnd() async throws {
        let (turnstile, signs) = (Turnstile(places: 2, activity: activity), Signs())
        @Sendable func large(_ worker: Int) -> Duration {
            turnstile.enter(worker, isSmall: false)
            defer { turnstile.leave(worker) }
            signs.begun.add(1, ordering: .sequentiallyConsistent)
            var waited = Duration.zero
            while !signs.isOver.load(ordering: .sequentiallyConsistent) { waited += turnstile.pass(worker) }
            return waited
        }
        async let first = onThread("large 1") { large(1) }
        async let second = onThread("large 2") { large(2) }
        defer { signs.isOver.store(true, ordering: .sequentiallyConsistent) }
        try await waitUntil("somebody computes") { signs.begun.load(ordering: .sequentiallyConsistent) == 2 }
        async let small: Void = onThread("small") {
            turnstile.enter(3, isSmall: true)
            signs.isSmallThrough.store(true, ordering: .sequentiallyConsistent)
            turnstile.leave(3)
        }
        try await waitUntil("the small one is through") {
            signs.isSmallThrough.load(ordering: .sequentiallyConsistent)
        }
        signs.isOver.store(true, ordering: .sequentiallyConsistent)
        try await small
        let waits = try await [first, second]
        #expect(waits.filter { $0 > .zero }.count == 1, "one of them gave way, and was told for how long")
    }

    /// Without a small file that waits, nobody stops.
    @Test func nobodyGivesWayWithoutNeed() {
        let turnstile = Turnstile(places: 1, activity: activity)
        turnstile.enter(1, isSmall: false)
        #expect(turnstile.pass(1) == .zero)
        turnstile.leave(1)
    }
}
