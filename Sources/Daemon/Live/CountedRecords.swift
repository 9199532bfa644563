import Journal
import Records

/// The names that the last records were counted for, so that they can be taken off again. Beyond so many names the older half
/// is forgotten.
struct CountedRecords: Sendable {
    private enum Entry {
        case counted([String])
        /// Before it was counted: workers end in another order than the journal wrote.
        case takenBack

        var size: Int { if case .counted(let names) = self { max(1, names.count) } else { 1 } }
    }

    private var entries: [Fingerprint: Entry] = [:]
    /// The oldest first.
    private var order: [Fingerprint] = []
    private var size = 0
    private let most: Int

    init(most: Int = 10_000) { self.most = most }

    /// - Returns: false where the record was taken back already, and is not to be counted.
    mutating func add(_ names: [String], of record: Fingerprint) -> Bool {
        if case .takenBack = entries[record] {
            forget(record)
            return false
        }
        forget(record)
        note(.counted(names), of: record)
        return true
    }

    /// - Returns: What it was counted for.
    mutating func takeBack(_ record: Fingerprint) -> [String] {
        let names = names(of: record)
        if entries[record] != nil { forget(record) } else { note(.takenBack, of: record) }
        return names
    }

    func names(of record: Fingerprint) -> [String] {
        if case .counted(let names) = entries[record] { names } else { [] }
    }

    private mutating func forget(_ record: Fingerprint) {
        guard let entry = entries.removeValue(forKey: record) else { return }
        order.removeAll { $0 == record }
        size -= entry.size
    }

    private mutating func note(_ entry: Entry, of record: Fingerprint) {
        entries[record] = entry
        order.append(record)
        size += entry.size
        guard size > most else { return }
        var gone = 0
        while size > most / 2, gone < order.count {
            size -= entries.removeValue(forKey: order[gone])?.size ?? 0
            gone += 1
        }
        order.removeFirst(gone)
    }
}
