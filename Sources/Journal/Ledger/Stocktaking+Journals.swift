import Faults
import Files
import Logging
import Records
import SystemPackage

extension Stocktaking {
    /// Enters what the ledger lacks of the journal and its siblings, and marks lines as lost that no journal has any
    /// more.
    ///
    /// - Parameter found: the journal before any repair; nil if there was none.
    func readJournals(_ found: FileStatus?) throws(JournalError) -> [String] {
        let isNew = try database.transaction { try $0.isNew() }
        let lacksItems = try database.transaction { try $0.lacksItems() }
        var reading = JournalsRead(isNew: isNew)
        let known = identify(try journals(), &reading)
        let files = try missJournals(known, found, &reading) + known
        reading.totalBytes = files.reduce(0) { $0 + $1.reader.size }
        for file in files {
            try read(file, &reading)
            if lacksItems { try readItems(file.reader, nil, &reading) }
            reading.bytes += file.reader.size
            if isNew { FaultPoint.withinRebuilding.pass() }
        }
        if try database.transaction({ try $0.lossCount() }).all > 0 { try settleLosses(files, &reading) }
        if isNew { try database.transaction { try $0.noteFilesOfArticles() } }
        if isNew || lacksItems { try database.transaction { try $0.isComplete() } }
        return reading.notices(beside: journal)
    }

    /// Oldest first, the current journal last: an article is then known by its first line, an item by its newest.
    private func journals() throws(JournalError) -> [JournalReader] {
        do {
            var files = try JournalSibling.all(of: journal).map {
                JournalReader(path: $0.path, compression: $0.compression)
            }
            if (try? FileStatus(journal)) != nil { files.append(JournalReader(path: journal)) }
            return files
        } catch {
            throw .unavailable(journal, "list the siblings of", error)
        }
    }

    /// The journals that have lines, with their identities.
    private func identify(_ readers: [JournalReader], _ reading: inout JournalsRead) -> [Identified] {
        var files: [Identified] = []
        for reader in readers {
            do {
                if let head = try reader.head() { files.append((reader, head)) }
            } catch {
                note(error, of: reader, &reading)
            }
        }
        // Ignore a copy of the journal that somebody made beside it.
        guard let current = files.last, current.reader.path == journal else { return files }
        return files.dropLast().filter { $0.head != current.head } + [current]
    }

    // MARK: One journal

    /// Lines per transaction: few in a ledger in use, so that nobody waits long; many in a new one.
    private static let (someLines, manyLines) = (5000, 50_000)

    private func read(_ file: Identified, _ reading: inout JournalsRead) throws(JournalError) {
        do {
            try readLines(of: file.reader, file.head, &reading)
        } catch let error as JournalError {
            throw error
        } catch {
            note(error, of: file.reader, &reading)
        }
    }

    private func note(_ error: any Error, of file: JournalReader, _ reading: inout JournalsRead) {
        reading.unread.append("\(file.path) could not be read (\(error)): its articles may count as new.")
        logger.warning("journal not read", metadata: ["journal.path": "\(file.path)", "error": "\(error)"])
    }

    private func readLines(of file: JournalReader, _ head: UInt64, _ reading: inout JournalsRead) throws {
        let isCurrent = file.path == journal
        var row = try database.transaction {
            try $0.journal(head: head) ?? $0.insertJournal(head: head, inode: file.inode, path: file.path)
        }
        if file.compression == nil, try file.size < row.reconciled || !isCurrent && isMoved(row, in: file, head) {
            row.reconciled = 0
            try database.transaction { _ = try $0.presumeLost(row.id, isCurrent ? .cut : .gone) }
        }
        // A closed journal is known already, unless it was missed and is there again.
        if row.isClosed, row.reconciled > 0, !isCurrent { return }
        let count = reading.isNew ? Self.manyLines : Self.someLines
        try file.lines(from: row.reconciled, atOnce: count) { batch, end in
            try database.transaction { store in
                for article in batch.articles where article.line.version != nil {
                    try noteItem(of: article.line, isCurrent: isCurrent, store)
                }
                // In the order of the table, so that each page is written once.
                for article in batch.articles.sorted(by: { ($0.line.id, $0.offset) < ($1.line.id, $1.offset) }) {
                    try takeDown(article, in: row.id, isRecovered: !reading.isNew, store)
                }
                try store.advance(row.id, to: end, lines: batch.articles.count)
            }
            reading.articles += batch.articles.count
            reading.damaged += batch.damaged
            report(file, end, &reading)
        }
        try database.transaction { try $0.locate(row.id, inode: file.inode, path: file.path, isClosed: !isCurrent) }
    }

    /// A ledger that was put back from some time ago knows lines of a journal that was parted from torn ones since: they
    /// stand elsewhere in it now.
    private func isMoved(_ row: LedgerStore.JournalRow, in file: JournalReader, _ head: UInt64) throws -> Bool {
        guard !row.isClosed, row.reconciled > 0 else { return false }
        return try database.transaction { store in
            let known = TornJournal(journal: file.path)
            return Result {
                try known.condition(known: row.reconciled) { try store.standing(of: $0, in: row, head: head) }.isAltered
            }
        }.get()
    }

    /// - Parameter isRecovered: True for a ledger in use: a line that it lacks was written just before a crash.
    private func takeDown(
        _ article: JournalReader.Batch.Article, in row: LedgerStore.JournalRow.ID, isRecovered: Bool,
        _ store: LedgerStore
    ) throws {
        let (offset, line, checksum) = article
        if try isRecovered && store.findAgain(line.id, in: row, at: offset) { return }
        let isKnown = try !isRecovered || store.knowledge(of: line.id) != nil
        try store.insert(
            line.id, in: row, at: offset, checksum: checksum, path: line.path, file: line.file, time: .now,
            isRecovered: isRecovered, supersedes: line.supersedes)
        if !isKnown, let file = line.file { try store.recover(file, at: .now) }
    }

    /// A lost line that is found again in an older journal says nothing new about an item known from a later one.
    private func noteItem(of line: LineHead, isCurrent: Bool, _ store: LedgerStore) throws {
        guard let item = line.version?.item, try store.knowledge(of: line.id) == nil else { return }
        if try !isCurrent && store.isLost(line.id) && store.latest(of: item) != nil { return }
        try store.noteItem(of: line)
    }

    // MARK: Journals that are not there

    /// If a journal is nowhere now its lines are lost, unless rotation moved it to another folder.
    ///
    /// - Returns: journals that rotation moved, with their identities.
    private func missJournals(
        _ files: [Identified], _ found: FileStatus?, _ reading: inout JournalsRead
    ) throws(JournalError) -> [Identified] {
        let heads = Set(files.map(\.head))
        var moved: [Identified] = []
        for row in try database.transaction({ try $0.openJournals() }) where !heads.contains(row.head) {
            if let reader = MovedJournals(journal: journal).find(head: row.head, lastSeen: FilePath(row.path)) {
                moved.append((reader, row.head))
            } else if reading.unread.isEmpty {
                // A journal that cannot be read now may be the missing one.
                try miss(row, found)
            }
        }
        return moved
    }

    /// Marks its lines as lost, until they are found in another journal.
    private func miss(_ row: LedgerStore.JournalRow, _ found: FileStatus?) throws(JournalError) {
        // The same file with other content was damaged. If it is gone or empty, that may have been meant.
        let isDamaged = found.map { $0.identity.inode == row.inode && $0.size > 0 } ?? false
        let count = try database.transaction { store in
            defer { try? store.close(row.id) }
            return try store.presumeLost(row.id, isDamaged ? .cut : .gone)
        }
        guard count > 0 else { return }
        logger.error("journal gone", metadata: ["journal.path": "\(row.path)", "articles": "\(count)"])
    }

    // MARK: Items

    /// For a ledger without items: its articles are known, so the journals are read again for the items alone.
    ///
    /// - Parameter items: the items to read; nil for all.
    private func readItems(_ file: JournalReader, _ items: Set<String>?, _ reading: inout JournalsRead)
        throws(JournalError)
    {
        do {
            try file.lines(from: 0) { batch, end in
                try database.transaction { store in
                    for article in batch.articles {
                        guard let item = article.line.version?.item, items?.contains(item) != false else { continue }
                        try store.noteItem(of: article.line)
                    }
                }
                report(file, end, &reading)
            }
        } catch let error as JournalError {
            throw error
        } catch {
            logger.warning("items not read", metadata: ["journal.path": "\(file.path)", "error": "\(error)"])
        }
    }

    /// The files of lost articles count as not done, and an item whose newest version is lost goes back to the version
    /// before.
    private func settleLosses(_ files: [Identified], _ reading: inout JournalsRead) throws(JournalError) {
        let items = try database.transaction { store in
            try store.forgetLostFiles()
            return try store.removeLostItems()
        }
        guard !items.isEmpty else { return }
        for file in files { try readItems(file.reader, items, &reading) }
    }

    // MARK: Progress

    private func report(_ file: JournalReader, _ end: Int64, _ reading: inout JournalsRead) {
        let progress = StocktakingProgress(
            path: file.path.string, bytes: reading.bytes + min(end, file.size), totalBytes: reading.totalBytes,
            articles: reading.articles)
        reportProgress?(progress)
        guard reading.lastLog.duration(to: .now) > .seconds(5) else { return }
        reading.lastLog = .now
        logger.info(
            "ledger reads journals",
            metadata: [
                "journal.path": "\(progress.path)", "bytes": "\(progress.bytes)",
                "bytes.total": "\(progress.totalBytes)", "articles": "\(progress.articles)",
            ])
    }
}

/// A journal and its identity, the hash of its first line.
private typealias Identified = (reader: JournalReader, head: UInt64)

/// How far reading the journals has got, and what was found.
private struct JournalsRead {
    /// The ledger is new.
    let isNew: Bool
    var totalBytes: Int64 = 0
    var bytes: Int64 = 0
    var articles = 0
    /// Lines that are not records.
    var damaged = 0
    /// A sentence for each file that could not be read.
    var unread: [String] = []
    /// When progress was last logged: every few seconds.
    var lastLog = ContinuousClock.now

    init(isNew: Bool) { self.isNew = isNew }

    func notices(beside journal: FilePath) -> [String] {
        let lines = "\(damaged) lines of the journals beside \(journal) are not records and were passed over."
        return unread + (damaged > 0 ? [lines] : [])
    }
}
