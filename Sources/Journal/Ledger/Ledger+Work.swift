package import Records

extension Ledger {
    // MARK: Articles and files

    /// Where the article stands in the journal; nil if it does not.
    package func known(_ article: Fingerprint) async throws -> ArticleLocation? {
        try await patiently { try $0.location(of: article) }
    }

    /// How a file with this content ended; nil if there was none.
    package func file(_ file: Fingerprint) async throws -> FileRecord? {
        try await patiently { try $0.file(file) }
    }

    /// Records the end of a file without lines to commit, and ends its attempts.
    package func finish(_ file: Fingerprint, _ record: FileRecord, arrival: ArrivalID? = nil) async throws {
        try await patiently { store in
            try store.put(file, record)
            try store.endAttempt(.content(file))
            if let arrival { try store.endAttempt(.arrival(arrival)) }
        }
    }

    /// Ends a file that the daemon died over, if the journal has all its lines: committing it would write none.
    ///
    /// - Parameters:
    ///   - articles: Those of the file.
    ///   - withdrawals: Lines without bytes.
    /// - Returns: whether it was ended.
    package func endIfJournalled(
        _ file: Fingerprint, _ arrival: ArrivalID, articles: [Fingerprint], withdrawals: [RecordLine] = [],
        _ repeats: RepeatPolicy
    ) async throws -> Bool {
        let lines = articles.map { RecordLine(id: $0, bytes: [UInt8(ascii: "\n")]) } + withdrawals
        let entry = Entry(file: file, path: "", arrival: arrival, lines: lines, repeats: repeats)
        return try await patiently { store in
            guard !lines.isEmpty, let decision = try plan([entry], in: store).decisions.first,
                !decision.writes.contains(true)
            else { return false }
            try finish(entry, lines.map { _ in .repeat }, at: .now, in: store)
            for article in decision.redone { try store.settle(article) }
            return true
        }
    }

    /// Records that a committed file was moved out of the inbox. If the same file lies there again, it came again.
    ///
    /// Needed only where repeats are annotated.
    package func forgetArrival(of file: Fingerprint) async throws {
        try await patiently { try $0.forgetArrival(of: file) }
    }

    // MARK: Lost lines

    func lossCount() throws(JournalError) -> LossCount { try transaction { try $0.lossCount() } }

    /// Articles whose lines are gone for that reason, in the order of the journal.
    package func lostArticles(_ loss: Loss) async throws -> [LostArticle] {
        try await patiently { try $0.lostArticles() }.filter { $0.loss == loss }
    }

    /// Call it before putting files of lost articles back into the inbox: their other articles, which the journal still
    /// has, are then not written again.
    package func expectLostFiles() async throws { try await patiently { try $0.expectLostFiles() } }

    // MARK: Attempts

    /// Counts an attempt before it is made, so that it counts even if it kills the process.
    ///
    /// - Returns: how many attempts were begun and not ended, including this one.
    package func beginAttempt(_ key: AttemptKey) async throws -> Int {
        try await patiently { try $0.beginAttempt(key, at: .now) }
    }

    /// Forgets the attempts: the last one did not kill the process. (Committing and finishing do so too.)
    package func endAttempt(_ key: AttemptKey) async throws {
        try await patiently { try $0.endAttempt(key) }
    }

    package func attempt(_ key: AttemptKey) async throws -> Attempt? {
        try await patiently { try $0.attempt(key) }
    }

    // MARK: Committing

    /// Decides which lines of a batch to write.
    func plan(_ entries: [Entry]) async throws -> BatchPlan {
        try await patiently { try plan(entries, in: $0) }
    }

    private func plan(_ entries: [Entry], in store: LedgerStore) throws -> BatchPlan {
        var facts = BatchPlan.Facts()
        var finished: Set<Int> = []
        for (index, entry) in entries.enumerated() {
            for line in entry.lines { try gather(line, in: store, into: &facts) }
            if entry.repeats == .annotate, try store.isCommitted(entry.file, entry.arrival) {
                finished.insert(index)
            }
        }
        return BatchPlan(entries, facts, finished: finished)
    }

    private func gather(_ line: RecordLine, in store: LedgerStore, into facts: inout BatchPlan.Facts) throws {
        switch line.subject {
        case nil: facts.known[line.id] = try store.knowledge(of: line.id)
        case .version(let version, slot: _):
            facts.known[line.id] = try store.knowledge(of: line.id)
            if facts.known[line.id] != nil { facts.superseded[line.id] = try store.superseded(by: line.id) }
            facts.latest[version.item] = try store.latest(of: version.item)
        case .withdrawal(let version, line: _):
            let latest = try store.latest(of: version.item)
            facts.latest[version.item] = latest
            if let withdrawal = latest?.withdrawal { facts.known[withdrawal] = try store.knowledge(of: withdrawal) }
        }
    }

    /// Enters a batch that is in the journal and on the disk: its lines, its files, the end of their attempts.
    func record(_ batch: CommittedBatch) async throws {
        let time = Timestamp.now
        try await patiently { store in
            let journal = try advance(to: batch, in: store)
            for committed in batch.entries {
                if let journal { try takeDown(committed, in: journal, at: time, store) }
                try finish(committed.entry, committed.articles, at: time, in: store)
                for article in committed.redone { try store.settle(article) }
            }
        }
    }

    private func takeDown(
        _ committed: CommittedEntry, in journal: LedgerStore.JournalRow.ID, at time: Timestamp, _ store: LedgerStore
    ) throws {
        for case (let line, .written(let offset)) in zip(committed.lines, committed.articles) {
            try store.insert(
                line.line.id, in: journal, at: offset, checksum: Checksum(line: line.line.bytes),
                path: committed.entry.path, file: committed.entry.file, time: time, supersedes: line.supersedes)
            if let change = line.change { try store.put(change.latest, of: change.item) }
        }
    }

    private func advance(to batch: CommittedBatch, in store: LedgerStore) throws -> LedgerStore.JournalRow.ID? {
        guard let head = batch.head, batch.lineCount > 0 else { return nil }
        let row =
            try store.journal(head: head)
            ?? store.insertJournal(head: head, inode: batch.inode, path: journal)
        try store.advance(row.id, to: batch.end, lines: batch.lineCount)
        return row.id
    }

    private func finish(_ entry: Entry, _ articles: [CommitOutcome.Article], at time: Timestamp, in store: LedgerStore)
        throws
    {
        let outcome: FileOutcome = CommitOutcome(articles: articles).isRepeat ? .repeat : .done
        // A file that comes again under `drop` is recognised by its articles.
        let arrival = entry.repeats == .annotate ? entry.arrival : nil
        let record = FileRecord(outcome: outcome, articles: entry.lines.count, time: time)
        try store.put(entry.file, record, arrival: arrival)
        try store.settleLosses(of: entry.file)
        try store.endAttempt(.content(entry.file))
        try store.endAttempt(.arrival(entry.arrival))
    }
}

/// A batch whose lines are in the journal and on the disk.
struct CommittedBatch: Sendable {
    var inode: UInt64
    /// The journal's identity: a hash of its first line; nil while it is empty.
    var head: UInt64?
    /// The journal's length after the batch, in bytes.
    var end: Int64
    var entries: [CommittedEntry]

    var lineCount: Int {
        entries.reduce(0) { $0 + $1.lines.count { $0.fate == .write } }
    }
}
