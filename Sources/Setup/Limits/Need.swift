/// What a process has to be given before it begins. Measured on the release build; articles that are very large take more.
struct Need: Equatable {
    /// The number of threads at once, and of the processes that it starts.
    var threads: Int
    /// Bytes that it allocates.
    var heap: Int
    /// Bytes that are in memory at once; nil where nothing is known of it.
    var resident: Int? = nil
    /// Whether some of it is for workers, of whom there may be fewer.
    var isForWorkers = false

    /// The end of a remedy.
    var fewerWorkers: String { isForWorkers ? ", or give it fewer workers" : "" }

    private static let mebibyte = 1 << 20

    /// Any command: the pool of threads that Swift works with, those for files, and some that come and go.
    static func command(cores: Int) -> Need { Need(threads: 6 + 2 * cores, heap: 32 * mebibyte) }

    /// `quoted run`: journal, ledger, index, searches, rules, inbox and watcher have 14 threads; pool and status socket some
    /// for each core.
    static func daemon(workers: Int, engine: EngineChoice.Kind, cores: Int) -> Need {
        // And the one for small files.
        let workers = workers + 1
        let threads = 16 + 3 * cores + workers
        let (heap, resident) =
            switch engine {
            case .rules: (48 + workers, 64)
            case .model: (112 + 5 * workers, 96 + 5 * workers)
            }
        return Need(
            threads: threads, heap: heap * mebibyte, resident: resident * mebibyte, isForWorkers: workers > 2)
    }
}

/// A limit of the system leaves less than is needed. To begin all the same ends in a crash or in waiting for ever.
package struct LimitTooLow: Error, Equatable, CustomStringConvertible {
    /// How much is needed and how much there is, as a sentence.
    var reason: String
    var remedy: String

    package var description: String { "\(reason); \(remedy)" }
}
