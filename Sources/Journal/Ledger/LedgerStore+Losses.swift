import GRDB
import Records

/// Lost lines. An article whose line is gone keeps its row, with `lost` set: it counts as new, and `quoted lost` can
/// list it.
extension LedgerStore {
    /// Marks all lines of a journal as lost and the journal as unread. Reading it again finds the lines that are there.
    ///
    /// - Returns: how many articles were marked.
    @discardableResult
    func presumeLost(_ journal: JournalRow.ID, _ loss: Loss) throws -> Int {
        try execute("UPDATE articles SET lost = ? WHERE journal = ? AND lost IS NULL", [loss.rawValue, journal])
        let count = changes
        try execute("UPDATE journals SET reconciled = 0, lines = 0 WHERE id = ?", [journal])
        return count
    }

    /// Marks a presumably lost article as found.
    ///
    /// - Returns: false if it was not presumed lost.
    func findAgain(_ article: Fingerprint, in journal: JournalRow.ID, at offset: Int64) throws -> Bool {
        try execute(
            "UPDATE articles SET lost = NULL, journal = ?, offset = ? WHERE id = ? AND lost IS NOT NULL",
            [journal, offset, article.blob])
        return changes > 0
    }

    func isLost(_ article: Fingerprint) throws -> Bool {
        try row("SELECT 1 FROM articles WHERE id = ? AND lost IS NOT NULL", [article.blob]) != nil
    }

    /// Forgets how the files of lost articles ended, since their work is not done.
    func forgetLostFiles() throws {
        try execute("DELETE FROM files WHERE sha256 IN (SELECT file FROM articles WHERE lost IS NOT NULL)")
    }

    /// A file whose articles were lost came again: its new articles replace them.
    func settleLosses(of file: Fingerprint) throws {
        try execute("DELETE FROM articles WHERE lost IS NOT NULL AND file = ?", [file.blob])
    }

    /// Whether a line is as it was written. Lines may have moved within the journal.
    ///
    /// - Parameter head: hash of the journal's first line as it is now. If it changed, somebody may have replaced
    ///   everything on purpose: then a line of another file does not count as altered.
    func standing(
        of line: LineScanner.Line, in journal: JournalRow, head: UInt64?
    ) throws -> TornJournal.Standing {
        guard let read = LineHead(line.head) else { return .altered }
        // A line that was lost earlier says nothing of its place: another may stand there by now.
        let counts = "(lost IS NULL OR (SELECT reconciled FROM journals WHERE id = journal) = 0)"
        if let row = try row("SELECT checksum FROM articles WHERE id = ? AND \(counts)", [read.id.blob]) {
            let checksum: Int64? = row["checksum"]
            return checksum == nil || checksum == Int64(line.checksum.value) ? .known : .altered
        }
        // Not indexed: unknown lines are hardly ever asked for.
        let other = try row(
            "SELECT file FROM articles WHERE journal = ? AND offset = ? AND \(counts)", [journal.id, line.offset])
        guard let other else { return .unknown }
        return head == journal.head || Fingerprint(other["file"]) == read.file ? .altered : .unknown
    }

    func lossCount() throws -> LossCount {
        var count = LossCount()
        for row in try rows("SELECT lost, count(*) AS n FROM articles WHERE lost IS NOT NULL GROUP BY lost") {
            switch Loss(rawValue: row["lost"]) {
            case .cut: count.cut = row["n"]
            case .gone, nil: count.gone += row["n"]
            }
        }
        return count
    }

    func lostArticles() throws -> [LostArticle] {
        try rows(
            """
            SELECT articles.id, lost, articles.path AS path, file, journals.path AS journal
            FROM articles JOIN journals ON journals.id = articles.journal
            WHERE lost IS NOT NULL ORDER BY journal, offset
            """
        ).compactMap { row in
            Fingerprint(row["id"]).map {
                LostArticle(
                    id: $0, loss: Loss(rawValue: row["lost"]) ?? .gone, path: row["path"],
                    file: Fingerprint(row["file"]), journal: row["journal"])
            }
        }
    }

    /// When those files come again, articles that the journal still has must not be written again, even under
    /// `repeats: annotate`.
    func expectLostFiles() throws {
        try execute(
            """
            UPDATE articles SET recovered = 1
            WHERE lost IS NULL AND file IN (SELECT file FROM articles WHERE lost IS NOT NULL)
            """)
    }

    /// The lines were kept elsewhere: their articles count as journalled again.
    func keepLost() throws { try execute("UPDATE articles SET lost = NULL WHERE lost IS NOT NULL") }

    /// Nobody waits for them any more. If they come again they are new.
    func forgetLost() throws { try execute("DELETE FROM articles WHERE lost IS NOT NULL") }

    /// Removes items whose newest record or withdrawal is lost. The journals tell what is newest now.
    ///
    /// - Returns: the removed items.
    func removeLostItems() throws -> Set<String> {
        let lost = "(SELECT id FROM articles WHERE lost IS NOT NULL)"
        let items = try rows("SELECT item FROM items WHERE record IN \(lost) OR withdrawal IN \(lost)")
        for row in items { try execute("DELETE FROM items WHERE item = ?", [row["item"] as String]) }
        return Set(items.map { $0["item"] })
    }
}
