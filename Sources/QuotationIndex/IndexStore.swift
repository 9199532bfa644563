import Foundation
import GRDB
import Journal
import Records
import SystemPackage

/// The index's tables within one transaction.
///
/// A quotation's number is the time of its article in milliseconds, followed by twenty bits for those of the same
/// millisecond. The full-text index is ordered by these numbers. So the newest are found first without sorting, in
/// whatever order the journals were read, and a time is a bound in it.
struct IndexStore {
    static let version = 3

    static let schema = """
        CREATE TABLE journals (
            head INTEGER PRIMARY KEY,
            path TEXT NOT NULL,
            inode INTEGER NOT NULL,
            position INTEGER NOT NULL,
            finished INTEGER
        ) STRICT;
        CREATE TABLE articles (
            id INTEGER PRIMARY KEY,
            fingerprint BLOB NOT NULL UNIQUE,
            first INTEGER NOT NULL,
            count INTEGER NOT NULL,
            annotated INTEGER NOT NULL,
            time INTEGER NOT NULL,
            item TEXT,
            title TEXT,
            publisher TEXT,
            url TEXT
        ) STRICT;
        CREATE INDEX items ON articles (item) WHERE item IS NOT NULL;
        CREATE TABLE quotations (
            id INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES articles,
            name TEXT NOT NULL,
            type TEXT NOT NULL,
            text TEXT NOT NULL,
            cue TEXT,
            class TEXT,
            stance TEXT,
            source TEXT,
            speaker TEXT,
            role TEXT,
            names TEXT NOT NULL,
            confidence REAL NOT NULL
        ) STRICT;
        CREATE TABLE gone (key TEXT PRIMARY KEY, time INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE VIEW indexed AS
            SELECT quotations.id AS id, text, names, title, coalesce(class || ' ', '') || '\(MatchExpression.everything)'
                AS class
            FROM quotations JOIN articles ON articles.id = quotations.article;
        CREATE VIRTUAL TABLE words USING fts5 (
            text, names, title, class, content = 'indexed', content_rowid = 'id', columnsize = 0,
            prefix = "2", tokenize = "unicode61 remove_diacritics 2"
        );
        """

    let db: Database

    init(_ db: Database) { self.db = db }

    func execute(_ sql: String, _ arguments: StatementArguments = []) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func number(_ sql: String, _ arguments: StatementArguments) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }
}

// MARK: Articles

extension IndexStore {
    /// Adds a line. Lines may come in any order, and repeatedly.
    func take(_ line: IndexedLine) throws {
        switch line.kind {
        case .withdrawal(let withdrawn):
            if let withdrawn {
                try bury(.record(withdrawn), line.annotatedAt)
                try remove(record: withdrawn, line.annotatedAt)
            }
            if let item = line.item {
                try bury(.item(item), line.annotatedAt)
                try remove("item = ? AND annotated <= ?", [item, line.annotatedAt.milliseconds])
            }
        case .article: try takeArticle(line)
        }
    }

    private func takeArticle(_ line: IndexedLine) throws {
        let annotated = line.annotatedAt.milliseconds
        if let old = line.superseded, old != line.id {
            try bury(.record(old), line.annotatedAt)
            try remove(record: old, line.annotatedAt)
        }
        guard try !isGone(line) else { return }
        let known = try number("SELECT annotated FROM articles WHERE fingerprint = ?", [line.id.blob])
        if let known {
            guard known <= annotated else { return }
            try remove("fingerprint = ?", [line.id.blob])
        }
        try insert(line)
    }

    private func insert(_ line: IndexedLine) throws {
        guard !line.quotations.isEmpty else { return }
        let article = line.article
        let first = try firstNumber(at: line.time, count: line.quotations.count)
        try execute(
            """
            INSERT INTO articles (fingerprint, first, count, annotated, time, item, title, publisher, url)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                line.id.blob, first, line.quotations.count, line.annotatedAt.milliseconds, line.time.milliseconds,
                line.item, article.title.map(IndexedText.plain), article.publisher, article.url,
            ])
        let id = db.lastInsertedRowID
        // Numbers fall within an article, so that newest first lists its first quotation first.
        for (place, quotation) in line.quotations.reversed().enumerated() {
            try insert(quotation, number: first + Int64(place), article: id)
        }
        try execute(
            """
            INSERT INTO words (rowid, text, names, title, class)
            SELECT id, text, names, title, class FROM indexed WHERE id >= ? AND id < ? ORDER BY id
            """, [first, first + Int64(line.quotations.count)])
    }

    private func insert(_ quotation: IndexedLine.Quotation, number: Int64, article: Int64) throws {
        try execute(
            """
            INSERT INTO quotations (id, article, name, type, text, cue, class, stance, source, speaker, role, names,
                confidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                number, article, quotation.id, quotation.type, quotation.text, quotation.cue, quotation.verbClass,
                quotation.stance, quotation.source, quotation.speaker, quotation.role, quotation.names,
                quotation.confidence,
            ])
    }

    /// The first of as many free numbers, at a time or, if that is full, a little later.
    private func firstNumber(at time: Timestamp, count: Int) throws -> Int64 {
        var start = Self.number(at: time)
        while true {
            let end = start + 1 << Self.bits
            let last = try number(
                "SELECT max(id) FROM quotations WHERE id >= ? AND id < ?", [start, end])
            let first = last.map { $0 + 1 } ?? start
            if end - first >= count { return first }
            start = end
        }
    }

    private static let bits: Int64 = 20

    /// The smallest number of a time.
    static func number(at time: Timestamp) -> Int64 {
        // Times out of range (a hundred years ago, or ahead) become the first or last number.
        min(max(time.milliseconds, Int64.min >> (bits + 1)), Int64.max >> (bits + 1)) << bits
    }

    private func remove(record: Fingerprint, _ time: Timestamp) throws {
        try remove(
            "fingerprint = ? AND annotated <= ?", [record.blob, time.milliseconds + TakenBack.tolerance])
    }

    private func remove(_ condition: String, _ arguments: StatementArguments) throws {
        let sql = "SELECT id, first, count FROM articles WHERE \(condition)"
        for row in try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments) {
            let (id, first, count): (Int64, Int64, Int64) = (row["id"], row["first"], row["count"])
            // The full-text index keeps no copy of its rows, so deleting needs their text.
            try execute(
                """
                INSERT INTO words (words, rowid, text, names, title, class)
                SELECT 'delete', id, text, names, title, class FROM indexed WHERE id >= ? AND id < ?
                """, [first, first + count])
            try execute("DELETE FROM quotations WHERE id >= ? AND id < ?", [first, first + count])
            try execute("DELETE FROM articles WHERE id = ?", [id])
        }
    }
}

// MARK: What is gone

extension IndexStore {
    /// Remembers withdrawn and replaced records, so that an older line read later does not add them again.
    private enum Grave {
        case record(Fingerprint)
        case item(String)

        var key: String {
            switch self {
            case .record(let id): "record:\(id.hex)"
            case .item(let item): "item:\(item)"
            }
        }

        /// In milliseconds. A new version of an item may follow its withdrawal at once.
        var tolerance: Int64 {
            switch self {
            case .record: TakenBack.tolerance
            case .item: 0
            }
        }
    }

    private func bury(_ grave: Grave, _ time: Timestamp) throws {
        try execute(
            """
            INSERT INTO gone (key, time) VALUES (?1, ?2)
            ON CONFLICT (key) DO UPDATE SET time = max(time, ?2)
            """, [grave.key, time.milliseconds])
    }

    private func isGone(_ line: IndexedLine) throws -> Bool {
        var graves = [Grave.record(line.id)]
        if let item = line.item { graves.append(.item(item)) }
        return try graves.contains { grave in
            let time = try number("SELECT time FROM gone WHERE key = ?", [grave.key])
            return time.map { $0 + grave.tolerance >= line.annotatedAt.milliseconds } ?? false
        }
    }
}

// MARK: Journals

extension IndexStore {
    /// How far a journal was read, in uncompressed bytes.
    func position(head: UInt64) throws -> Int64 {
        try number("SELECT position FROM journals WHERE head = ?", [Int64(bitPattern: head)]) ?? 0
    }

    func advance(head: UInt64, to position: Int64) throws {
        try execute(
            """
            INSERT INTO journals (head, path, inode, position) VALUES (?1, '', 0, ?2)
            ON CONFLICT (head) DO UPDATE SET position = ?2
            """, [Int64(bitPattern: head), position])
    }

    /// Notes that a file was read to its end.
    func finish(head: UInt64, _ file: JournalArchive.File) throws {
        try execute(
            "UPDATE journals SET path = ?, inode = ?, finished = ? WHERE head = ?",
            [file.path.string, Int64(bitPattern: file.inode), file.size, Int64(bitPattern: head)])
    }

    func isFinished(_ file: JournalArchive.File) throws -> Bool {
        try number(
            "SELECT 1 FROM journals WHERE path = ? AND inode = ? AND finished = ?",
            [file.path.string, Int64(bitPattern: file.inode), file.size]) != nil
    }

    /// Empties the index.
    func clear() throws {
        try execute("INSERT INTO words (words) VALUES ('delete-all')")
        for table in ["quotations", "articles", "gone", "journals"] { try execute("DELETE FROM \(table)") }
    }

    /// Merges the segments of the full-text index into one.
    func optimize() throws { try execute("INSERT INTO words (words) VALUES ('optimize')") }
}

extension Fingerprint {
    fileprivate var blob: Data { Data(bytes) }
}
