import GRDB
import SystemPackage

/// A ledger of an earlier version, made by taking away what has been added since.
enum OldLedger {
    /// As it was before it kept items.
    static func makeWithoutItems(of path: FilePath) async throws {
        try await makeWithoutLosses(of: path)
        try await execute(
            "DROP TABLE items; ALTER TABLE articles DROP COLUMN supersedes; PRAGMA user_version = 1;", on: path)
    }

    /// As it was before it told of lost lines.
    static func makeWithoutLosses(of path: FilePath) async throws {
        try await execute(
            """
            DROP INDEX lost_articles; DROP INDEX lost_files;
            ALTER TABLE articles DROP COLUMN lost; ALTER TABLE articles DROP COLUMN file;
            ALTER TABLE articles DROP COLUMN checksum;
            UPDATE journals SET closed = 0; PRAGMA user_version = 2;
            """, on: path)
    }

    private static func execute(_ sql: String, on path: FilePath) async throws {
        try await DatabaseQueue(path: path.string).write { try $0.execute(sql: sql) }
    }
}
