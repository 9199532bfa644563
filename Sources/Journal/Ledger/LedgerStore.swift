import Foundation
import GRDB
import Records
import SystemPackage

/// The ledger's tables within one transaction.
struct LedgerStore {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func execute(_ sql: String, _ arguments: StatementArguments = []) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// How many rows the last statement changed.
    var changes: Int { db.changesCount }

    func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
        try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
    }

    func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }
}

// MARK: Articles

extension LedgerStore {
    func knowledge(of article: Fingerprint) throws -> BatchPlan.Knowledge? {
        try row("SELECT recovered FROM articles WHERE id = ? AND lost IS NULL", [article.blob])
            .map { ($0["recovered"] as Int?) == nil ? .known : .recovered }
    }

    func location(of article: Fingerprint) throws -> ArticleLocation? {
        try row(
            """
            SELECT articles.path AS file, offset, time, journals.path AS journal
            FROM articles JOIN journals ON journals.id = articles.journal WHERE articles.id = ? AND lost IS NULL
            """, [article.blob]
        ).map { row in
            ArticleLocation(
                file: row["file"], journal: row["journal"], offset: row["offset"],
                time: Timestamp(milliseconds: row["time"]))
        }
    }

    /// An article that already stands in a journal stays there; one whose line was lost stands here now. An article
    /// with several lines has no checksum.
    func insert(
        _ article: Fingerprint, in journal: JournalRow.ID, at offset: Int64, checksum: Checksum, path: String?,
        file: Fingerprint?, time: Timestamp, isRecovered: Bool = false, supersedes: Fingerprint? = nil
    ) throws {
        try execute(
            """
            INSERT INTO articles (id, journal, offset, checksum, path, file, time, recovered, supersedes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                journal = excluded.journal, offset = excluded.offset, checksum = excluded.checksum,
                path = excluded.path, file = excluded.file, time = excluded.time, recovered = excluded.recovered,
                supersedes = excluded.supersedes, lost = NULL
            WHERE lost IS NOT NULL
            """,
            [
                article.blob, journal, offset, Int64(checksum.value), path, file?.blob, time.milliseconds,
                isRecovered ? 1 : nil, supersedes?.blob,
            ])
        guard changes == 0 else { return }
        try execute(
            "UPDATE articles SET checksum = NULL WHERE id = ? AND checksum IS NOT ?",
            [article.blob, Int64(checksum.value)])
    }

    func settle(_ article: Fingerprint) throws {
        try execute("UPDATE articles SET recovered = NULL WHERE id = ?", [article.blob])
    }
}

// MARK: Items

extension LedgerStore {
    func superseded(by article: Fingerprint) throws -> Fingerprint? {
        try row("SELECT supersedes FROM articles WHERE id = ?", [article.blob]).flatMap {
            Fingerprint($0["supersedes"])
        }
    }

    func latest(of item: String) throws -> LatestVersion? {
        try row("SELECT record, version, withdrawal FROM items WHERE item = ?", [item]).flatMap { row in
            Fingerprint(row["record"]).map {
                LatestVersion(record: $0, version: row["version"], withdrawal: Fingerprint(row["withdrawal"]))
            }
        }
    }

    func put(_ latest: LatestVersion, of item: String) throws {
        try execute(
            "INSERT OR REPLACE INTO items (item, record, version, withdrawal) VALUES (?, ?, ?, ?)",
            [item, latest.record.blob, latest.version, latest.withdrawal?.blob])
    }

    /// Enters what a line says about an item. Lines come in the order in which they were written.
    func noteItem(of line: LineHead) throws {
        guard let version = line.version else { return }
        var latest = try latest(of: version.item)
        if version.isOlder(than: latest?.version) { return }
        if let withdrawn = line.withdraws {
            guard latest?.record == withdrawn else { return }
            latest?.withdrawal = line.id
        } else {
            latest = LatestVersion(line.id, version)
        }
        if let latest { try put(latest, of: version.item) }
    }
}

// MARK: Files

extension LedgerStore {
    func file(_ file: Fingerprint) throws -> FileRecord? {
        try row("SELECT outcome, articles, time, reason FROM files WHERE sha256 = ?", [file.blob]).flatMap { row in
            FileOutcome(rawValue: row["outcome"]).map { outcome in
                FileRecord(
                    outcome: outcome, articles: row["articles"], time: Timestamp(milliseconds: row["time"]),
                    reason: row["reason"])
            }
        }
    }

    func put(_ file: Fingerprint, _ record: FileRecord, arrival: ArrivalID? = nil) throws {
        try execute(
            "INSERT OR REPLACE INTO files (sha256, outcome, articles, time, arrival, reason) VALUES (?, ?, ?, ?, ?, ?)",
            [
                file.blob, record.outcome.rawValue, record.articles, record.time.milliseconds,
                arrival.map { Data($0.bytes) }, record.reason,
            ])
    }

    func recover(_ file: Fingerprint, at time: Timestamp) throws {
        try execute(
            """
            INSERT INTO files (sha256, outcome, articles, time, arrival, reason) VALUES (?1, ?2, 0, ?3, NULL, NULL)
            ON CONFLICT (sha256) DO UPDATE SET outcome = ?2, reason = NULL
            """, [file.blob, FileOutcome.recovered.rawValue, time.milliseconds])
    }

    /// For a ledger made from journals: the files that they name count as done.
    func noteFilesOfArticles() throws {
        try execute(
            """
            INSERT OR IGNORE INTO files (sha256, outcome, articles, time)
            SELECT file, ?, 0, max(time) FROM articles WHERE file IS NOT NULL AND lost IS NULL GROUP BY file
            """, [FileOutcome.recovered.rawValue])
    }

    func isCommitted(_ file: Fingerprint, _ arrival: ArrivalID) throws -> Bool {
        try row("SELECT 1 FROM files WHERE sha256 = ? AND arrival = ?", [file.blob, Data(arrival.bytes)]) != nil
    }

    func forgetArrival(of file: Fingerprint) throws {
        try execute("UPDATE files SET arrival = NULL WHERE sha256 = ? AND arrival IS NOT NULL", [file.blob])
    }
}

// MARK: Attempts

extension LedgerStore {
    func beginAttempt(_ key: AttemptKey, at time: Timestamp) throws -> Int {
        try row(
            """
            INSERT INTO attempts (key, count, first, last) VALUES (?1, 1, ?2, ?2)
            ON CONFLICT (key) DO UPDATE SET count = count + 1, last = ?2 RETURNING count
            """, [key.blob, time.milliseconds]
        )?["count"] ?? 1
    }

    func endAttempt(_ key: AttemptKey) throws {
        try execute("DELETE FROM attempts WHERE key = ?", [key.blob])
    }

    func attempt(_ key: AttemptKey) throws -> Attempt? {
        try row("SELECT count, first, last FROM attempts WHERE key = ?", [key.blob]).map { row in
            Attempt(
                count: row["count"], first: Timestamp(milliseconds: row["first"]),
                last: Timestamp(milliseconds: row["last"]))
        }
    }
}

// MARK: Journals

extension LedgerStore {
    struct JournalRow {
        typealias ID = Int64
        var id: ID
        /// A hash of its first line.
        var head: UInt64
        var inode: UInt64
        /// Its path when it was last seen.
        var path: String
        /// All lines before this offset, in bytes, are known.
        var reconciled: Int64
        /// Nobody writes to it any more, and all of it is known.
        var isClosed: Bool

        fileprivate init(_ row: Row) {
            (id, path, reconciled) = (row["id"], row["path"], row["reconciled"])
            head = UInt64(bitPattern: row["head"] as Int64)
            inode = UInt64(bitPattern: row["inode"] as Int64)
            isClosed = row["closed"] == 1
        }
    }

    func journal(head: UInt64) throws -> JournalRow? {
        try row("SELECT * FROM journals WHERE head = ?", [Int64(bitPattern: head)]).map(JournalRow.init)
    }

    /// Identifies a journal by its first line, or by its inode if that line was altered or cut.
    func journal(head: UInt64?, inode: UInt64) throws -> JournalRow? {
        if let head, let row = try journal(head: head) { return row }
        return try openJournals().first { $0.inode == inode }
    }

    /// The journals that lines are written to: one, except while rotation goes on.
    func openJournals() throws -> [JournalRow] {
        try rows("SELECT * FROM journals WHERE closed = 0").map(JournalRow.init)
    }

    func insertJournal(head: UInt64, inode: UInt64, path: FilePath) throws -> JournalRow {
        try execute(
            "INSERT INTO journals (head, inode, path, reconciled, lines, closed) VALUES (?, ?, ?, 0, 0, 0)",
            [Int64(bitPattern: head), Int64(bitPattern: inode), path.string])
        guard let row = try journal(head: head) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return row
    }

    func advance(_ journal: JournalRow.ID, to offset: Int64, lines: Int) throws {
        try execute("UPDATE journals SET reconciled = ?, lines = lines + ? WHERE id = ?", [offset, lines, journal])
    }

    /// True until all journals were read to the end once.
    func isNew() throws -> Bool { try Int.fetchOne(db, sql: "PRAGMA user_version") == 0 }

    /// True while a ledger without items has not read them all from the journals.
    func lacksItems() throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA user_version") == LedgerSchema.versionWithoutItems
    }

    func isComplete() throws { try db.execute(sql: "PRAGMA user_version = \(LedgerSchema.version)") }

    func close(_ journal: JournalRow.ID) throws {
        try execute("UPDATE journals SET closed = 1 WHERE id = ?", [journal])
    }

    func closeJournal(head: UInt64) throws {
        try execute("UPDATE journals SET closed = 1 WHERE head = ?", [Int64(bitPattern: head)])
    }

    /// Enters where the journal lies now.
    func locate(_ journal: JournalRow.ID, inode: UInt64, path: FilePath, isClosed: Bool) throws {
        try execute(
            "UPDATE journals SET inode = ?, path = ?, closed = ? WHERE id = ?",
            [Int64(bitPattern: inode), path.string, isClosed ? 1 : 0, journal])
    }
}

extension Fingerprint {
    var blob: Data { Data(bytes) }

    init?(_ blob: Data?) {
        guard let blob else { return nil }
        self.init(bytes: blob)
    }
}

extension AttemptKey {
    fileprivate var blob: Data {
        switch self {
        case .content(let fingerprint): Data(fingerprint.bytes)
        case .arrival(let arrival): Data(arrival.bytes)
        }
    }
}
