import Records

/// Which lines of a batch are written, and what of earlier versions goes into them.
struct BatchPlan {
    /// What the ledger knows of an article.
    enum Knowledge: Equatable {
        /// It is in the journal.
        case known
        /// Its line was found in the journal after a crash, so the file that brought it will come again.
        case recovered
    }

    /// All that the ledger knows of a batch.
    struct Facts {
        var known: [Fingerprint: Knowledge] = [:]
        /// What the known ones among the articles superseded.
        var superseded: [Fingerprint: Fingerprint] = [:]
        /// By item.
        var latest: [String: LatestVersion] = [:]
    }

    struct Decision {
        var lines: [SettledLine] = []
        /// Recovered articles whose file has now come again: from here on they are known like others.
        var redone: [Fingerprint] = []

        /// For each line of the entry, whether it is written.
        var writes: [Bool] { lines.map { $0.fate == .write } }
    }

    /// One for each entry, in the order of the batch.
    private(set) var decisions: [Decision] = []
    private var facts: Facts

    /// - Parameter finished: indices of entries that were committed already, before a crash came between that and their
    ///   move.
    init(_ entries: [Entry], _ facts: Facts, finished: Set<Int> = []) {
        self.facts = facts
        for (index, entry) in entries.enumerated() { decide(entry, isFinished: finished.contains(index)) }
    }

    private mutating func decide(_ entry: Entry, isFinished: Bool) {
        var decision = Decision()
        // The same article twice in one file is one line under either policy: after a crash between the two,
        // nobody could tell whether the second is still wanted.
        var ofFile: Set<Fingerprint> = []
        for line in entry.lines {
            guard var settled = settle(line) else {
                decision.lines.append(SettledLine(line: line, fate: .moot))
                continue
            }
            let id = settled.line.id
            let isNew = ofFile.insert(id).inserted && !isFinished
            let isWritten = isNew && Self.writes(facts.known[id], entry.repeats)
            settled.fate = isWritten ? .write : .repeat
            if isNew, facts.known[id] == .recovered { decision.redone.append(id) }
            if isWritten { note(settled) }
            decision.lines.append(settled)
        }
        for id in ofFile { facts.known[id] = .known }
        decisions.append(decision)
    }

    private static func writes(_ knowledge: Knowledge?, _ policy: RepeatPolicy) -> Bool {
        switch knowledge {
        case nil: true
        case .known: policy == .annotate
        case .recovered: false
        }
    }

    // MARK: Versions

    /// The line as it would be written; nil for a withdrawal of what is not there, or not there any more.
    private func settle(_ line: RecordLine) -> SettledLine? {
        switch line.subject {
        case nil: return SettledLine(line: line)
        case .version(let version, slot: _):
            // What came again supersedes what it superseded then.
            if facts.known[line.id] != nil {
                let superseded = facts.superseded[line.id]
                return SettledLine(line: line.superseding(superseded), supersedes: superseded)
            }
            guard let latest = facts.latest[version.item] else {
                return SettledLine(line: line, change: .init(version, LatestVersion(line.id, version)))
            }
            // An older version that comes late supersedes nothing.
            if version.isOlder(than: latest.version) { return SettledLine(line: line) }
            return SettledLine(
                line: line.superseding(latest.record), supersedes: latest.record,
                change: .init(version, LatestVersion(line.id, version)))
        case .withdrawal(let version, let make):
            guard var latest = facts.latest[version.item], !version.isOlder(than: latest.version) else { return nil }
            let line = make(latest.record)
            // What is taken back already another message need not take back again.
            guard latest.withdrawal == nil || latest.withdrawal == line.id else { return nil }
            latest.withdrawal = line.id
            return SettledLine(line: line, withdraws: latest.record, change: .init(version, latest))
        }
    }

    private mutating func note(_ line: SettledLine) {
        if let change = line.change { facts.latest[change.item] = change.latest }
        if let superseded = line.supersedes { facts.superseded[line.line.id] = superseded }
    }
}

/// A line with all that was open about it decided.
struct SettledLine {
    enum Fate { case write, `repeat`, moot }

    /// What the line makes the newest of an item.
    struct Change {
        var item: String
        var latest: LatestVersion

        init(_ version: ItemVersion, _ latest: LatestVersion) {
            item = version.item
            self.latest = latest
        }
    }

    var line: RecordLine
    var supersedes: Fingerprint?
    var withdraws: Fingerprint?
    var change: Change?
    var fate = Fate.write

    /// The record that does not stand any more once this is written.
    var takesBack: Fingerprint? { fate == .write ? withdraws ?? supersedes : nil }
}
