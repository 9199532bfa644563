import Executors
import Logging
import Rulebook
import ServiceLifecycle
import Setup

/// Reads the rules again when their files change, looked at every second, or when it is told to.
///
/// A file with mistakes changes nothing: the rules in force stay, and the status says what is wrong.
actor RuleReloader: Service {
    private let store: RuleStore
    private let logger: Logger
    private nonisolated let executor = ThreadExecutor(name: "annotator")

    // Making an annotator of a rulebook takes a while.
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    init(_ store: RuleStore, logger: Logger) {
        self.store = store
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { await self.watch() }
    }

    private func watch() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(1))
            if let outcome = await store.source.reloadIfChanged() { take(outcome) }
        }
    }

    func reload() async { take(await store.source.reload()) }

    private func take(_ outcome: RulebookSource.Outcome) {
        switch outcome {
        case .same: break
        case .loaded:
            store.renew()
            let status = store.source.status
            logger.notice("rules loaded", metadata: ["rules": "\(status.digests)"])
            Self.log(status.warnings, to: logger)
        case .kept(let problems):
            Self.log(problems, to: logger)
        }
    }

    /// One line a mistake, so that each can be read, and not so many that they flood the log.
    static func log(_ problems: RulebookProblems, to logger: Logger, atMost most: Int = 20) {
        let all = problems.problems
        for problem in all.prefix(most) { logger.error("rules", metadata: ["problem": "\(problem)"]) }
        logger.error(
            "rules not loaded",
            metadata: [
                "mistakes": "\(all.count)", "remedy": "correct the files; `quoted rules check` lists all mistakes",
            ])
    }

    static func log(_ warnings: [RulebookProblem], to logger: Logger) {
        for warning in warnings { logger.warning("rules", metadata: ["problem": "\(warning)"]) }
    }
}
