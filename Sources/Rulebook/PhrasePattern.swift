/// The words of a phrase, with one gap at most: "in ~ view", "quoted ~ as saying".
package struct PhrasePattern: Sendable, Hashable {
    /// Up to the gap, in lower case.
    package let before: [String]
    /// Behind the gap; nil where there is none.
    package let after: [String]?

    /// Reads "~" as the gap.
    package init(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        let parts = words.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
        before = parts.first ?? []
        after = parts.count > 1 ? parts[1] : nil
    }

    /// All words, without the gap.
    package var words: [String] { before + (after ?? []) }
    package var isEmpty: Bool { words.isEmpty }

    /// Whether there is one gap at most, with words on both sides of it.
    static func isWhole(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard let gap = words.firstIndex(of: "~") else { return true }
        return gap > 0 && gap < words.count - 1 && !words[(gap + 1)...].contains("~")
    }
}
