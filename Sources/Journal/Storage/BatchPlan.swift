/// Which lines of a batch are written.
struct BatchPlan: Equatable {
    /// What the ledger knows of an article.
    enum Knowledge: Equatable {
        /// It is in the journal.
        case known
        /// Its line was found in the journal after a crash, so the file that brought it will come again.
        case recovered
    }

    struct Decision: Equatable {
        /// For each line of the entry, whether it is written.
        var writes: [Bool] = []
        /// Recovered articles whose file has now come again: from here on they are known like others.
        var redone: [Fingerprint] = []
    }

    /// One for each entry, in the order of the batch.
    private(set) var decisions: [Decision] = []

    /// - Parameters:
    ///   - known: what the ledger knows of the entries' articles.
    ///   - finished: indices of entries that were committed already, before a crash came between that and their move.
    init(_ entries: [Entry], known: [Fingerprint: Knowledge], finished: Set<Int> = []) {
        var known = known
        for (index, entry) in entries.enumerated() {
            var decision = Decision()
            // The same article twice in one file is one line under either policy: after a crash between the two,
            // nobody could tell whether the second is still wanted.
            var ofFile: Set<Fingerprint> = []
            for line in entry.lines {
                let isNew = ofFile.insert(line.id).inserted && !finished.contains(index)
                decision.writes.append(isNew && Self.writes(known[line.id], entry.repeats))
                if isNew, known[line.id] == .recovered { decision.redone.append(line.id) }
            }
            for id in ofFile { known[id] = .known }
            decisions.append(decision)
        }
    }

    private static func writes(_ knowledge: Knowledge?, _ policy: RepeatPolicy) -> Bool {
        switch knowledge {
        case nil: true
        case .known: policy == .annotate
        case .recovered: false
        }
    }
}
