import Inbox
import Journal
import Logging
import ServiceLifecycle

/// The long-lived parts of a daemon and the order they stop in: the reverse of the order here.
///
/// The inbox hands out nothing more; the workers finish what they hold; the journal writes what was committed; the
/// status and the notifier answer to the last.
struct Parts {
    let group: ServiceGroup

    init(
        settings: Settings, inbox: Inbox, journal: Journal, rules: RuleStore, manager: ServiceManager, logger: Logger
    ) {
        let board = StatusBoard()
        let activity = Activity()
        let reporter = StatusReporter(inbox: inbox, journal: journal, rules: rules, board: board, settings: settings)
        let reloader = RuleReloader(rules, board: board, logger: logger)
        let reloading = Reloading(
            journal: journal, rules: reloader, inbox: inbox, board: board, manager: manager, logger: logger)
        let desk = Desk(
            inbox: inbox, journal: journal, rules: rules, board: board, activity: activity,
            repeats: RepeatPolicy(settings.repeats), logger: logger)

        let signals = Signals(reload: reloading.carryOut, stop: Self.stopping(board, manager), logger: logger)
        let server = StatusServer(
            path: settings.status, responder: StatusResponder(report: reporter.report), logger: logger)
        let notifier = Notifier(manager: manager, inbox: inbox, activity: activity, board: board)
        let pool = WorkerPool(count: settings.workers, desk: desk)

        var configuration = ServiceGroupConfiguration(
            services: [
                .init(service: notifier), .init(service: server), .init(service: journal), .init(service: reloader),
                // It ends when a signal asks the daemon to stop.
                .init(service: signals, successTerminationBehavior: .gracefullyShutdownGroup),
                .init(service: pool), .init(service: inbox),
            ],
            logger: logger)
        configuration.maximumGracefulShutdownDuration = settings.grace
        // By then nothing but computation that nobody can interrupt can be left.
        configuration.maximumCancellationDuration = .seconds(15)
        group = ServiceGroup(configuration: configuration)
    }

    private static func stopping(_ board: StatusBoard, _ manager: ServiceManager) -> @Sendable () -> Void {
        {
            board.enter(.stopping)
            manager.stopping()
        }
    }
}

extension RepeatPolicy {
    init(_ repeats: Settings.Repeats) {
        self =
            switch repeats {
            case .drop: .drop
            case .annotate: .annotate
            }
    }
}
