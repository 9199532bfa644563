import Faults
import Logging
import SystemPackage

extension Ledger {
    /// Brings ledger and journals together: closes a torn journal aside and takes down every line that the ledger
    /// lacks, whether a crash came between the journal and the ledger or there is no ledger at all.
    ///
    /// Nobody may write the journal meanwhile.
    ///
    /// - Returns: what people should be told of what was found.
    package func takeStock() throws(JournalError) -> [String] {
        try repairJournal() + readJournals()
    }

    // MARK: Repair

    private func repairJournal() throws(JournalError) -> [String] {
        let torn = TornJournal(journal: journal)
        do {
            if let info = try? FileInfo(journal) {
                guard info.isRegular, try torn.isPlausible() else { throw JournalError.foreign(journal) }
                switch try torn.state(from: reconciled(info)) {
                case .whole: break
                case .lacksNewline: try torn.endLine()
                case .torn: try torn.setAside(at: .now)
                }
            }
        } catch {
            throw (error as? JournalError) ?? .unavailable(journal, "read", error as? Errno ?? .ioError)
        }
        return part(torn)
    }

    /// Parts whole lines from torn ones in what was set aside. Where that fails, above all for lack of room, the whole
    /// lines are read where they are, and the journal can begin anew all the same.
    private func part(_ torn: TornJournal) -> [String] {
        do {
            return try torn.finish().map { aside in
                logger.warning("torn journal closed aside", metadata: ["journal.path": "\(aside)"])
                return "A torn journal was closed aside: its whole lines are in \(aside), the rest in \(aside).tail."
            }
        } catch {
            logger.error("torn journal not repaired", metadata: ["journal.path": "\(journal)", "error": "\(error)"])
            return ["A torn journal beside \(journal) could not be repaired (\(error)); the next start tries again."]
        }
    }

    /// Up to where the journal is known to be whole.
    private func reconciled(_ info: FileInfo) throws -> Int64 {
        guard let head = try JournalReader(path: journal).head() else { return 0 }
        return min(try transaction { try $0.journal(head: head)?.reconciled ?? 0 }, info.size)
    }

    // MARK: Reading

    /// Takes down what the ledger lacks of the journal and of its siblings.
    func readJournals() throws(JournalError) -> [String] {
        let isNew = try transaction { try $0.isNew() }
        let lacksItems = try transaction { try $0.lacksItems() }
        let files = try journals()
        var tally = Tally(totalBytes: files.reduce(0) { $0 + $1.size })
        var notices: [String] = []
        for file in files {
            do {
                try read(file, isNew, &tally)
                if lacksItems { try readItems(file, &tally) }
            } catch let error as JournalError {
                throw error
            } catch {
                notices.append("\(file.path) could not be read (\(error)): articles in it may be taken for new.")
                logger.warning("journal not read", metadata: ["journal.path": "\(file.path)", "error": "\(error)"])
            }
            tally.bytes += file.size
            if isNew { FaultPoint.withinRebuilding.pass() }
        }
        if isNew || lacksItems { try transaction { try $0.isComplete() } }
        if tally.damaged > 0 {
            notices.append(
                "\(tally.damaged) lines of the journals beside \(journal) are no records and were passed over.")
        }
        return notices
    }

    /// The oldest first and the journal last, so that an article is known where it was first and an item by its newest.
    private func journals() throws(JournalError) -> [JournalReader] {
        do {
            var files = try JournalSibling.all(of: journal).map {
                JournalReader(path: $0.path, compression: $0.compression)
            }
            if (try? FileInfo(journal)) != nil { files.append(JournalReader(path: journal)) }
            return files
        } catch {
            throw .unavailable(journal, "list the siblings of", error)
        }
    }

    private func read(_ file: JournalReader, _ isNew: Bool, _ tally: inout Tally) throws {
        guard let head = try file.head() else { return }
        let isCurrent = file.path == journal
        let row = try transaction {
            try $0.journal(head: head) ?? $0.insertJournal(head: head, inode: file.inode, path: file.path)
        }
        if row.isClosed, !isCurrent { return }
        let start = file.compression == nil ? min(row.reconciled, file.size) : row.reconciled
        try file.lines(from: start) { batch, end in
            try transaction { store in
                for (offset, line) in batch.articles {
                    if try store.knowledge(of: line.id) == nil { try store.noteItem(of: line) }
                    // A line that a ledger in use lacks was written just before a crash.
                    try store.insert(
                        line.id, in: row.id, at: offset, path: line.path, time: .now, isRecovered: !isNew,
                        supersedes: line.supersedes)
                    if !isNew, let file = line.file { try store.recover(file, at: .now) }
                }
                try store.advance(row.id, to: end, lines: batch.articles.count)
            }
            tally.articles += batch.articles.count
            tally.damaged += batch.damaged
            report(file, end, &tally)
        }
        try transaction { try $0.locate(row.id, inode: file.inode, path: file.path, isClosed: !isCurrent) }
    }

    /// For a ledger from before items were kept: its articles are known, so the journals are read once more for these.
    private func readItems(_ file: JournalReader, _ tally: inout Tally) throws {
        try file.lines(from: 0) { batch, end in
            try transaction { store in for (_, line) in batch.articles { try store.noteItem(of: line) } }
            report(file, end, &tally)
        }
    }

    private func report(_ file: JournalReader, _ end: Int64, _ tally: inout Tally) {
        let progress = ReconcileProgress(
            path: file.path.string, bytes: tally.bytes + min(end, file.size), totalBytes: tally.totalBytes,
            articles: tally.articles)
        reportProgress?(progress)
        guard tally.lastLog.duration(to: .now) > .seconds(5) else { return }
        tally.lastLog = .now
        logger.info(
            "ledger reads journals",
            metadata: [
                "journal.path": "\(progress.path)", "bytes": "\(progress.bytes)",
                "bytes.total": "\(progress.totalBytes)", "articles": "\(progress.articles)",
            ])
    }

    private struct Tally {
        var bytes: Int64 = 0
        var totalBytes: Int64
        var articles = 0
        var damaged = 0
        /// Something slow tells every few seconds how far it has got.
        var lastLog = ContinuousClock.now
    }
}
