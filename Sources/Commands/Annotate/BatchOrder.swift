/// Which file is begun next, and which results may be written: those before them must be written first.
struct BatchOrder<Result> {
    private let count: Int
    private let atOnce: Int
    /// How many files may be begun and not written: enough to keep all cores busy behind one that takes long.
    private var lead: Int { 8 * atOnce }

    private var begun = 0
    private(set) var written = 0
    private var waiting: [Int: Result] = [:]

    init(count: Int, atOnce: Int) {
        self.count = count
        self.atOnce = max(1, atOnce)
    }

    var isOver: Bool { written == count }

    /// - Returns: nil where nothing more is to be begun for now.
    mutating func begin() -> Int? {
        let inWork = begun - written - waiting.count
        guard begun < count, inWork < atOnce, begun < written + lead else { return nil }
        defer { begun += 1 }
        return begun
    }

    /// - Returns: What may be written now, in order.
    mutating func finish(_ index: Int, _ result: Result) -> [Result] {
        waiting[index] = result
        var ready: [Result] = []
        while let next = waiting.removeValue(forKey: written) {
            ready.append(next)
            written += 1
        }
        return ready
    }
}
