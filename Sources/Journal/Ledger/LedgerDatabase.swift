import Faults
import GRDB
import Logging
import SystemPackage

/// The ledger's database, one transaction at a time. Every call blocks.
///
/// A damaged database is moved aside and made again from the journals. Until then it answers nothing else: it would
/// take known articles for new.
final class LedgerDatabase {
    private enum State {
        case whole
        /// It was damaged and could not be made again yet.
        case damaged
        /// It is being filled from the journals.
        case beingFilled
    }

    let path: FilePath
    private let logger: Logger
    private let fill: (LedgerDatabase) throws -> Void
    private var database: DatabaseQueue
    private var state = State.whole

    /// - Parameter fill: reads the journals into a ledger that is empty.
    init(_ path: FilePath, _ database: DatabaseQueue, _ logger: Logger, fill: @escaping (LedgerDatabase) throws -> Void)
    {
        self.path = path
        self.database = database
        self.logger = logger
        self.fill = fill
    }

    /// One transaction. If the ledger turns out damaged it is made again, and the transaction is tried once more.
    func transaction<Value>(_ body: (LedgerStore) throws -> Value) throws(JournalError) -> Value {
        do {
            if state == .damaged { try makeAgain() }
            do {
                return try database.write { database in
                    let value = try body(LedgerStore(database))
                    if FaultPoint.withinTransaction.fails { throw DatabaseError(resultCode: .SQLITE_IOERR) }
                    return value
                }
            } catch let error as DatabaseError where error.isDamage && state != .beingFilled {
                logger.error("ledger damaged", metadata: ["ledger.path": "\(path)", "error": "\(error)"])
                try makeAgain()
                return try database.write { try body(LedgerStore($0)) }
            }
        } catch {
            throw LedgerFile(path: path).error(error)
        }
    }

    /// For work that asks the ledger about many lines. Errors with files are thrown as they are, not as ledger errors.
    func oneTransaction<Value>(_ body: (LedgerStore) throws -> Value) throws -> Value {
        let result: Result<Value, any Error> = try transaction { store in
            do {
                return .success(try body(store))
            } catch let error as DatabaseError {
                throw error
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func makeAgain() throws {
        state = .beingFilled
        defer { if state == .beingFilled { state = .damaged } }
        try? database.close()
        let file = LedgerFile(path: path)
        try file.moveAside(because: .damaged)
        database = try file.open(logger)
        try fill(self)
        state = .whole
    }
}

extension DatabaseError {
    /// True if the file is not a ledger, or is no longer the one that was opened.
    var isDamage: Bool {
        resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB
            || extendedResultCode == .SQLITE_READONLY_DBMOVED
    }
}
