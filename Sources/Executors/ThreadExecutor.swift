import Foundation

/// A serial executor that runs an actor's jobs on one thread of its own.
///
/// Calls that block (fsync, SQLite, long computations) would starve the cooperative pool, which has only as many
/// threads as there are cores. An actor that makes such calls gives this as its `unownedExecutor`. The thread ends when
/// the last actor that holds the executor is gone.
package final class ThreadExecutor: SerialExecutor {
    private let queue = JobQueue()

    package init(name: String, stackSize: Int = 8 << 20) {
        let thread = Thread { [queue] in queue.run() }
        thread.name = name
        thread.stackSize = stackSize
        thread.start()
    }

    deinit { queue.stop() }

    package func enqueue(_ job: consuming ExecutorJob) {
        queue.append(UnownedJob(job), for: self)
    }
}

/// What the thread holds. It does not hold the executor, or that could never be freed; only a queued job does, since
/// its actor may be freed while it runs.
private final class JobQueue: @unchecked Sendable {
    private let condition = NSCondition()
    // Guarded by `condition`.
    private var jobs: [(job: UnownedJob, executor: ThreadExecutor)] = []
    private var isStopped = false

    func append(_ job: UnownedJob, for executor: ThreadExecutor) {
        condition.lock()
        jobs.append((job, executor))
        condition.signal()
        condition.unlock()
    }

    func stop() {
        condition.lock()
        isStopped = true
        condition.signal()
        condition.unlock()
    }

    func run() {
        while let batch = next() {
            for (job, executor) in batch {
                unsafe job.runSynchronously(on: executor.asUnownedSerialExecutor())
            }
        }
    }

    private func next() -> [(job: UnownedJob, executor: ThreadExecutor)]? {
        condition.lock()
        defer { condition.unlock() }
        while jobs.isEmpty {
            if isStopped { return nil }
            condition.wait()
        }
        let batch = jobs
        jobs.removeAll(keepingCapacity: true)
        return batch
    }
}
