import Foundation

/// How many files the daemon may have open at once, seen to before anything is opened: parts of it, the event loops of
/// the status socket among them, end the process where they cannot have theirs.
package struct DescriptorLimit: Equatable {
    /// The limit in force, and how far it may be raised.
    package var soft: Int
    package var hard: Int

    package struct TooLow: Error, Equatable, CustomStringConvertible {
        package var hard: Int
        package var needed: Int

        package var description: String {
            "the daemon needs \(needed) open files at once, but may open \(hard); raise the limit (LimitNOFILE= in "
                + "its unit, `ulimit -n` in a shell), or give it fewer workers or connections"
        }
    }

    /// As many as a service manager usually allows at most without being asked.
    private static let usual = 1024

    /// Each worker, the one for small files among them, reads one file and looks into a few folders; each event loop has three descriptors; journal, ledger,
    /// watcher, locks and log need some dozens, and so does a walk through folders that lie within one another.
    ///
    /// - Parameter connections: that may be open to the status at once, by the socket and by TCP.
    static func needed(workers: Int, connections: Int, cores: Int) -> Int {
        128 + 4 * (workers + 1) + connections + 4 * cores
    }

    /// - Returns: the soft limit to set; nil where the one in force will do.
    func raised(for needed: Int) throws(TooLow) -> Int? {
        guard hard >= needed else { throw TooLow(hard: hard, needed: needed) }
        let wanted = max(needed, Self.usual)
        return soft >= wanted || soft >= hard ? nil : min(wanted, hard)
    }

    /// Raises the limit of this process where that is needed.
    package static func provide(workers: Int, connections: Int, cores: Int) throws(TooLow) {
        var limits = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits) == 0 else { return }
        // Unlimited is more than an Int holds.
        let limit = DescriptorLimit(soft: Int(clamping: limits.rlim_cur), hard: Int(clamping: limits.rlim_max))
        guard let soft = try limit.raised(for: needed(workers: workers, connections: connections, cores: cores)) else {
            return
        }
        limits.rlim_cur = rlim_t(soft)
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits)
    }
}
