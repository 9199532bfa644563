import Executors
import Logging
import Rulebook
import ServiceLifecycle

/// Reads the rules again when their files change, looked at every second, or when it is told to.
///
/// A file with mistakes changes nothing: the rules in force stay, and the status says what is wrong.
actor RuleReloader: Service {
    private let store: RuleStore
    private let board: StatusBoard
    private let logger: Logger
    private var seen: RuleStamps
    private nonisolated let executor = ThreadExecutor(name: "rules")

    // Reading files and making a rulebook of them blocks.
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    init(_ store: RuleStore, board: StatusBoard, logger: Logger) {
        self.store = store
        self.board = board
        self.logger = logger
        seen = RuleStamps(store.sources)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { await self.watch() }
    }

    private func watch() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(1))
            if RuleStamps(store.sources) != seen { reload() }
        }
    }

    func reload() {
        // Taken before reading: what changes meanwhile is seen the next time.
        seen = RuleStamps(store.sources)
        do {
            let changed = try store.reload()
            board.trouble(.rules, nil)
            let rules = store.current
            guard changed else { return }
            logger.notice("rules loaded", metadata: ["digest": "\(rules.digest)", "verbs": "\(rules.verbs)"])
            for warning in rules.warnings { logger.warning("rules", metadata: ["problem": "\(warning)"]) }
        } catch {
            board.trouble(.rules, "The rule files have mistakes, so the rules read before stay in force: \(error)")
            logger.error("rules not loaded", metadata: ["problem": "\(error)"])
        }
    }
}
