import GRDB

/// Lost lines. An article whose line is gone keeps its row, with `lost` set: it counts as new, and people can still be
/// told of it.
extension LedgerStore {
    /// Takes all lines of a journal for lost, and the journal for unread: reading it again finds those that are there.
    ///
    /// - Returns: how many articles that concerns.
    @discardableResult
    func presumeLost(_ journal: JournalRow.ID, _ loss: Loss) throws -> Int {
        try execute("UPDATE articles SET lost = ? WHERE journal = ? AND lost IS NULL", [loss.rawValue, journal])
        let count = changes
        try execute("UPDATE journals SET reconciled = 0, lines = 0 WHERE id = ?", [journal])
        return count
    }

    /// An article that was presumed lost stands there after all.
    ///
    /// - Returns: false where it was not presumed so.
    func findAgain(_ article: Fingerprint, in journal: JournalRow.ID, at offset: Int64) throws -> Bool {
        try execute(
            "UPDATE articles SET lost = NULL, journal = ?, offset = ? WHERE id = ? AND lost IS NOT NULL",
            [journal, offset, article.blob])
        return changes > 0
    }

    func isLost(_ article: Fingerprint) throws -> Bool {
        try row("SELECT 1 FROM articles WHERE id = ? AND lost IS NOT NULL", [article.blob]) != nil
    }

    /// Forgets how the files of lost articles ended: they are not done with.
    func forgetLostFiles() throws {
        try execute("DELETE FROM files WHERE sha256 IN (SELECT file FROM articles WHERE lost IS NOT NULL)")
    }

    /// A file whose articles were lost came again: whatever it gives now takes the place of those.
    func settleLosses(of file: Fingerprint) throws {
        try execute("DELETE FROM articles WHERE lost IS NOT NULL AND file = ?", [file.blob])
    }

    /// Whether a line is one that was written. Lines may have moved within the journal.
    ///
    /// - Parameter head: the hash of the journal's first line as it is now. Where it is another than it was, all may have
    ///   been replaced on purpose: a line of another file is no altered one then.
    func standing(
        of line: LineScanner.Line, in journal: JournalRow, head: UInt64?
    ) throws -> TornJournal.Standing {
        guard let read = LineHead(line.head) else { return .altered }
        // What was lost earlier tells of a place where something else may stand by now.
        let counts = "(lost IS NULL OR (SELECT reconciled FROM journals WHERE id = journal) = 0)"
        if let row = try row("SELECT checksum FROM articles WHERE id = ? AND \(counts)", [read.id.blob]) {
            let checksum: Int64? = row["checksum"]
            return checksum == nil || checksum == Int64(line.checksum.value) ? .known : .altered
        }
        // Without an index, since hardly ever is anything asked for that is not known.
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

    /// Of files that come again, the articles that the journal still has must not be written once more, not even where
    /// repeats are annotated.
    func expectLostFiles() throws {
        try execute(
            """
            UPDATE articles SET recovered = 1
            WHERE lost IS NULL AND file IN (SELECT file FROM articles WHERE lost IS NOT NULL)
            """)
    }

    /// The lines were kept elsewhere: their articles count as journalled again.
    func keepLost() throws { try execute("UPDATE articles SET lost = NULL WHERE lost IS NOT NULL") }

    /// Nobody waits for them any more; should they come again, they are new.
    func forgetLost() throws { try execute("DELETE FROM articles WHERE lost IS NOT NULL") }

    /// Takes out the items whose newest record or withdrawal is lost: the journals tell what is the newest now.
    ///
    /// - Returns: which those are.
    func removeLostItems() throws -> Set<String> {
        let lost = "(SELECT id FROM articles WHERE lost IS NOT NULL)"
        let items = try rows("SELECT item FROM items WHERE record IN \(lost) OR withdrawal IN \(lost)")
        for row in items { try execute("DELETE FROM items WHERE item = ?", [row["item"] as String]) }
        return Set(items.map { $0["item"] })
    }
}
