import GRDB
import SystemPackage

/// A ledger as it was before it kept items.
enum OldLedger {
    /// Takes away what has been added since.
    static func make(of path: FilePath) async throws {
        try await DatabaseQueue(path: path.string).write { db in
            try db.execute(
                sql: "DROP TABLE items; ALTER TABLE articles DROP COLUMN supersedes; PRAGMA user_version = 1;")
        }
    }
}
