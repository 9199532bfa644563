import Foundation
import Synchronization

/// Counters and troubles that the services note for the status. Notes are short, so a lock is enough.
package final class StatusBoard: Sendable {
    private let contents = Mutex(Contents())
    private let started = ContinuousClock.now
    /// The newest events, for the live view.
    let live = LiveBoard()

    struct Contents: Sendable {
        var startedAt = Date.now
        var phase = Phase.starting
        /// Since the start, as is all that follows.
        var articles = ArticleCounts()
        var rate = RateMeter()
        /// Word pieces that a model read.
        var pieces = 0
        var pieceRate = RateMeter()
        var lastError: StatusReport.LastError?
        var stages = WorkStage.allCases.map { _ in Histogram() }
        /// Why parts of the daemon do not work as they should, by part.
        var troubles: [Part: String] = [:]
    }

    enum Phase: String, Sendable, Codable { case starting, running, reloading, stopping }

    /// Parts that note their own troubles here; inbox and journal keep their own.
    enum Part: String, Sendable, Comparable {
        case reopening, watchdog

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    package init() {}

    // MARK: Notes

    /// - Returns: false where the daemon is in another phase by now, which then stays.
    @discardableResult
    func move(from old: Phase, to new: Phase) -> Bool {
        contents.withLock { contents in
            guard contents.phase == old else { return false }
            contents.phase = new
            return true
        }
    }

    /// Final, whatever ends late.
    func stop() { contents.withLock { $0.phase = .stopping } }

    func took(_ stage: WorkStage, _ duration: Duration) {
        let index = stage.index
        contents.withLock { $0.stages[index].add(duration) }
    }

    func noted(_ articles: ArticleCounts) {
        let second = (ContinuousClock.now - started).components.seconds
        contents.withLock {
            $0.articles += articles
            $0.rate.add(articles.written, at: second)
        }
    }

    /// - Parameter pieces: Word pieces that a model read.
    func read(pieces: Int) {
        let second = (ContinuousClock.now - started).components.seconds
        contents.withLock {
            $0.pieces += pieces
            $0.pieceRate.add(pieces, at: second)
        }
    }

    func failed(_ error: StatusReport.LastError) {
        contents.withLock { $0.lastError = error }
        live.failed(error)
    }

    /// - Parameter problem: nil when all is well again.
    func trouble(_ part: Part, _ problem: String?) { contents.withLock { $0.troubles[part] = problem } }

    // MARK: Reading

    struct Snapshot: Sendable {
        var contents: Contents
        var uptime: Duration
        var perMinute: Int
        /// Of the last minute, or of all the time since the start where that is shorter.
        var piecesPerSecond: Double
    }

    var snapshot: Snapshot {
        let uptime = ContinuousClock.now - started
        return contents.withLock { contents in
            let second = uptime.components.seconds
            let pieces = contents.pieceRate.perMinute(at: second)
            return Snapshot(
                contents: contents, uptime: uptime, perMinute: contents.rate.perMinute(at: second),
                piecesPerSecond: Double(pieces) / Double(min(max(second, 1), 60)))
        }
    }
}

/// What became of articles.
package struct ArticleCounts: Sendable, Equatable, Codable {
    /// Lines of the journal.
    package var written = 0
    /// Those that the journal had already.
    package var repeats = 0
    /// Items of a file that could not be read, while others could.
    package var failed = 0
    package var quotations = 0

    package init(written: Int = 0, repeats: Int = 0, failed: Int = 0, quotations: Int = 0) {
        self.written = written
        self.repeats = repeats
        self.failed = failed
        self.quotations = quotations
    }

    static func += (a: inout Self, b: Self) {
        a.written += b.written
        a.repeats += b.repeats
        a.failed += b.failed
        a.quotations += b.quotations
    }
}

extension WorkStage {
    fileprivate var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
