import Executors
import Faults
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
    let journal: FilePath
    let logger: Logger
    let reportProgress: (@Sendable (ReconcileProgress) -> Void)?
    private var database: DatabaseQueue
    /// False from when damage was found until the ledger is made again.
    private var isWhole = true
    private var isReading = false
    /// Since when files may have been worked off whose lines are not there any more and that the ledger does not tell of
    /// either, as where both were put back from a copy. Nil where the journal has no line.
    package internal(set) var doubtfulSince: Timestamp?
    private nonisolated let stall = Mutex<Degradation?>(nil)
    private nonisolated let executor = ThreadExecutor(name: "ledger")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    /// Opens the ledger of a journal, or makes it. What is no ledger of this version is moved aside.
    ///
    /// It knows of the journals only after `takeStock()`.
    package static func open(
        _ path: FilePath, journal: FilePath, logger: Logger,
        progress: (@Sendable (ReconcileProgress) -> Void)? = nil
    ) async throws -> Ledger {
        let database = try await onThread("ledger") { try LedgerFile(path: path).open(logger) }
        return Ledger(path, journal, database, logger, progress)
    }

    private init(
        _ path: FilePath, _ journal: FilePath, _ database: DatabaseQueue, _ logger: Logger,
        _ progress: (@Sendable (ReconcileProgress) -> Void)?
    ) {
        self.path = path
        self.journal = journal
        self.database = database
        self.logger = logger
        reportProgress = progress
    }

    /// Why calls wait, where they do.
    nonisolated var degraded: Degradation? { stall.withLock { $0 } }

    /// On the disk, with the write-ahead log.
    nonisolated var byteCount: Int64 {
        ["", "-wal"].reduce(0) { $0 + ((try? FileInfo(path.appending(suffix: $1)).size) ?? 0) }
    }

    // MARK: Transactions

    /// One transaction. A ledger that turns out damaged is made again, and then the transaction is tried once more.
    func transaction<Value>(_ body: (LedgerStore) throws -> Value) throws(JournalError) -> Value {
        do {
            if !isReading, !isWhole { try startAnew() }
            do {
                return try database.write { database in
                    let value = try body(LedgerStore(database))
                    if FaultPoint.withinTransaction.fails { throw DatabaseError(resultCode: .SQLITE_IOERR) }
                    return value
                }
            } catch let error as DatabaseError where error.isDamage && !isReading {
                logger.error("ledger damaged", metadata: ["ledger.path": "\(path)", "error": "\(error)"])
                try startAnew()
                return try database.write { try body(LedgerStore($0)) }
            }
        } catch {
            throw LedgerFile(path: path).error(error)
        }
    }

    /// Makes the ledger again from the journals. Until that is done, nothing else is asked of it: it would take known
    /// articles for new.
    private func startAnew() throws {
        isWhole = false
        isReading = true
        defer { isReading = false }
        try? database.close()
        let file = LedgerFile(path: path)
        try file.moveAside(because: .damaged)
        database = try file.open(logger)
        _ = try readJournals(try? FileInfo(journal))
        isWhole = true
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

extension DatabaseError {
    /// True where the file is no ledger, or no longer the one that was opened.
    var isDamage: Bool {
        resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB
            || extendedResultCode == .SQLITE_READONLY_DBMOVED
    }
}
