import Executors
import Foundation
import GRDB
import Journal
import Records
package import SystemPackage

/// Finds quotations in an index, whether a daemon runs or not. One search at a time.
package actor Search {
    private let file: IndexFile
    private var database: DatabaseQueue?
    /// Inodes of the open file: it may be removed and made again.
    private var inode: UInt64?
    private nonisolated let executor = ThreadExecutor(name: "search")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    package init(index: FilePath) { file = IndexFile(path: index) }

    /// Newest first.
    ///
    /// - Throws: `IndexError`.
    package func find(_ query: Query) throws(IndexError) -> [Found] {
        do {
            return try rows(query)
        } catch let error as DatabaseError {
            // The index may have been rebuilt meanwhile: open it again, once.
            database = nil
            guard error.isDamage || error.resultCode == .SQLITE_READONLY else { throw .unavailable(file.path, error) }
            do { return try rows(query) } catch { throw (error as? IndexError) ?? .foreign(file.path) }
        } catch {
            throw (error as? IndexError) ?? .unavailable(file.path, error)
        }
    }

    /// How much of a journal and its siblings is in the index.
    ///
    /// - Throws: `IndexError`.
    package func progress(of journal: FilePath) throws(IndexError) -> IndexProgress {
        do {
            let files = try JournalArchive(journal: journal).files()
            return try opened().read { try IndexStore($0).progress(of: files, to: nil).whole }
        } catch {
            throw (error as? IndexError) ?? .unavailable(file.path, error)
        }
    }

    private func rows(_ query: Query) throws -> [Found] {
        let statement = SearchStatement(query)
        return try opened().read { db in
            try Row.fetchAll(db.cachedStatement(sql: statement.sql), arguments: statement.arguments).map(Found.init)
        }
    }

    private func opened() throws -> DatabaseQueue {
        if let database, inode == file.inode { return database }
        // The open file was removed or replaced.
        database = nil
        inode = file.inode
        let opened = try file.openForReading()
        database = opened
        return opened
    }
}

private struct SearchStatement {
    var sql: String
    var arguments: StatementArguments

    init(_ query: Query) {
        // Told only where it is asked for, so that other searches look at no more than they must.
        let sureness = query.minConfidence > 0 ? "AND quotations.confidence >= ?" : ""
        let minimum: StatementArguments = query.minConfidence > 0 ? [query.minConfidence] : []
        let earliest = query.since.map(IndexStore.number) ?? .min
        let marks = "char(\(IndexedText.markStart.value)), char(\(IndexedText.markEnd.value))"
        guard let match = MatchExpression(query).text else {
            sql = """
                SELECT quotations.*, text AS marked, title AS marked_title, \(Self.ofArticle)
                FROM quotations CROSS JOIN articles ON articles.id = quotations.article
                WHERE quotations.id >= ? \(sureness) ORDER BY quotations.id DESC LIMIT ?
                """
            arguments = [earliest] + minimum + [query.limit]
            return
        }
        // CROSS JOIN keeps this order: the full-text index first, then one row of each table for what it gives.
        sql = """
            SELECT quotations.*, highlight(words, 0, \(marks)) AS marked, highlight(words, 2, \(marks)) AS marked_title,
                \(Self.ofArticle)
            FROM words CROSS JOIN quotations ON quotations.id = words.rowid
                CROSS JOIN articles ON articles.id = quotations.article
            WHERE words MATCH ? AND words.rowid >= ? \(sureness) ORDER BY words.rowid DESC LIMIT ?
            """
        arguments = [match, earliest] + minimum + [query.limit]
    }

    private static let ofArticle = "articles.fingerprint, articles.time, articles.publisher, articles.url"
}

extension Found {
    fileprivate init(_ row: Row) {
        let text = HighlightedText(row["marked"])
        let title = (row["marked_title"] as String?).map(HighlightedText.init)
        let fingerprint = Fingerprint(bytes: [UInt8](row["fingerprint"] as Data))
        self.init(
            date: Timestamp(milliseconds: row["time"]).rfc3339,
            article: "sha256:" + (fingerprint?.hex ?? ""), title: title?.text, publisher: row["publisher"],
            url: row["url"], quotation: row["name"], type: row["type"], text: text.text, marks: text.marks,
            titleMarks: title?.marks ?? [], cue: row["cue"], verbClass: row["class"], stance: row["stance"],
            speaker: row["speaker"], role: row["role"], source: row["source"], confidence: row["confidence"])
    }
}
