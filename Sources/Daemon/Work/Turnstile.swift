import Foundation
import Synchronization

/// Lets as many workers compute at once as there are places, and small files pass large ones (`Turns`).
///
/// Waiting blocks the thread: each worker has one of its own.
final class Turnstile: @unchecked Sendable {
    private let activity: Activity
    private let condition = NSCondition()
    // Guarded by `condition`.
    private var turns: Turns
    /// Mostly nobody waits: reading this spares the lock then.
    private let isSmallWaiting = Atomic(false)

    init(places: Int, activity: Activity) {
        turns = Turns(places: places)
        self.activity = activity
    }

    /// Waits for a place.
    func enter(_ worker: Int, isSmall: Bool) {
        change(worker) { $0.enter(worker, isSmall: isSmall, at: .now) }
    }

    func leave(_ worker: Int) {
        condition.withLock {
            turns.leave(worker, at: .now)
            tell()
        }
    }

    /// Between two pieces of a computation: gives the place to a small file where one waits and it is its turn, and comes back
    /// when there is a place again.
    ///
    /// - Returns: How long that took; it is no time of the article's.
    func pass(_ worker: Int) -> Duration {
        guard isSmallWaiting.load(ordering: .relaxed) else { return .zero }
        return change(worker) { $0.pass(worker, at: .now) }
    }

    @discardableResult
    private func change(_ worker: Int, _ change: (inout Turns) -> Void) -> Duration {
        condition.withLock {
            change(&turns)
            tell()
            guard !turns.isComputing(worker) else { return .zero }
            let begun = ContinuousClock.now
            activity.pause(worker, at: begun)
            while !turns.isComputing(worker) { condition.wait() }
            let end = ContinuousClock.now
            activity.resume(worker, at: end)
            return end - begun
        }
    }

    private func tell() {
        isSmallWaiting.store(turns.isSmallWaiting, ordering: .relaxed)
        condition.broadcast()
    }
}
