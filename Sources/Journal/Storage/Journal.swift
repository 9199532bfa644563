import Executors
import Files
package import Logging
import ServiceLifecycle
import Synchronization
package import SystemPackage

/// The file that people follow: one line an article, whole, on the disk before anybody is told, and never twice.
///
/// An entry is committed in this order: room is reserved; each line is written by one `write`; the file is synced; the
/// ledger takes the lines down; the committer hears of it. Entries that come while a sync runs share the next one. A
/// crash between any two of these steps loses nothing and repeats nothing: what is in the journal and not in the
/// ledger is found at the next start, and what is in neither is committed again.
///
/// When the disk is full or fails, work stands still and says so in `status`; entries wait and go on by themselves.
package actor Journal: Service {
    package struct Configuration: Sendable {
        package var path: FilePath
        package var ledger: FilePath
        /// Permission bits of the journal, whatever the umask. One that is there may have fewer, and keeps no more.
        package var mode: UInt32
        /// Rotation renames the journal and says so a moment later; after this time somebody has forgotten to say so.
        package var rotationTime = Duration.seconds(10)

        package init(path: FilePath, ledger: FilePath, mode: UInt32 = 0o640) {
            self.path = path
            self.ledger = ledger
            self.mode = mode
        }
    }

    package nonisolated let configuration: Configuration
    package nonisolated let ledger: Ledger
    let logger: Logger
    let queue = CommitQueue()
    let report: JournalStatusBoard
    var file: JournalFile
    /// Says, at the start and later, that lines were cut off: `Ledger.lostArticles` tells of which articles.
    package nonisolated let cuts: AsyncStream<Void>
    let announceCut: AsyncStream<Void>.Continuation
    let lock: JournalLock
    private nonisolated let executor = ThreadExecutor(name: "journal")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    /// Opens the journal and its ledger and brings them together, or makes them.
    ///
    /// - Parameter progress: is told now and then how far reading old journals has got, on a thread of the ledger's.
    /// - Throws: `JournalError`.
    package static func open(
        _ configuration: Configuration, logger: Logger,
        progress: (@Sendable (StocktakingProgress) -> Void)? = nil
    ) async throws -> Journal {
        var configuration = configuration
        configuration.path = configuration.path.resolved
        let path = configuration.path
        let lock = try await onThread("journal") { try JournalLock(journal: path) }
        let ledger = try await Ledger.open(configuration.ledger, journal: path, logger: logger, progress: progress)
        let notices = try await ledger.takeStock()
        let file = try await onThread("journal") { [configuration] in try JournalFile.open(configuration) }
        let journal = Journal(configuration, lock, ledger, file, notices, logger)
        await journal.noteLosses()
        return journal
    }

    private init(
        _ configuration: Configuration, _ lock: sending JournalLock, _ ledger: Ledger, _ file: sending JournalFile,
        _ notices: [String], _ logger: Logger
    ) {
        self.configuration = configuration
        self.lock = lock
        self.ledger = ledger
        report = JournalStatusBoard(file, notices, rotationTime: configuration.rotationTime)
        (cuts, announceCut) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.file = file
        self.logger = logger
    }

    /// Writes an entry and waits until it is on the disk and in the ledger. `run()` must be running.
    ///
    /// - Throws: `CancellationError` when the task is cancelled before the writer has begun with the entry;
    ///   `JournalError.closed` when the journal is shut down.
    package nonisolated func commit(_ entry: Entry) async throws -> CommitOutcome {
        try await queue.commit(entry)
    }

    /// Opens the path anew, after rotation has renamed the file. Every line goes entirely to the one or the other.
    ///
    /// - Throws: where that fails; lines then go on to the old file.
    package nonisolated func reopen() async throws {
        try await queue.reopen()
    }

    /// How the journal is. Never waits for the disk's writes.
    package nonisolated var status: JournalStatus {
        var status = report.snapshot
        status.waiting = queue.count
        status.degraded = status.degraded ?? ledger.degraded
        status.ledgerBytes = ledger.byteCount
        return status
    }

    /// Writes what is committed, until graceful shutdown or cancellation; what waits then is written first, the disk
    /// allowing.
    package func run() async throws {
        let closed = JournalError.closed(configuration.path)
        await withTaskCancellationOrGracefulShutdownHandler {
            await withTaskGroup { group in
                group.addTask { await self.lookNowAndThen() }
                await write()
                group.cancelAll()
            }
        } onCancelOrGracefulShutdown: { [queue] in
            queue.finish(closed)
        }
        queue.finish(closed)
        queue.abandon(closed)
        announceCut.finish()
        file.unlock()
        lock.release()
    }

    /// Deletion and the like show within a second or two, even while nothing comes to be written.
    private nonisolated func lookNowAndThen() async {
        while (try? await Task.sleep(for: .seconds(1))) != nil { queue.look() }
    }
}

extension JournalFile {
    static func open(_ configuration: Journal.Configuration) throws(JournalError) -> JournalFile {
        do {
            let file = try JournalFile(configuration.path, mode: configuration.mode)
            try file.lock()
            if file.end > 0 { file.head = try JournalReader(path: configuration.path).head() }
            return file
        } catch {
            throw (error as? JournalError) ?? .unavailable(configuration.path, "open", error as? Errno ?? .ioError)
        }
    }
}
