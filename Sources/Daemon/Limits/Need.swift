/// What a process has to be given before it begins. Measured on the release build; articles that are very large take more.
struct Need: Equatable {
    /// The number of threads at once, and of the processes that it starts.
    var threads: Int
    /// Bytes that it allocates.
    var heap: Int
    /// Bytes that are in memory at once; nil where nothing is known of it.
    var resident: Int?

    private static let mebibyte = 1 << 20

    /// Any command: the pool of threads that Swift works with, those for files, and some that come and go.
    static func command(cores: Int) -> Need { Need(threads: 6 + 2 * cores, heap: 32 * mebibyte, resident: nil) }

    /// `quoted run`: journal, ledger, index, searches, rules, inbox and watcher have 14 threads; pool and status socket some
    /// for each core.
    static func daemon(workers: Int, engine: EngineChoice.Kind, cores: Int) -> Need {
        // And the one for small files.
        let workers = workers + 1
        let threads = 16 + 3 * cores + workers
        return switch engine {
        case .rules: Need(threads: threads, heap: (48 + workers) * mebibyte, resident: 64 * mebibyte)
        case .model:
            Need(threads: threads, heap: (112 + 5 * workers) * mebibyte, resident: (96 + 5 * workers) * mebibyte)
        }
    }
}

/// A limit of the system leaves less than is needed. To begin all the same ends in a crash or in waiting for ever.
struct LimitTooLow: Error, Equatable, CustomStringConvertible {
    /// What is needed and what there is of it, as a sentence.
    var reason: String
    var remedy: String

    var description: String { "\(reason); \(remedy)" }
}
