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
        // Folding keeps about as many bytes as there are letters.
        guard min(one.utf8.count, other.utf8.count) * 4 > max(one.utf8.count, other.utf8.count) else { return false }
        let (a, b) = (folded(one), folded(other))
        guard min(a.utf8.count, b.utf8.count) > 4 else { return a == b && !a.isEmpty }
        let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
        return short.utf8.count * 2 > long.utf8.count && long.utf8Contains(short)
    }
}
