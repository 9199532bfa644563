import LanguageKit

/// Quotations that stand alone: the rest of one begun before (“…,” X said. “…”), the next paragraph of a long one, or
/// one whose speaker is in the sentence before.
struct Continuation {
    let analysis: Analysis

    /// The quoted stretches that make up a whole sentence view, or nil if there is more to it than them.
    func alone(_ view: SentenceView) -> [Int]? {
        guard view.within < 0 else { return nil }
        var stretches: [Int] = []
        for item in view.items {
            switch item.tag {
            case .quote: stretches.append(item.stretch)
            case .stop, .comma, .dash, .ellipsis, .coordinator, .quoteMark, .symbol: break
            default: return nil
            }
        }
        guard let first = stretches.first else { return nil }
        return analysis.wordCount(analysis.stretches[first].tokens) >= 2 ? stretches : nil
    }

    /// Is the first paragraph's last matter a quotation that the next paragraph may take up?
    func endsWithQuotation(_ view: SentenceView) -> Bool {
        var i = view.items.count - 1
        while i >= 0, view.items[i].tag == .stop || view.items[i].tag == .colon || view.items[i].tag == .comma {
            i -= 1
        }
        return i >= 0 && view.items[i].tag == .quote
    }
}
