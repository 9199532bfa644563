/// What a page's metadata say that its article is about. Where readers see the same words, they are the lead.
struct PageSummary {
    private let texts: [String]

    /// - Parameter texts: As the page has them; some are cut short.
    init(_ texts: [String]) {
        self.texts = Set(texts).map(TextMatch.folded).filter { $0.utf8.count >= Limits.summary }
    }

    /// Whether a block is it, or a point of it, or goes on where it is cut short.
    func isPart(_ block: PageBlock) -> Bool {
        guard block.size >= Limits.point, block.linkShare < Limits.linked, block.kind != .table, block.kind != .caption
        else { return false }
        let text = TextMatch.folded(block.text)
        return texts.contains { $0.utf8Contains(text) || text.hasPrefix($0) }
    }

    /// Chosen by hand (docs/pages.md, “Where the numbers come from”).
    private enum Limits {
        /// A shorter summary, in letters and digits, says the name of the site or the title.
        static let summary = 40
        /// A shorter text stands within a summary by chance.
        static let point = 30
        /// A summary that is a link leads to another story.
        static let linked = 0.5
    }
}
