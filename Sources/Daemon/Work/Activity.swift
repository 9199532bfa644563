import Synchronization

/// Since when each worker computes, so that one that hangs is noticed.
///
/// A slow article meets its deadline. This is for code that never looks at the deadline.
final class Activity: Sendable {
    private struct Task {
        var begun: ContinuousClock.Instant
        var allowance: Duration
        /// Since when it waits for its turn; nil while it computes.
        var paused: ContinuousClock.Instant?
    }

    /// How long an article may take.
    let deadline: Duration
    private let computing = Mutex<[Int: Task]>([:])

    init(deadline: Duration) { self.deadline = deadline }

    /// How long it may be until the next article is begun: reading a file comes before its first, and the pipeline may
    /// be late in asking for the deadline.
    func allowance(bytes: Int) -> Duration { deadline * 2 + .seconds(bytes >> 18) }

    /// A worker begins with a file, or with the next of its articles.
    ///
    /// - Parameter bytes: The file's size.
    func began(_ worker: Int, bytes: Int, at now: ContinuousClock.Instant = .now) {
        computing.withLock { $0[worker] = Task(begun: now, allowance: allowance(bytes: bytes)) }
    }

    /// It waits for its turn, and hangs over nothing.
    func pause(_ worker: Int, at now: ContinuousClock.Instant) {
        computing.withLock { $0[worker]?.paused = now }
    }

    /// It goes on. The wait takes nothing of its time.
    func resume(_ worker: Int, at now: ContinuousClock.Instant) {
        computing.withLock { tasks in
            guard let paused = tasks[worker]?.paused.take() else { return }
            tasks[worker]?.begun += now - paused
        }
    }

    func ended(_ worker: Int) { computing.withLock { $0[worker] = nil } }

    /// How long a worker has been over an article that ought to be done by now; nil where none is. Waiting for the disk
    /// or for its turn is not counted.
    func hanging(at now: ContinuousClock.Instant = .now) -> Duration? {
        computing.withLock { tasks in
            tasks.values.filter { $0.paused == nil && now - $0.begun >= $0.allowance }.map { now - $0.begun }.max()
        }
    }
}
