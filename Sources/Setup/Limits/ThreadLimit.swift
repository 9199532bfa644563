import Foundation

/// How many threads the process may have. Several limits bound them, some together with those of other processes; so it is
/// tried out before anything depends on one.
///
/// Where a thread cannot be had, parts of the daemon end the process, and others wait for it for ever.
struct ThreadLimit {
    /// For all processes of the user; nil where there is no limit.
    var ofUser: Int?
    var ofGroups: [ControlGroup.Limit]

    static var current: ThreadLimit {
        var limits = rlimit()
        let known = unsafe getrlimit(__rlimit_resource_t(__RLIMIT_NPROC.rawValue), &limits) == 0
        let isLimited = known && limits.rlim_cur != rlim_t.max
        return ThreadLimit(
            ofUser: isLimited ? Int(clamping: limits.rlim_cur) : nil, ofGroups: ControlGroup().tasks)
    }

    /// - Throws: Where that many could not be had at once, those that there are counted.
    static func provide(for need: Need) throws(LimitTooLow) {
        let running = threads
        let missing = need.threads - running
        let started = ThreadTrial.start(missing)
        // A thread may still count for a moment after it was waited for.
        for _ in 0..<1000 where threads > running { usleep(1000) }
        guard started < missing else { return }
        throw current.tooLow(need, available: running + started)
    }

    func tooLow(_ need: Need, available: Int) -> LimitTooLow {
        let (limit, remedy) = blamed(need.threads)
        return LimitTooLow(
            reason: "the daemon needs at least \(need.threads) threads at once, but could have \(available): "
                + limit,
            remedy: remedy + need.fewerWorkers)
    }

    /// Which of the limits it was, as far as can be told.
    private func blamed(_ needed: Int) -> (limit: String, remedy: String) {
        if let group = ofGroups.filter({ $0.room < needed }).min(by: { $0.room < $1.room }) {
            return (
                "its control group may have \(group.value), processes included (\(group.file))",
                "raise the limit (TasksMax= in its unit)"
            )
        }
        if let ofUser {
            return (
                "its user may have \(ofUser) in all processes together (RLIMIT_NPROC)",
                "raise the limit (LimitNPROC= in its unit, `ulimit -u` in a shell)"
            )
        }
        return ("the system gives no more", "check kernel.threads-max, kernel.pid_max and the free memory")
    }

    private static var threads: Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count) ?? 1
    }
}

/// Threads that do nothing.
private enum ThreadTrial {
    /// Starts them, all at once, and ends them again.
    ///
    /// - Returns: how many there could be.
    static func start(_ count: Int) -> Int {
        let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        unsafe pthread_mutex_init(gate, nil)
        unsafe pthread_mutex_lock(gate)
        var threads: [pthread_t] = []
        while threads.count < count, let thread = unsafe thread(behind: gate) { threads.append(thread) }
        unsafe pthread_mutex_unlock(gate)
        for thread in threads { pthread_join(thread, nil) }
        unsafe pthread_mutex_destroy(gate)
        unsafe gate.deallocate()
        return threads.count
    }

    /// - Returns: one that ends when it gets the lock; nil where there can be none.
    private static func thread(behind gate: UnsafeMutablePointer<pthread_mutex_t>) -> pthread_t? {
        var thread = pthread_t()
        let failure = unsafe pthread_create(
            &thread, nil,
            { gate in
                guard let gate = unsafe gate?.assumingMemoryBound(to: pthread_mutex_t.self) else { return nil }
                unsafe pthread_mutex_lock(gate)
                unsafe pthread_mutex_unlock(gate)
                return nil
            }, gate)
        return failure == 0 ? thread : nil
    }
}
