import Executors
import Files
import GRDB
package import Logging
package import Records
import Synchronization
package import SystemPackage

/// Remembers what was done, so that nothing is done twice: the articles in the journal, the files that were finished,
/// and the attempts that were begun.
///
/// It is an index, not an archive. The journal is the truth: at the start the ledger reads there what it lacks, and a
/// missing or damaged ledger is made again from the journals.
///
/// SQLite runs with a write-ahead log and `synchronous=NORMAL`: a transaction survives the death of the process,
/// but the last ones may be gone after power loss. That is enough: articles are found again in the journal, which is
/// synced first, and attempts count articles that kill the process, not power cuts.
///
/// Where the disk is full, calls wait until there is room again (or until their task is cancelled).
package actor Ledger {
    package nonisolated let path: FilePath
    nonisolated let journal: FilePath
    private nonisolated let logger: Logger
    private nonisolated let reportProgress: (@Sendable (StocktakingProgress) -> Void)?
    private let database: LedgerDatabase
    /// Files finished since then may have no line and be unknown to the ledger: as when journal and ledger were both
    /// restored from a backup. Nil if the journal has no line.
    package private(set) var doubtfulSince: Timestamp?
    private nonisolated let stall = Mutex<Degradation?>(nil)
    private nonisolated let executor = ThreadExecutor(name: "ledger")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    /// Opens the ledger of a journal, or makes it. Any other file in its place is moved aside.
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
            _ = try stocktaking.readJournals(try? FileStatus(journal))
        }
    }

    /// Why calls wait; nil if they do not.
    nonisolated var degraded: Degradation? { stall.withLock { $0 } }

    /// Size on the disk, with the write-ahead log.
    nonisolated var byteCount: Int64 {
        ["", "-wal"].reduce(0) { $0 + ((try? FileStatus(path.appending(suffix: $1)).size) ?? 0) }
    }

    /// Brings ledger and journals together. Closes a torn journal aside. Enters every line that the ledger lacks,
    /// whether because of a crash or because there is no ledger. Finds out which lines the ledger knows and no journal
    /// has any more.
    ///
    /// Nobody may write the journal meanwhile.
    ///
    /// - Parameter rotated: hash of the first line of a journal that rotation just renamed away: its lines are not
    ///   lost, wherever it is.
    /// - Returns: notices for people.
    package func takeStock(rotated: UInt64? = nil) throws(JournalError) -> [String] {
        let stocktaking = Stocktaking(database, journal: journal, logger, report: reportProgress)
        return try stocktaking.run(rotated: rotated, doubtfulSince: &doubtfulSince)
    }

    // MARK: Transactions

    func transaction<Value>(_ body: (LedgerStore) throws -> Value) throws(JournalError) -> Value {
        try database.transaction(body)
    }

    /// Retries, less and less often, until the disk has room for the transaction.
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
