package import Foundation

/// What `GET /status` answers. Names are snake_case in JSON.
package struct StatusReport: Sendable, Equatable, Codable {
    package var version: String
    package var pid: Int
    /// "starting", "running", "reloading" or "stopping".
    package var phase: String
    package var startedAt: Date
    package var uptimeSeconds: Double
    package var engine: String
    /// Nil where the engine is none.
    package var model: Model?
    package var workers: Int
    package var files: Files
    package var articles: Articles
    package var rules: Rules
    package var inbox: Inbox
    package var journal: Journal
    /// Nil where none is kept.
    package var index: Index?
    package var stages: [WorkStage: Stage]
    package var serving: Serving
    package var log: Log
    package var lastError: LastError?
    /// Sentences that say what does not work as it should, and what to do; empty when all is well.
    package var degraded: [String]
    /// Why the daemon is not doing its work at the moment; empty when it is. `GET /health` is 503 with any.
    package var unhealthy: [String]

    package struct Files: Sendable, Equatable, Codable {
        /// Now.
        package var pending: Int
        package var working: Int
        /// Since the start.
        package var done: Int
        package var failed: Int
        package var repeats: Int
    }

    package struct Articles: Sendable, Equatable, Codable {
        package var written: Int
        package var repeats: Int
        package var failed: Int
        package var quotations: Int
        /// Written within the last minute.
        package var perMinute: Int
    }

    package struct Rules: Sendable, Equatable, Codable {
        package var languages: [Language]
        package var loadedAt: Date
        /// What is wrong with the files that lie there now, while the rules of `languages` stay in force.
        package var problem: String?

        package struct Language: Sendable, Equatable, Codable {
            package var code: String
            package var digest: String
            /// Reporting verbs by lemma, phrases such as "point out" counted by themselves.
            package var verbs: Int
        }
    }

    package struct Model: Sendable, Equatable, Codable {
        package var name: String
        package var version: String
        package var digest: String
        package var precision: String
        /// Word pieces that it read since the start.
        package var pieces: Int
        /// In the last minute, idle times counted.
        package var piecesPerSecond: Double
    }

    package struct Inbox: Sendable, Equatable, Codable {
        package var path: String
        package var settling: Int
        /// Files that could not be read or moved so far.
        package var stuck: Int
        package var scans: Int
        package var overflows: Int
        package var watcherRestarts: Int
        package var lastScan: String?
        package var lastScanSeconds: Double
        /// The folders with the most stuck files, some at most.
        package var stuckFolders: [StuckFolder]
        package var degraded: [String]
    }

    package struct StuckFolder: Sendable, Equatable, Codable {
        /// Relative to the inbox; empty for the inbox itself.
        package var folder: String
        /// "unreadable" or "unmovable".
        package var trouble: String
        package var files: Int
        /// Of one of them, a sentence or two.
        package var reason: String
    }

    package struct Journal: Sendable, Equatable, Codable {
        package var path: String
        package var bytes: Int64
        /// Since the start.
        package var lines: Int
        package var waiting: Int
        package var medianSyncMs: Double?
        package var ledgerBytes: Int64
        /// Articles that were journalled and whose lines are gone.
        package var lost: Int
        package var degraded: String?
        package var notices: [String]
    }

    /// What `quoted find` looks into.
    package struct Index: Sendable, Equatable, Codable {
        package var path: String
        package var bytes: Int64
        /// How much of the journals can be found, and how much there is, in bytes.
        package var journalBytesRead: Int64
        package var journalBytes: Int64
        /// Times since the start that it was damaged or removed.
        package var madeAgain: Int
    }

    /// In milliseconds; quantiles are nil while nothing was timed.
    package struct Stage: Sendable, Equatable, Codable {
        package var count: Int
        package var p50Ms: Double?
        package var p99Ms: Double?
        package var totalMs: Double
    }

    /// Counts of the status server's connections since the start; `connections` is how many there are now.
    package struct Serving: Sendable, Equatable, Codable {
        package var connections: Int
        package var mostConnections: Int
        package var answered: Int
        package var refused: Int
        package var malformed: Int
        /// Those that limits were reached by.
        package var delayed: Int
        package var crowdedOut: Int
        package var timedOut: Int
        package var oversized: Int
        /// Times that a socket's file was deleted and made again.
        package var socketsMadeAgain: Int
    }

    /// Lines of the log.
    package struct Log: Sendable, Equatable, Codable {
        /// Those that nobody has read so far, now.
        package var waiting: Int
        /// Those for which there was no room, since the start.
        package var dropped: Int
    }

    package struct LastError: Sendable, Equatable, Codable {
        package var at: Date
        /// Relative to the inbox.
        package var file: String
        package var code: String
        package var reason: String
        package var remedy: String
    }
}

extension StatusReport {
    package static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    package static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .iso8601
        return decoder
    }
}
