/// One version of a provider's item: later versions and withdrawals find the earlier record by it.
package struct ItemVersion: Hashable, Sendable {
    /// The provider's identifier. A short one that is not a URI ("4711") gets the publisher's name, since others number
    /// their items too.
    package let item: String
    /// In the provider's own spelling.
    package let version: String?

    private static let longest = 2000
    private static let distinctive = 16

    /// - Returns: nil if there is no identifier, or it is too long to be one.
    package init?(item: String?, publisher: String?, version: String?) {
        guard let item, !item.isEmpty, item.utf8.count <= Self.longest else { return nil }
        let isDistinctive = item.utf8.contains(UInt8(ascii: ":")) || item.utf8.count >= Self.distinctive
        self.item = isDistinctive ? item : "\(publisher ?? "")\n\(item)"
        self.version = version
    }

    package init?(_ article: Record.ArticleInfo) {
        self.init(item: article.item, publisher: article.publisher, version: article.version)
    }

    /// Whether it is certainly older than another version. Only numbers are compared.
    package func isOlder(than other: String?) -> Bool {
        guard let mine = version.flatMap(Self.number), let other = other.flatMap(Self.number) else { return false }
        return (mine.count, mine) < (other.count, other)
    }

    /// The digits without leading zeros, so that numbers of any length compare.
    private static func number(_ version: String) -> String? {
        guard !version.isEmpty, version.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return String(version.drop { $0 == "0" })
    }
}
