/// One version of a provider's item, by what tells it from others: how later versions and withdrawals find the earlier one.
package struct ItemVersion: Hashable, Sendable {
    /// The provider's identifier. One that is short and no URI ("4711") goes with its publisher's name, since others count
    /// their items too.
    package let item: String
    /// As the provider writes it.
    package let version: String?

    private static let longest = 2000
    private static let distinctive = 16

    /// - Returns: nil where there is no identifier, or something too long for one.
    package init?(item: String?, publisher: String?, version: String?) {
        guard let item, !item.isEmpty, item.utf8.count <= Self.longest else { return nil }
        let isDistinctive = item.utf8.contains(UInt8(ascii: ":")) || item.utf8.count >= Self.distinctive
        self.item = isDistinctive ? item : "\(publisher ?? "")\n\(item)"
        self.version = version
    }

    package init?(_ article: Record.ArticleInfo) {
        self.init(item: article.item, publisher: article.publisher, version: article.version)
    }

    /// Whether it is known to have come before another version: only numbers tell.
    func isOlder(than other: String?) -> Bool {
        guard let mine = version.flatMap(Self.number), let other = other.flatMap(Self.number) else { return false }
        return (mine.count, mine) < (other.count, other)
    }

    /// The digits without leading zeros, so that numbers of any length compare.
    private static func number(_ version: String) -> String? {
        guard !version.isEmpty, version.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return String(version.drop { $0 == "0" })
    }
}

/// The newest of an item's records that the journal has.
struct LatestVersion: Equatable, Sendable {
    var record: Fingerprint
    var version: String?
    /// The record by which it was taken back.
    var withdrawal: Fingerprint?
}
