import LanguageKit

/// Quotations that stand alone: the rest of one begun before (“…,” X said. “…”), the next paragraph of a long one, or
/// one whose speaker is in the sentence before.
struct Continuation {
    let analysis: AnalyzedDocument

    /// The quoted stretches that make up a whole folded sentence, or nil if there is more to it than them.
    func alone(_ sentence: FoldedSentence) -> [Int]? {
        guard sentence.within == nil else { return nil }
        var stretches: [Int] = []
        for item in sentence.items {
            switch item.tag {
            case .quote: stretches += [item.stretch].compactMap(\.self)
            case .stop, .comma, .dash, .ellipsis, .coordinator, .quoteMark, .symbol: break
            default: return nil
            }
        }
        guard let first = stretches.first else { return nil }
        return analysis.wordCount(analysis.stretches[first].tokens) >= 2 ? stretches : nil
    }
}
