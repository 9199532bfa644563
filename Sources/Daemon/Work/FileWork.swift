import Annotator
import Faults
import Files
import Foundation
import Inbox
import Journal
import Logging
import Newswire
import QuotationIndex
import Records
import Setup

/// One file's way from the inbox to the journal and out of the inbox.
///
/// A fault of the file ends in an outcome; a fault of the daemon leaves the file for later.
struct FileWork {
    let arrival: Arrival
    let context: WorkerContext
    let worker: Int
    private var logger: Logger
    private var sha256: String?
    private var key: Fingerprint?
    private var attempts = 1
    /// Of the file, once it was read.
    private(set) var bytes = 0

    init(arrival: Arrival, context: WorkerContext, worker: Int) {
        self.arrival = arrival
        self.context = context
        self.worker = worker
        logger = context.logger
        logger[metadataKey: "file.path"] = "\(Record.File.string(path: arrival.path.bytes))"
    }

    mutating func carryOut() async {
        let outcome: WorkOutcome
        do {
            outcome = try await work()
        } catch let error as ReadingError {
            outcome = .unread(error)
        } catch let failure as Refusal {
            outcome = await refuse(failure.failure)
        } catch {
            outcome = await postpone(error)
        }
        await finish(outcome)
    }

    // MARK: Stages

    private typealias AnnotatedLine = (line: RecordLine, record: Record?)

    private mutating func work() async throws -> WorkOutcome {
        let contents = try timed(.read) { try context.inbox.read(arrival) }
        sha256 = contents.sha256
        bytes = contents.bytes.count
        guard let key = Fingerprint(hex: contents.sha256) else { preconditionFailure("a digest is 64 digits") }
        // Before the attempt is counted: should the process die meanwhile, a file that waits is not to blame.
        context.turnstile.enter(worker, isSmall: bytes <= context.inbox.configuration.smallSize)
        let isOnly = context.contents.enter(key)
        defer { context.contents.leave(key) }
        let (reading, lines): (Reading, [AnnotatedLine])
        do {
            defer { context.turnstile.leave(worker) }
            attempts = try await attempt(key, isOnly: isOnly)
            self.key = key
            FaultPoint.afterAttempt.pass()
            if let failure = Verdict.refusal(attempts: attempts, sha256: contents.sha256) {
                guard let outcome = try await journalled(contents, key) else { throw Refusal(failure) }
                return outcome
            }
            (reading, lines) = try compute(contents, key)
        }
        let entry = Entry(
            file: key, path: Record.File.string(path: arrival.path.bytes), arrival: ArrivalID(arrival.stamp),
            lines: lines.map(\.line), repeats: context.repeats)
        let begun = ContinuousClock.now
        let outcome = try await context.journal.commit(entry)
        let articles = outcome.articles
        context.board.took(.commit, .now - begun)
        context.indexer?.poke()
        let counts = Verdict.counts(
            articles, quotations: lines.map { $0.record?.quotations.count ?? 0 }, failures: reading.failures.count)
        context.board.noted(counts)
        show(counts, zip(lines, articles).compactMap { if case .written = $1 { $0.record } else { nil } })
        context.board.live.tookBack(outcome.takenBack)
        log(counts)
        return Verdict.outcome(articles, of: reading)
    }

    /// - Returns: How many were begun and not ended, this one included.
    private func attempt(_ key: Fingerprint, isOnly: Bool) async throws -> Int {
        let ledger = context.journal.ledger
        return isOnly
            ? try await ledger.beginAttempt(.content(key)) : try await ledger.attempt(.content(key))?.count ?? 1
    }

    /// The end of a file whose lines were written when the daemon died: it is not at fault, and nothing is left to do.
    ///
    /// - Returns: nil where the journal lacks any of it.
    private func journalled(_ contents: Contents, _ key: Fingerprint) async throws -> WorkOutcome? {
        let ledger = context.journal.ledger
        // A file without a line in the journal may be the one that kills the daemon: it is not even read again.
        guard let outcome = try await ledger.file(key)?.outcome, outcome != .failed else { return nil }
        let reading = try read(contents)
        let articles = reading.articles.map(ArticleIdentity.fingerprint)
        let withdrawals = context.rules.annotator.withdrawals(in: reading, file: facts(of: contents, key)) { _ in .now }
            .map(\.line)
        let isWritten = try await ledger.endIfJournalled(
            key, ArrivalID(arrival.stamp), articles: articles, withdrawals: withdrawals, context.repeats)
        guard isWritten else { return nil }
        context.board.noted(ArticleCounts(repeats: articles.count, failed: reading.failures.count))
        return Verdict.outcome(articles.map { _ in .repeat }, of: reading)
    }

    /// Everything that is computation. It is watched, since nothing but its own checkpoints can end it.
    ///
    /// - Returns: With each line, the article that it tells of; nil for a withdrawal.
    /// - Throws: `CancellationError` where the daemon stops meanwhile.
    private func compute(
        _ contents: Contents, _ key: Fingerprint
    ) throws -> (Reading, [AnnotatedLine]) {
        context.activity.began(worker, bytes: contents.bytes.count)
        defer { context.activity.ended(worker) }
        let reading = try read(contents)
        FaultPoint.withinAnnotation.pass()
        guard !reading.articles.isEmpty || reading.isWithoutArticles else {
            throw Refusal(Verdict.failure(reading.failures, attempts: attempts, sha256: contents.sha256))
        }
        let facts = facts(of: contents, key)
        var times = LineTimes(of: reading, begun: .now)
        let (annotations, late) = try annotate(reading, facts, &times)
        let kept = late.isEmpty ? reading : Verdict.reading(reading, without: late, deadline: context.activity.deadline)
        guard late.isEmpty || !kept.articles.isEmpty else {
            throw Refusal(Verdict.failure(kept.failures, attempts: attempts, sha256: contents.sha256))
        }
        let pieces = annotations.reduce(0) { $0 + $1.pieces }
        if pieces > 0 { context.board.read(pieces: pieces) }
        // In the order of the file, since an article may follow on a withdrawal, or be taken back by one.
        let lines =
            annotations.map { (item: $0.item, line: $0.entry, record: Record?($0.record)) }
            + context.rules.annotator.withdrawals(in: reading, file: facts, at: times.time(ofWithdrawal:)).map {
                (item: $0.item, line: $0.line, record: nil)
            }
        return (kept, lines.sorted { $0.item < $1.item }.map { ($0.line, $0.record) })
    }

    private func facts(of contents: Contents, _ key: Fingerprint) -> FileFacts {
        FileFacts(path: Record.File.string(path: arrival.path.bytes), bytes: contents.bytes.count, sha256: key)
    }

    /// - Returns: What was annotated, and the items of those articles that met their deadline.
    /// - Throws: `CancellationError` where the daemon stops meanwhile.
    private func annotate(
        _ reading: Reading, _ facts: FileFacts, _ times: inout LineTimes
    ) throws -> ([Annotation], late: [Int]) {
        let (annotator, board) = (context.rules.annotator, context.board)
        var (annotations, late): ([Annotation], [Int]) = ([], [])
        for article in reading.articles {
            context.activity.began(worker, bytes: facts.bytes)
            var deadline = Deadline(context.activity.deadline)
            // In the stage that is being timed.
            var waited = Duration.zero
            do throws(WorkInterruption) {
                annotations.append(
                    try annotator.annotate(
                        article, of: reading, file: facts, at: times.time(ofArticle: article.item, now: .now),
                        observe: {
                            board.took(WorkStage($0), $1 - waited)
                            waited = .zero
                        },
                        checkpoint: { () throws(WorkInterruption) in
                            try deadline.check()
                            let pause = context.turnstile.pass(worker)
                            deadline.extend(by: pause)
                            waited += pause
                        }))
            } catch .late {
                late.append(article.item)
            } catch .stopping {
                throw CancellationError()
            }
        }
        return (annotations, late)
    }

    private func read(_ contents: Contents) throws -> Reading {
        do throws(NewswireError) {
            return try timed(.decode) { () throws(NewswireError) in
                try context.rules.annotator.read(bytes: contents.bytes, json: context.json)
            }
        } catch {
            throw Refusal(Verdict.failure(error, attempts: attempts, sha256: contents.sha256))
        }
    }

    private func timed<Value, Failure>(
        _ stage: WorkStage, _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let begun = ContinuousClock.now
        defer { context.board.took(stage, .now - begun) }
        return try body()
    }

    // MARK: Endings

    /// The file is at fault.
    private func refuse(_ failure: Failure) async -> WorkOutcome {
        guard let key else { return .failed(failure) }
        do {
            let record = FileRecord(outcome: .failed, reason: failure.reason)
            try await context.journal.ledger.finish(key, record)
            return .failed(failure)
        } catch {
            return await postpone(error)
        }
    }

    /// The daemon is at fault, or stopping: nothing was written, so the file is as good as new.
    private func postpone(_ error: any Error) async -> WorkOutcome {
        if let key { try? await context.journal.ledger.endAttempt(.content(key)) }
        let isStopping = error is CancellationError || (error as? JournalError)?.code == .closed
        if !isStopping { logger.error("file postponed", metadata: ["error": "\(error)"]) }
        return .later(reason: isStopping ? "The daemon is stopping." : "\(error)")
    }

    private func finish(_ outcome: WorkOutcome) async {
        let ending = await context.inbox.finish(arrival, outcome)
        switch ending {
        case .again(let reason): logger.info("file back in the inbox", metadata: ["reason": "\(reason)"])
        case .moved, .deleted, .gone:
            // Should its like come again, it is not the same arrival.
            if context.repeats == .annotate, let key { try? await context.journal.ledger.forgetArrival(of: key) }
        case .kept: break
        // The inbox has told of it, once for all tries.
        case .unread, .stuck: break
        }
    }

    // MARK: Telling

    private func show(_ counts: ArticleCounts, _ written: [Record]) {
        let took = (ContinuousClock.now - arrival.noticed).microseconds / 1000
        for record in written { context.board.live.wrote(record) }
        context.board.live.wrote(
            LiveReport.File(
                at: .now, file: arrival.path.printed, articles: counts.written, repeats: counts.repeats,
                quotations: counts.quotations, milliseconds: Int(took)))
    }

    private func log(_ counts: ArticleCounts) {
        logger.info(
            "file annotated",
            metadata: [
                "articles": "\(counts.written)", "repeats": "\(counts.repeats)", "quotations": "\(counts.quotations)",
                "took": "\((ContinuousClock.now - arrival.noticed).microseconds / 1000)ms",
            ])
    }
}

/// The file goes to `failed/`.
private struct Refusal: Error {
    var failure: Failure

    init(_ failure: Failure) { self.failure = failure }
}

extension ArrivalID {
    init(_ stamp: Stamp) {
        self.init(device: stamp.device, inode: stamp.inode, modified: stamp.modified)
    }
}

extension WorkStage {
    init(_ stage: Stage) {
        switch stage {
        case .language: self = .language
        case .attribution: self = .attribution
        case .encoding: self = .encode
        }
    }
}
