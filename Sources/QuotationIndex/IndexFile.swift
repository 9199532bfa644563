import Files
import GRDB
import Glibc
import SystemPackage

/// Opens, checks, makes and removes the index's file. It is made from the journals, so nothing in it is worth keeping.
struct IndexFile {
    /// "QIDX", so that no other program's database is taken for an index.
    private static let application = 0x5149_4458

    let path: FilePath
    /// Permission bits of a new file; the umask does not apply.
    var mode: UInt32 = 0o640

    /// Opens the index for writing, or makes one. A damaged index, or one of another version, is made again; any other
    /// database is left alone.
    ///
    /// - Throws: `IndexError`.
    func openForWriting() throws(IndexError) -> DatabaseQueue {
        do {
            do {
                return try attempt()
            } catch let error as DatabaseError where error.isDamage {
                try remove()
                return try attempt()
            }
        } catch {
            throw (error as? IndexError) ?? .unavailable(path, error)
        }
    }

    /// - Throws: `IndexError`.
    func openForReading() throws(IndexError) -> DatabaseQueue {
        guard exists(path) else { throw .missing(path) }
        var configuration = Self.configuration
        configuration.readonly = true
        do {
            let database = try open(configuration)
            guard try database.read(Self.isIndex) else { throw IndexError.foreign(path) }
            return database
        } catch let error as DatabaseError where error.isDamage {
            throw .foreign(path)
        } catch {
            throw (error as? IndexError) ?? .unavailable(path, error)
        }
    }

    func remove() throws {
        for suffix in ["-wal", "-shm", ""] {
            let name = path.string + suffix
            guard unsafe unlink(name) == 0 || errno == ENOENT else { throw Errno(rawValue: errno) }
        }
    }

    /// Size on the disk, with the write-ahead log, in bytes.
    var byteCount: Int64 { size("") + size("-wal") }

    private func size(_ suffix: String) -> Int64 {
        (try? FileStatus(path.appending(suffix: suffix)).size) ?? 0
    }

    /// Nil if there is no such file.
    var inode: UInt64? { inode("") }

    /// The index itself and the files that SQLite keeps beside it while it is open.
    var inodes: [UInt64?] { ["", "-wal", "-shm"].map(inode) }

    private func inode(_ suffix: String) -> UInt64? {
        try? FileStatus(path.appending(suffix: suffix)).identity.inode
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "index"
        configuration.busyMode = .timeout(5)
        return configuration
    }

    /// After the last writer its log is gone too. A reader that may not make one must open the file as immutable.
    private func open(_ configuration: Configuration) throws -> DatabaseQueue {
        do {
            let database = try DatabaseQueue(path: path.string, configuration: configuration)
            _ = try database.read { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
            return database
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CANTOPEN && size("-wal") == 0
        {
            let address = "file:\(Self.escaped(path))?immutable=1"
            return try DatabaseQueue(path: address, configuration: configuration)
        }
    }

    private static func escaped(_ path: FilePath) -> String {
        path.string.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
    }

    private func exists(_ path: FilePath) -> Bool { unsafe access(path.string, F_OK) == 0 }

    private func attempt() throws -> DatabaseQueue {
        try createWithMode()
        var configuration = Self.configuration
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = NORMAL;
                    PRAGMA journal_size_limit = 8388608;
                    PRAGMA cache_size = -16384;
                    """)
        }
        let database = try DatabaseQueue(path: path.string, configuration: configuration)
        try database.write(prepare)
        return database
    }

    /// SQLite would make a file that everybody may read, if the umask allows.
    private func createWithMode() throws {
        if exists(path) { return }
        let file = try FileDescriptor.open(
            path, .readWrite, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
        defer { try? file.close() }
        guard fchmod(file.rawValue, mode) == 0 else { throw Errno(rawValue: errno) }
    }

    private func prepare(_ db: Database) throws {
        if try Self.isIndex(db) { return }
        let isOld = try Int.fetchOne(db, sql: "PRAGMA application_id") == Self.application
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
        guard isOld || isEmpty else { throw IndexError.foreign(path) }
        // An index of another version.
        if !isEmpty { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        try db.execute(sql: IndexStore.schema)
        try db.execute(
            sql: "PRAGMA application_id = \(Self.application); PRAGMA user_version = \(IndexStore.version);")
    }

    private static func isIndex(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA application_id") == Self.application
            && Int.fetchOne(db, sql: "PRAGMA user_version") == IndexStore.version
    }
}
