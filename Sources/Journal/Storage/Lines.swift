/// What of a batch is written, and where each line will stand.
struct Lines {
    /// The lines to write, in order.
    private(set) var bytes: [[UInt8]] = []
    /// For every entry, what became of its articles and which of them a crash had left behind.
    private(set) var entries: [(entry: Entry, articles: [Outcome.Article], redone: [Fingerprint])] = []

    /// - Parameter offset: the journal's length.
    init(_ entries: [Entry], _ plan: BatchPlan, offset: Int64) {
        var offset = offset
        for (entry, decision) in zip(entries, plan.decisions) {
            var articles: [Outcome.Article] = []
            for (line, isWritten) in zip(entry.lines, decision.writes) {
                articles.append(isWritten ? .written(offset: offset) : .repeat)
                guard isWritten else { continue }
                bytes.append(line.bytes)
                offset += Int64(line.bytes.count)
            }
            self.entries.append((entry, articles, decision.redone))
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
