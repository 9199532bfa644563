import Executors
import GRDB
package import Logging
import Synchronization
package import SystemPackage

/// What was done, so that nothing is done twice: the articles that stand in the journal, the files that were seen to
/// their end, and the attempts that were begun.
///
/// It is an index and no archive. The journal is the truth: whatever the ledger lacks is read there at the start, and
/// a ledger that is missing or damaged is made again from the journals that are still there.
///
/// SQLite runs with a write-ahead log and `synchronous=NORMAL`: a transaction outlives the death of the process, while
/// the last ones may be gone after power loss. That is enough here. Articles are found again in the journal, which is
/// synced first; and an attempt is counted against an article that kills the process, not one that cuts the power.
///
/// Where the disk is full, calls wait until there is room again (or until their task is cancelled).
package actor Ledger {
    package nonisolated let path: FilePath
    nonisolated let journal: FilePath
    private nonisolated let logger: Logger
    private nonisolated let reportProgress: (@Sendable (StocktakingProgress) -> Void)?
    private let database: LedgerDatabase
    /// Since when files may have been worked off whose lines are not there any more and that the ledger does not tell of
    /// either, as where both were put back from a copy. Nil where the journal has no line.
    package private(set) var doubtfulSince: Timestamp?
    private nonisolated let stall = Mutex<Degradation?>(nil)
    private nonisolated let executor = ThreadExecutor(name: "ledger")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    /// Opens the ledger of a journal, or makes it. What is no ledger of this version is moved aside.
    ///
    /// It knows of the journals only after `takeStock()`.
    package static func open(
        _ path: FilePath, journal: FilePath, logger: Logger,
        progress: (@Sendable (StocktakingProgress) -> Void)? = nil
    ) async throws -> Ledger {
        let database = try await onThread("ledger") { try LedgerFile(path: path).open(logger) }
        return Ledger(path, journal, database, logger, progress)
    }

    private init(
        _ path: FilePath, _ journal: FilePath, _ database: DatabaseQueue, _ logger: Logger,
        _ progress: (@Sendable (StocktakingProgress) -> Void)?
    ) {
        self.path = path
        self.journal = journal
        self.logger = logger
        reportProgress = progress
        self.database = LedgerDatabase(path, database, logger) { database in
            let stocktaking = Stocktaking(database, journal: journal, logger, report: progress)
            _ = try stocktaking.readJournals(try? FileInfo(journal))
        }
    }

    /// Why calls wait, where they do.
    nonisolated var degraded: Degradation? { stall.withLock { $0 } }

    /// On the disk, with the write-ahead log.
    nonisolated var byteCount: Int64 {
        ["", "-wal"].reduce(0) { $0 + ((try? FileInfo(path.appending(suffix: $1)).size) ?? 0) }
    }

    /// Brings ledger and journals together: closes a torn journal aside, takes down every line that the ledger lacks,
    /// whether a crash came between the journal and the ledger or there is no ledger at all, and finds out which lines
    /// the ledger knows and no journal has any more.
    ///
    /// Nobody may write the journal meanwhile.
    ///
    /// - Parameter rotated: the first line's hash of a journal that was renamed away whole a moment ago: its lines are kept,
    ///   wherever it is.
    /// - Returns: what people should be told of what was found.
    package func takeStock(rotated: UInt64? = nil) throws(JournalError) -> [String] {
        let stocktaking = Stocktaking(database, journal: journal, logger, report: reportProgress)
        return try stocktaking.run(rotated: rotated, doubtfulSince: &doubtfulSince)
    }

    // MARK: Transactions

    func transaction<Value>(_ body: (LedgerStore) throws -> Value) throws(JournalError) -> Value {
        try database.transaction(body)
    }

    /// Tries again, less and less often, until the disk lets the transaction through.
    func patiently<Value>(_ body: (LedgerStore) throws -> Value) async throws -> Value {
        var delay = RetryDelay()
        while true {
            do {
                let value = try transaction(body)
                goOn()
                return value
            } catch {
                standStill(error)
                try await Task.sleep(for: delay.pause())
            }
        }
    }

    private func standStill(_ error: JournalError) {
        guard degraded == nil else { return }
        stall.withLock { $0 = Degradation(activity: .ledger, reason: error.description) }
        logger.error("ledger stands still", metadata: ["ledger.path": "\(path)", "error": "\(error)"])
    }

    private func goOn() {
        guard degraded != nil else { return }
        stall.withLock { $0 = nil }
        logger.notice("ledger goes on", metadata: ["ledger.path": "\(path)"])
    }
}
