import Attribution
import Executors
import Files
import Foundation
import Inbox
import Journal
package import Logging
import ModelSpotting
import Records
package import Rulebook
import ServiceLifecycle
package import Setup
import SystemPackage

/// The whole daemon: makes the services as the settings say, starts them together and stops them in order.
package struct Daemon: Sendable {
    private let settings: Settings
    private let rules: RuleFolders
    private let manager: ServiceManager
    private let logger: Logger
    private let log: LogQueue

    /// - Parameters:
    ///   - environment: `NOTIFY_SOCKET` and `WATCHDOG_USEC` are looked for in it.
    ///   - log: What `logger` writes to.
    package init(
        settings: Settings, rules: RuleFolders, environment: [String: String], logger: Logger, log: LogQueue
    ) {
        self.settings = settings
        self.rules = rules
        manager = ServiceManager(environment: environment, logger: logger)
        self.logger = logger
        self.log = log
    }

    /// Runs until SIGTERM or SIGINT, and then until the work in flight is done.
    ///
    /// - Throws: What keeps it from starting: `InstanceLock.Held`, `ListenAddress.Unusable`, `EngineError`,
    ///   `RulebookProblems`, `JournalError`, `InboxError`; or what ended it.
    package func run() async throws {
        Signals.ignoreHangups()
        narrowUmask()
        let inboxLock = try InstanceLock(
            path: InstanceLock.path(inbox: settings.inbox), subject: "the inbox \(settings.inbox)")
        let socketLock = try InstanceLock(
            path: InstanceLock.path(file: settings.status), subject: "the socket \(settings.status)")
        // The folder may yet have to be made.
        let folder = FolderLock(settings.inbox)
        try claim(folder)
        try settings.serving.listen?.tryOut()
        let store = try await loadRules(try await loadEngine())
        let journal = try await openJournal()
        let board = StatusBoard()
        let inbox = try await makeInbox(board, journal.ledger, folder)
        let graph = ServiceGraph(
            settings: settings, inbox: inbox, journal: journal, rules: store, board: board, manager: manager,
            socketLock: socketLock, logger: logger, log: log)
        logger.notice(
            "starting",
            metadata: [
                "version": "\(Version.current)", "inbox.path": "\(settings.inbox)",
                "journal.path": "\(settings.journal)", "status.path": "\(settings.status)",
                "listen": "\(settings.serving.listen?.description ?? "none")",
                "workers": "\(settings.workers)", "engine": "\(settings.engine.kind)",
                "rules": "\(store.source.status.digests)",
            ])
        try await graph.group.run()
        logger.notice("stopped")
        withExtendedLifetime((inboxLock, socketLock)) {}
    }

    /// The socket gets its mode only after it is there. Until then nobody may write to it, which connecting takes, who
    /// may not do so afterwards.
    private func narrowUmask() {
        let old = umask(0o077)
        _ = umask(old | mode_t(~settings.serving.socketMode & 0o022))
    }

    private func claim(_ folder: FolderLock) throws(InstanceLock.Held) {
        guard case .taken(let holder) = folder.claim() else { return }
        throw InstanceLock.Held(path: settings.inbox, subject: "the inbox \(settings.inbox)", pid: holder)
    }

    private func loadEngine() async throws -> Engine {
        let engine = try await settings.engine.load()
        if let model = engine.model {
            logger.notice(
                "model loaded",
                metadata: [
                    "name": "\(model.name)", "version": "\(model.version)", "digest": "\(model.digest)",
                    "precision": "\(model.precision)",
                ])
        }
        return engine
    }

    private func loadRules(_ engine: Engine) async throws -> RuleStore {
        let (rules, settings) = (rules, settings)
        let store = try await onThread("rules") {
            try RuleStore(
                rules, engine: engine, omitText: settings.omitText, floor: settings.floor,
                language: settings.language)
        }
        RuleReloader.log(store.source.status.warnings, to: logger)
        return store
    }

    /// Reading old journals again may take long, so the service manager is told that it goes on.
    private func openJournal() async throws -> Journal {
        let (manager, logger) = (manager, logger)
        let configuration = Journal.Configuration(
            path: settings.journal, ledger: settings.ledger, mode: settings.journalMode)
        return try await Journal.open(configuration, logger: logger) { progress in
            manager.extend(by: .seconds(30))
            manager.status("reading \(progress.path), \(progress.bytes) of \(progress.totalBytes) bytes")
            logger.info(
                "reading journals",
                metadata: [
                    "journal.path": "\(progress.path)", "bytes": "\(progress.bytes)",
                    "of": "\(progress.totalBytes)", "articles": "\(progress.articles)",
                ])
        }
    }

    private func makeInbox(_ board: StatusBoard, _ ledger: Ledger, _ folder: FolderLock) async throws -> Inbox {
        let watcher: any Watcher =
            switch settings.watch {
            case .events: try WatchProcess.find()
            case .scan: ScanOnly()
            }
        let report = FailureReport(board: board, logger: logger)
        let inbox = Inbox(
            InboxConfiguration(settings), watcher: watcher, logger: logger, lock: folder,
            reportFailure: { report($0, $1) },
            isKnown: { digest in
                guard let key = Fingerprint(hex: digest) else { return true }
                // It can fail only when the daemon is told to stop.
                do { return try await ledger.file(key) != nil } catch { return true }
            },
            doubtfulSince: await ledger.doubtfulSince.map { $0.milliseconds * 1_000_000 })
        try inbox.prepare()
        try claim(folder)
        return inbox
    }
}

extension InboxConfiguration {
    init(_ settings: Settings) {
        self.init(inbox: settings.inbox, done: settings.done, failed: settings.failed)
        after =
            switch settings.after {
            case .move: .move
            case .keep: .keep
            case .delete: .delete
            }
        settleTime = settings.settle
        // A writer that was seen to begin and not to end is given more time: it may be waiting for its network.
        unclosedSettleTime = settings.settle * 10
        rescanInterval = settings.rescan
        maximumSize = Int64(settings.maxSize)
        permissionWindow = settings.retryFor
        keepDone = settings.keepDone
        spared = settings.ignore
    }
}
