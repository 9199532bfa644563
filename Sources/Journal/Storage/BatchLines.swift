import Records

/// What of a batch is written, and where each line will stand.
struct BatchLines {
    /// The lines to write, in order.
    private(set) var bytes: [[UInt8]] = []
    /// For every entry, what became of its articles and which of them a crash had left behind.
    private(set) var entries: [CommittedEntry] = []

    /// - Parameter offset: the journal's length.
    init(_ entries: [Entry], _ plan: BatchPlan, offset: Int64) {
        var offset = offset
        for (entry, decision) in zip(entries, plan.decisions) {
            var articles: [CommitOutcome.Article] = []
            for settled in decision.lines {
                articles.append(settled.outcome(at: offset))
                guard settled.fate == .write else { continue }
                bytes.append(settled.line.bytes)
                offset += Int64(settled.line.bytes.count)
            }
            self.entries.append(
                CommittedEntry(entry: entry, lines: decision.lines, articles: articles, redone: decision.redone))
        }
    }

    var byteCount: Int { bytes.reduce(0) { $0 + $1.count } }

    /// What a journal that begins with these lines is known by.
    var head: UInt64 {
        var hash = LineHash()
        hash.add(bytes.first ?? [])
        return hash.value
    }
}

/// An entry with what became of its lines.
struct CommittedEntry {
    var entry: Entry
    var lines: [SettledLine]
    /// One for each line.
    var articles: [CommitOutcome.Article]
    /// Those of its articles that a crash had left behind.
    var redone: [Fingerprint]
}

extension SettledLine {
    fileprivate func outcome(at offset: Int64) -> CommitOutcome.Article {
        switch fate {
        case .write: .written(offset: offset)
        case .repeat: .repeat
        case .moot: .moot
        }
    }
}
