import Attribution
import Encoder
import Foundation
import Inbox
import Journal
import ModelSpotting
import QuotationIndex
import Rulebook
import Setup
import SystemPackage

/// Collects the status from inbox, journal, rules, index and boards.
struct StatusReporter: Sendable {
    let inbox: Inbox
    let journal: Journal
    let rules: RuleStore
    let board: StatusBoard
    let serving: ServingBoard
    let settings: Settings
    let indexer: Indexer?
    let log: LogQueue

    func report() async -> StatusReport {
        let counts = await inbox.counts
        let journal = journal.status
        let snapshot = board.snapshot
        let contents = snapshot.contents
        let limits = settings.serving.limits
        let log = log.status
        let others = [
            indexer?.problem.map(Problems.index), indexer.flatMap { Problems.lag($0.progress) },
            serving.warning(limits), log.problem,
        ]
        let problems = Problems(snapshot, counts, journal, rules.source.status, others + serving.missing)
        return StatusReport(
            version: Version.current, pid: Int(getpid()), phase: contents.phase.rawValue, startedAt: contents.startedAt,
            uptimeSeconds: snapshot.uptime.seconds, engine: settings.engine.kind.rawValue,
            model: rules.engine.model.map { StatusReport.Model($0, snapshot) }, workers: settings.workers,
            files: StatusReport.Files(counts), articles: StatusReport.Articles(snapshot),
            rules: StatusReport.Rules(rules.source.status),
            inbox: StatusReport.Inbox(counts, path: settings.inbox.string), journal: StatusReport.Journal(journal),
            index: indexer.map(StatusReport.Index.init),
            stages: Dictionary(
                uniqueKeysWithValues: zip(WorkStage.allCases, contents.stages).map { ($0, StatusReport.Stage($1)) }),
            serving: serving.report(limits), log: StatusReport.Log(log.counts), lastError: contents.lastError,
            degraded: problems.degraded, unhealthy: problems.unhealthy)
    }
}

/// What is wrong, sorted by whether articles still become lines.
private struct Problems {
    var degraded: [String]
    var unhealthy: [String]

    init(
        _ snapshot: StatusBoard.Snapshot, _ counts: InboxCounts, _ journal: JournalStatus,
        _ rules: RulebookSource.Status, _ others: [String?]
    ) {
        let troubles = snapshot.contents.troubles
        let blocked = journal.degraded.map(\.reason)
        degraded =
            counts.degraded
            + ([blocked, journal.lossNotice, Self.rules(rules), troubles[.reopening], troubles[.watchdog]] + others)
            .compactMap(\.self)
        let phase: String? =
            switch snapshot.contents.phase {
            case .starting: "The daemon is starting: the first scan of the inbox has not begun."
            case .stopping: "The daemon is stopping."
            case .running, .reloading: nil
            }
        unhealthy = [phase, blocked, troubles[.watchdog]].compactMap(\.self) + counts.unhealthy
    }

    static func index(_ error: IndexError) -> String {
        "`quoted find` does not know the newest quotations: \(error)"
    }

    static func lag(_ progress: IndexProgress) -> String? {
        guard progress.missing >= Indexer.worthTelling else { return nil }
        return "`quoted find` does not know all yet: the index has read \(Quantity.text(bytes: progress.read)) of "
            + "\(Quantity.text(bytes: progress.total)) of the journals. It will catch up by itself."
    }

    /// Few enough for one screen.
    private static let mostLines = 20

    private static func rules(_ rules: RulebookSource.Status) -> String? {
        rules.problems.map { problems in
            let lines = problems.problems.map(\.description)
            let rest =
                lines.count > mostLines ? ["\(lines.count - mostLines) more: `quoted rules check` tells all."] : []
            return
                (["The rule files have mistakes, so the rules read before stay in force:"] + lines.prefix(mostLines)
                + rest)
                .joined(separator: lines.count == 1 ? " " : "\n")
        }
    }
}

extension StatusReport.Files {
    init(_ counts: InboxCounts) {
        self.init(
            pending: counts.pending, working: counts.working, done: counts.done, failed: counts.failed,
            repeats: counts.repeats)
    }
}

extension StatusReport.Articles {
    init(_ snapshot: StatusBoard.Snapshot) {
        let articles = snapshot.contents.articles
        self.init(
            written: articles.written, repeats: articles.repeats, failed: articles.failed,
            quotations: articles.quotations, perMinute: snapshot.perMinute)
    }
}

extension StatusReport.Rules {
    init(_ rules: RulebookSource.Status) {
        self.init(
            languages: rules.languages.map { .init(code: $0.code, digest: $0.digest, verbs: $0.verbs) },
            loadedAt: rules.loadedAt,
            problem: rules.problems?.description)
    }
}

extension StatusReport.Model {
    init(_ model: ModelEngine, _ snapshot: StatusBoard.Snapshot) {
        self.init(
            name: model.name, version: model.version, digest: model.digest, precision: model.precision.rawValue,
            pieces: snapshot.contents.pieces, piecesPerSecond: snapshot.piecesPerSecond)
    }
}

extension StatusReport.Inbox {
    init(_ counts: InboxCounts, path: String) {
        self.init(
            path: path, settling: counts.settling, stuck: counts.stuck, scans: counts.scans,
            overflows: counts.overflows, watcherRestarts: counts.watcherRestarts, lastScan: counts.lastScan,
            lastScanSeconds: counts.lastScanSeconds,
            stuckFolders: counts.stuckFolders.prefix(20).map(StatusReport.StuckFolder.init), degraded: counts.degraded)
    }
}

extension StatusReport.Journal {
    init(_ status: JournalStatus) {
        self.init(
            path: status.path, bytes: status.bytes, lines: status.lines, waiting: status.waiting,
            medianSyncMs: status.medianSync.map { $0.seconds * 1000 }, ledgerBytes: status.ledgerBytes,
            lost: status.losses.all, degraded: status.degraded?.reason, notices: status.notices)
    }
}

extension StatusReport.Index {
    init(_ indexer: Indexer) {
        let progress = indexer.progress
        self.init(
            path: indexer.path.string, bytes: indexer.byteCount, journalBytesRead: progress.read,
            journalBytes: progress.total, madeAgain: indexer.timesMadeAgain)
    }
}

extension StatusReport.Log {
    init(_ counts: LogBacklog.Counts) { self.init(waiting: counts.waiting, dropped: counts.dropped) }
}

extension StatusReport.Stage {
    init(_ histogram: Histogram) {
        self.init(
            count: histogram.count, p50Ms: histogram.quantile(0.5).map { $0.seconds * 1000 },
            p99Ms: histogram.quantile(0.99).map { $0.seconds * 1000 }, totalMs: histogram.total.seconds * 1000)
    }
}

extension StatusReport.StuckFolder {
    init(_ folder: StuckFolder) {
        self.init(
            folder: folder.printed, trouble: folder.trouble == .unread ? "unreadable" : "unmovable",
            files: folder.files, reason: folder.reason)
    }
}
