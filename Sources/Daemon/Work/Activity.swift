import Synchronization

/// What the workers are at, so that one that hangs is noticed.
final class Activity: Sendable {
    private struct Task {
        var begun: ContinuousClock.Instant
        var allowance: Duration
    }

    private let computing = Mutex<[Int: Task]>([:])

    /// How long a file may take: by the slower engine, on one core of a slow machine that has other work to do.
    static func allowance(bytes: Int) -> Duration { .seconds(600 + bytes / 4096) }

    /// - Parameter bytes: The file's size.
    func began(_ worker: Int, bytes: Int, at now: ContinuousClock.Instant = .now) {
        computing.withLock { $0[worker] = Task(begun: now, allowance: Self.allowance(bytes: bytes)) }
    }

    func ended(_ worker: Int) { computing.withLock { $0[worker] = nil } }

    /// How long a worker has been over a file that ought to be done by now; nil where none is. Waiting for the disk is
    /// not counted.
    func hanging(at now: ContinuousClock.Instant = .now) -> Duration? {
        computing.withLock { tasks in
            tasks.values.filter { now - $0.begun >= $0.allowance }.map { now - $0.begun }.max()
        }
    }
}
