package import Records

/// Where an article stands.
package struct ArticleLocation: Sendable, Equatable {
    /// Its file, relative to the inbox; nil if the line does not say.
    package var file: String?
    /// The journal's path when the line was written or last found.
    package var journal: String
    /// In bytes.
    package var offset: Int64
    package var time: Timestamp
}

/// How a file ended.
package struct FileRecord: Sendable, Equatable {
    package var outcome: FileOutcome
    /// How many articles it had.
    package var articles: Int
    package var time: Timestamp
    /// Why it failed; nil if it did not.
    package var reason: String?

    package init(outcome: FileOutcome, articles: Int = 0, time: Timestamp = .now, reason: String? = nil) {
        self.outcome = outcome
        self.articles = articles
        self.time = time
        self.reason = reason
    }
}

package enum FileOutcome: Int, Sendable {
    case done = 0
    /// All of its articles stood in the journal already.
    case `repeat` = 1
    case failed = 2
    /// A line of it was found in the journal after a crash, so it was annotated. Whether it has other articles is
    /// unknown until it comes again.
    case recovered = 3
}

/// What attempts are counted for: the content or, if it cannot be read, the file that lies there.
package enum AttemptKey: Sendable, Hashable {
    case content(Fingerprint)
    case arrival(ArrivalID)
}

/// Attempts that were begun and not ended.
package struct Attempt: Sendable, Equatable {
    package var count: Int
    package var first: Timestamp
    package var last: Timestamp
}

/// How far reading the journals into the ledger has got.
package struct StocktakingProgress: Sendable, Equatable {
    /// The journal being read.
    package var path: String
    /// Bytes of all journals to read, as they lie on the disk.
    package var bytes: Int64
    package var totalBytes: Int64
    /// Lines entered so far.
    package var articles: Int
}
