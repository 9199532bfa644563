import Foundation

@testable package import Daemon

extension StatusReport {
    /// A report with something in every field.
    package static func sample() -> StatusReport {
        StatusReport(
            version: "1.2.3", pid: 4711, phase: "running", startedAt: Date(timeIntervalSince1970: 1_700_000_000),
            uptimeSeconds: 93_784.5, engine: "rules",
            model: Model(
                name: "en-news", version: "1", digest: "sha256:fedcba9876543210", precision: "int8", pieces: 51_200,
                piecesPerSecond: 1234.5),
            workers: 4,
            files: Files(pending: 3, working: 1, done: 20, failed: 2, repeats: 5),
            articles: Articles(written: 21, repeats: 6, failed: 1, quotations: 250, perMinute: 7),
            rules: Rules(
                language: "en", digest: "sha256:0123456789abcdef", verbs: 400,
                loadedAt: Date(timeIntervalSince1970: 1_700_000_001), problem: nil),
            inbox: Inbox(
                path: "/srv/\"wire\"/inbox", settling: 1, stuck: 0, scans: 9, overflows: 1, watcherRestarts: 2,
                lastScan: "2023-11-14T22:13:21Z", lastScanSeconds: 0.25,
                stuckFolders: [StuckFolder(folder: "feed", trouble: "unmovable", files: 2, reason: "It is stuck.")],
                degraded: []),
            journal: Journal(
                path: "/srv/q.jsonl", bytes: 5_242_880, lines: 21, waiting: 0, medianSyncMs: 1.25, ledgerBytes: 4096,
                lost: 0,
                degraded: nil, notices: ["A torn journal was closed aside."]),
            index: Index(
                path: "/srv/q.jsonl.index", bytes: 8192, journalBytesRead: 5_242_880, journalBytes: 5_242_880,
                madeAgain: 1),
            stages: [
                .read: Stage(count: 27, p50Ms: 0.5, p99Ms: 2, totalMs: 20),
                .commit: Stage(count: 0, p50Ms: nil, p99Ms: nil, totalMs: 0),
            ],
            serving: Serving(
                connections: 2, mostConnections: 64, answered: 31, refused: 3, malformed: 4, delayed: 5, crowdedOut: 6,
                timedOut: 7, oversized: 8, socketsMadeAgain: 9),
            log: Log(waiting: 1, dropped: 0),
            lastError: LastError(
                at: Date(timeIntervalSince1970: 1_700_000_002), file: "a\nb.pdf", code: "unknown-format",
                reason: "The file is a PDF document.", remedy: "Extract its text first."),
            degraded: [], unhealthy: [])
    }
}
