import Inbox
import Journal
import Logging
import QuotationIndex
import ServiceLifecycle
import Setup
import SystemPackage

/// The services of a daemon, and the order in which they start and stop.
struct ServiceGraph: Sendable {
    let settings: Settings
    let inbox: Inbox
    let journal: Journal
    let rules: RuleStore
    let board: StatusBoard
    let manager: ServiceManager
    let socketLock: InstanceLock
    let logger: Logger
    let log: LogQueue
    private let activity: Activity
    private let turnstile: Turnstile
    private let servingBoard = ServingBoard()
    private let contents = ContentsInWork()
    /// Nil where the settings ask for none.
    private let indexer: Indexer?

    /// What cannot be interrupted after the grace, computation, gets this long before the process is ended.
    private static let lastWait = Duration.seconds(15)

    init(
        settings: Settings, inbox: Inbox, journal: Journal, rules: RuleStore, board: StatusBoard,
        manager: ServiceManager, socketLock: InstanceLock, logger: Logger, log: LogQueue
    ) {
        self.settings = settings
        self.inbox = inbox
        self.journal = journal
        self.rules = rules
        self.board = board
        self.manager = manager
        self.socketLock = socketLock
        self.logger = logger
        self.log = log
        activity = Activity(deadline: settings.deadline)
        turnstile = Turnstile(places: settings.workers, activity: activity)
        indexer = settings.index.path.map { path in
            Indexer(index: path, journal: journal.configuration.path, mode: settings.journalMode, logger: logger) {
                let status = journal.status
                return Indexer.SyncedEnd(inode: status.inode, end: status.bytes)
            }
        }
    }

    /// Services stop in the reverse of this order: the inbox hands out nothing more; the workers finish what they hold;
    /// the journal writes what was committed; the status and the notifier answer to the last.
    var group: ServiceGroup {
        let reloader = RuleReloader(rules, logger: logger)
        var configuration = ServiceGroupConfiguration(
            services: [
                .init(service: SystemdNotifier(manager: manager, inbox: inbox, activity: activity, board: board))
            ] + servers.map { .init(service: $0) } + index + [
                .init(service: journal), .init(service: reloader),
                // It ends when a signal asks the daemon to stop.
                .init(service: signals(reloader), successTerminationBehavior: .gracefullyShutdownGroup),
                .init(service: WorkerPool(count: settings.workers, context: context)), .init(service: inbox),
                .init(
                    service: LossRecovery(inbox: inbox, journal: journal, logger: logger),
                    successTerminationBehavior: .ignore),
            ],
            logger: logger)
        configuration.maximumGracefulShutdownDuration = settings.grace
        configuration.maximumCancellationDuration = Self.lastWait
        return ServiceGroup(configuration: configuration)
    }

    /// It stops after the journal, and has all lines in it then.
    private var index: [ServiceGroupConfiguration.ServiceConfiguration] { indexer.map { [.init(service: $0)] } ?? [] }

    private static func search(in indexer: Indexer) -> StatusResponder.Searching {
        let search = Search(index: indexer.path)
        return { query throws(IndexError) in
            do throws(IndexError) { return try await search.find(query) } catch {
                // It was removed and is made again: so far it has nothing.
                guard error.code == .missing, indexer.progress.missing > 0 else { throw error }
                return []
            }
        }
    }

    private var servers: [StatusServer] {
        let reporter = StatusReporter(
            inbox: inbox, journal: journal, rules: rules, board: board, serving: servingBoard, settings: settings,
            indexer: indexer, log: log)
        let responder = StatusResponder(
            report: reporter.report, search: indexer.map(Self.search(in:)),
            progress: { [indexer] in indexer?.progress }, board: board.live)
        let serving = settings.serving
        var addresses = [ServingAddress.socket(settings.status, mode: serving.socketMode)]
        if let path = ServingAddress.ownersSocket(beside: settings.status) { addresses.append(.owner(path)) }
        if let listen = serving.listen { addresses.append(.network(listen, serving.token)) }
        return addresses.map { address in
            var limits = serving.limits
            if address.door == .owner { limits.connections = ServingLimits.ownersConnections }
            return StatusServer(
                at: address, responder: responder, limits: limits, board: servingBoard, lock: socketLock, logger: logger
            )
        }
    }

    private func signals(_ reloader: RuleReloader) -> Signals {
        let reloading = Reloading(
            journal: journal, rules: reloader, inbox: inbox, board: board, manager: manager, logger: logger)
        let (board, manager, limit) = (board, manager, settings.grace + Self.lastWait)
        let stop: @Sendable () -> Void = {
            board.stop()
            manager.stopping(within: limit)
        }
        return Signals(reload: reloading.carryOut, stop: stop, logger: logger)
    }

    private var context: WorkerContext {
        let repeats: RepeatPolicy =
            switch settings.repeats {
            case .drop: .drop
            case .annotate: .annotate
            }
        return WorkerContext(
            inbox: inbox, journal: journal, rules: rules, board: board, activity: activity,
            turnstile: turnstile, contents: contents, repeats: repeats, json: settings.jsonFields, indexer: indexer,
            logger: logger)
    }
}
