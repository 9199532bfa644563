import Faults
import Files
import GRDB
import Glibc
import Logging
import Records
import SystemPackage

/// Opens, checks, makes and moves aside the ledger's file.
struct LedgerFile {
    /// "QUOT", so that no other program's database is taken for a ledger.
    private static let application = 0x5155_4F54

    enum Fault: String, Error {
        case damaged = "corrupt"
        /// A ledger of another version, or some other database.
        case other = "other"
    }

    let path: FilePath

    /// Opens the ledger, or makes one. One that is damaged or of another version is moved aside first.
    func open(_ logger: Logger) throws(JournalError) -> DatabaseQueue {
        let fault: Fault
        do {
            return try attempt()
        } catch let error as Fault {
            fault = error
        } catch let error as DatabaseError where error.isDamage {
            fault = .damaged
        } catch {
            throw self.error(error)
        }
        logger.warning("ledger moved aside", metadata: ["ledger.path": "\(path)", "fault": "\(fault)"])
        try moveAside(because: fault)
        do {
            return try attempt()
        } catch {
            throw self.error(error)
        }
    }

    /// Renames the file and its write-ahead log, so that people can still look into them.
    func moveAside(because fault: Fault) throws(JournalError) {
        let aside = path.appending(suffix: ".\(fault.rawValue)-\(Timestamp.now.compact)")
        for suffix in ["-wal", "-shm", ""] {
            do {
                try rename(path.appending(suffix: suffix), to: aside.appending(suffix: suffix))
            } catch .noSuchFileOrDirectory {
                continue
            } catch {
                throw .unavailable(path, "move aside", error)
            }
        }
        FaultPoint.beforeRebuilding.pass()
    }

    func error(_ error: any Error) -> JournalError {
        if let error = error as? JournalError { return error }
        let isFull = (error as? DatabaseError)?.resultCode == .SQLITE_FULL
        return JournalError(
            .ledger, reason: "Cannot use the ledger \(path): \(error).",
            remedy: isFull
                ? "Make room on its file system."
                : "Check that the directory exists, that the service's user may write to it, and that it is not full.")
    }

    /// Opens an existing ledger of this version. Makes, mends and moves nothing.
    func openExisting() throws -> DatabaseQueue {
        guard unsafe access(path.string, R_OK | W_OK) == 0 else {
            throw JournalError.unusable(path, Errno(rawValue: errno))
        }
        let database = try DatabaseQueue(path: path.string, configuration: Self.configuration)
        let version = try database.read { db in
            (try Int.fetchOne(db, sql: "PRAGMA application_id"), try Int.fetchOne(db, sql: "PRAGMA user_version"))
        }
        guard version == (Self.application, LedgerSchema.version) else { throw JournalError.noLedger(path) }
        return database
    }

    private func attempt() throws -> DatabaseQueue {
        try createWithMode()
        let database = try DatabaseQueue(path: path.string, configuration: Self.configuration)
        do {
            try database.write { try Self.check($0) }
            return database
        } catch {
            try? database.close()
            throw error
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "ledger"
        // Others may read it meanwhile: sqlite3, a backup.
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = NORMAL;
                    PRAGMA journal_size_limit = 8388608;
                    PRAGMA cache_size = -8192;
                    """)
        }
        return configuration
    }

    /// SQLite would make a file that everybody may read, if the umask allows.
    private func createWithMode() throws(JournalError) {
        do {
            try FileDescriptor.open(
                path, .readWrite, options: [.create, .closeOnExec], permissions: [.ownerReadWrite, .groupRead]
            ).close()
        } catch {
            throw .unavailable(path, "open", error as? Errno ?? .ioError)
        }
    }

    private static func check(_ db: Database) throws {
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
        let known = 0...LedgerSchema.version
        if application == Self.application, let version, known.contains(version) {
            guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" else { throw Fault.damaged }
            // A new or half-filled ledger may have tables of any version.
            if try !db.tableExists("items") { try db.execute(sql: LedgerSchema.migrationToItems) }
            if try !db.columns(in: "articles").contains(where: { $0.name == "lost" }) {
                try db.execute(sql: LedgerSchema.migrationToLosses)
            }
            if version == LedgerSchema.versionWithoutLosses { try LedgerStore(db).isComplete() }
        } else {
            guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 else { throw Fault.other }
            try db.execute(sql: LedgerSchema.schema + "PRAGMA application_id = \(Self.application);")
        }
    }
}
