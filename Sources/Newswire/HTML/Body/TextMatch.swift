/// Texts compared by their letters and digits only.
enum TextMatch {
    static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars where TextWeight.of(scalar) > 0 { folded.append(scalar) }
        return String(folded)
    }

    /// Whether the texts are equal, or one begins or ends with the other: "Bridge closed - Strait News" matches "Bridge
    /// closed".
    static func agree(_ one: String, _ other: String?) -> Bool {
        guard let other else { return false }
        let sizes = (one.utf8.count, other.utf8.count)
        guard min(sizes.0, sizes.1).isMore(than: comparable, of: max(sizes.0, sizes.1)) else { return false }
        let (a, b) = (folded(one), folded(other))
        guard min(a.utf8.count, b.utf8.count) > tiny else { return a == b && !a.isEmpty }
        let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
        return short.utf8.count.isMore(than: agreeing, of: long.utf8.count) && long.utf8Contains(short)
    }

    /// A title within another is the same if it is most of it: a site's name is mostly shorter than its headlines.
    private static let agreeing = Share(1, of: 2)
    /// Before folding, which may take half of the bytes (blanks, marks), so that most pairs need none.
    private static let comparable = Share(1, of: 4)
    /// Folded texts of so few bytes ("Home") stand within others by chance.
    private static let tiny = 4
}
