import Synchronization

/// What the workers are at, so that one that hangs is noticed.
final class Activity: Sendable {
    private let computing = Mutex<[Int: ContinuousClock.Instant]>([:])

    func began(_ worker: Int) { computing.withLock { $0[worker] = .now } }

    func ended(_ worker: Int) { computing.withLock { $0[worker] = nil } }

    /// How long the slowest worker has been over its file; waiting for the disk is not counted.
    var longest: Duration {
        let now = ContinuousClock.now
        return computing.withLock { $0.values.map { now - $0 }.max() ?? .zero }
    }
}
