import Foundation

/// A serial executor that runs an actor's jobs on one thread of its own.
///
/// Calls that block (fsync, SQLite, long computations) would starve the cooperative pool, which has only as many
/// threads as there are cores. An actor that makes such calls gives this as its `unownedExecutor`.
package final class ThreadExecutor: SerialExecutor, @unchecked Sendable {
    // Guarded by `condition`.
    private var jobs: [UnownedJob] = []
    private var stopped = false
    private let condition = NSCondition()

    package init(name: String, stackSize: Int = 8 << 20) {
        let thread = Thread { [condition, unowned(unsafe) self] in
            _ = condition
            unsafe self.run()
        }
        thread.name = name
        thread.stackSize = stackSize
        thread.start()
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        condition.lock()
        unsafe jobs.append(job)
        condition.signal()
        condition.unlock()
    }

    /// Executors live as long as the process: actors made on one may get jobs at any time.
    private func run() {
        while true {
            condition.lock()
            while unsafe jobs.isEmpty { condition.wait() }
            let batch = unsafe jobs
            unsafe jobs.removeAll(keepingCapacity: true)
            condition.unlock()
            for unsafe job in unsafe batch { unsafe job.runSynchronously(on: asUnownedSerialExecutor()) }
        }
    }
}
