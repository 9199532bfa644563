/// A page that is nothing but a text, as people write them by hand and programs make them of one: a headline,
/// paragraphs, and no navigation to speak of.
///
/// On such a page even a short text is an article. On a site's page so little would be a teaser.
struct BarePage {
    /// The letters and digits that its sentences have together, at the least.
    static let least = 20

    /// All of the text but its title, and bylines and dates above it.
    let blocks: [PageBlock]

    /// - Returns: nil if the page is not just a text.
    init?(_ tree: MarkupTree, title: String?) {
        let all = BlockReader.blocks(of: tree)
        let text = all.filter { $0.linkShare < 0.5 && !tree.words.siteLines.isOne($0) && !TextMatch.isTitle($0, title) }
        let sentences = text.filter { $0.endsSentence && !$0.isHeading && $0.kind != .table && $0.kind != .caption }
        let size = sentences.reduce(0) { $0 + $1.size }
        let others = all.reduce(0) { $0 + ($1.isHeading ? 0 : $1.size) } - size
        let linked = all.reduce(0) { $0 + $1.linked }
        // A list of teasers has a heading for each.
        let headings = text.count { $0.isHeading }
        guard size >= Self.least, others * 2 <= size, linked * 6 <= size, headings * 2 <= sentences.count else {
            return nil
        }
        blocks = Array(text.drop { !$0.endsSentence && !$0.isHeading })
    }
}

extension TextMatch {
    fileprivate static func isTitle(_ block: PageBlock, _ title: String?) -> Bool {
        block.isHeading && agree(block.text, title)
    }
}
