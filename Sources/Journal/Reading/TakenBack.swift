package import Records

/// Which records do not stand any more, by the lines read so far: withdrawn ones, with all earlier versions of their
/// item, and those that a later version replaced.
///
/// Lines may come in any order, and again.
package struct TakenBack: Sendable {
    /// How much later a record's time may be than that of the line which takes it back, in milliseconds. Two workers
    /// annotate side by side, and their lines stand in the order in which they end.
    package static let tolerance: Int64 = 60_000

    private var records: [Fingerprint: Timestamp] = [:]
    private var items: [String: Timestamp] = [:]

    package init() {}

    /// - Returns: Whether a record that stood before does not any more.
    @discardableResult
    package mutating func note(_ line: RecordHead) -> Bool {
        var isNews = false
        if let record = line.withdraws ?? line.supersedes, record != line.id {
            isNews = Self.note(record, line.annotatedAt, in: &records)
        }
        if line.withdraws != nil, let item = line.item, Self.note(item, line.annotatedAt, in: &items) { isNews = true }
        return isNews
    }

    package func contains(_ line: RecordHead) -> Bool {
        let time = line.annotatedAt.milliseconds
        if let gone = records[line.id], gone.milliseconds + Self.tolerance >= time { return true }
        // A new version of an item may follow its withdrawal at once.
        return line.item.flatMap { items[$0] }.map { $0.milliseconds >= time } ?? false
    }

    private static func note<Key: Hashable>(_ key: Key, _ time: Timestamp, in times: inout [Key: Timestamp]) -> Bool {
        if let known = times[key], known >= time { return false }
        times[key] = time
        return true
    }
}

/// What a record says about itself and other records.
package struct RecordHead: Sendable {
    var id: Fingerprint
    var withdraws: Fingerprint?
    var supersedes: Fingerprint?
    /// Its item's identifier.
    var item: String?
    var annotatedAt: Timestamp

    package init(_ record: Record) {
        id = record.id
        if case .withdrawal(let withdrawn) = record.kind { withdraws = withdrawn }
        supersedes = record.article.supersedes
        item = ItemVersion(record.article)?.item
        annotatedAt = record.annotatedAt
    }
}

extension RecordHead: Decodable {
    private enum CodingKeys: String, CodingKey {
        case id, withdraws, article
        case annotatedAt = "annotated_at"
    }

    private struct Article: Decodable {
        var item: String?
        var publisher: String?
        var supersedes: Record.Identifier?
    }

    /// Decodes only what it needs of a record's JSON.
    package init(from decoder: any Decoder) throws {
        let record = try decoder.container(keyedBy: CodingKeys.self)
        id = try record.decode(Record.Identifier.self, forKey: .id).fingerprint
        withdraws = try record.decodeIfPresent(Record.Identifier.self, forKey: .withdraws)?.fingerprint
        let article = try record.decode(Article.self, forKey: .article)
        supersedes = article.supersedes?.fingerprint
        item = ItemVersion(item: article.item, publisher: article.publisher, version: nil)?.item
        annotatedAt = try record.decode(Timestamp.self, forKey: .annotatedAt)
    }
}
