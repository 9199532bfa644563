import Text

/// The entries of a list that a paragraph ends with a colon for: "The mayor also said:", "The bridge will be closed".
package struct ColonList {
    let analysis: AnalyzedDocument

    package init(analysis: AnalyzedDocument) { self.analysis = analysis }

    /// Fewer are no list. Chosen by hand.
    private static let leastEntries = 2
    /// In words. Chosen by hand.
    private static let longestEntry = 40

    /// The paragraphs of the story behind a colon that ends one, up to the first that ends as sentences do; none where they are no
    /// list.
    package func entries(behind colon: Int) -> [Range<Int>] {
        let paragraphs = analysis.document.paragraphs
        let first = paragraphs.partitioningIndex(where: { $0.tokens.lowerBound > colon })
        let entries = paragraphs[first...].lazy.filter { $0.setAside == nil }.map(\.tokens)
            .prefix { isEntry($0) }
        let found = Array(entries)
        return found.count >= Self.leastEntries ? found : []
    }

    private func isEntry(_ tokens: Range<Int>) -> Bool {
        guard let last = tokens.last, analysis.wordCount(tokens) <= Self.longestEntry else { return false }
        switch analysis.tags[last] {
        case .stop, .quoteMark, .colon, .ellipsis: return false
        default: return analysis.tags[tokens.lowerBound] != .quoteMark
        }
    }
}
