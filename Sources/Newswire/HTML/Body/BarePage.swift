/// A page that is nothing but a text, as people write them by hand and programs make them of one: a headline,
/// paragraphs, and no navigation to speak of.
///
/// On such a page even a short text is an article. On a site's page so little would be a teaser.
struct BarePage {
    /// The letters and digits that its sentences have together, at the least: two short ones.
    static let least = 20

    /// Chosen by hand, on pages of our own (docs/pages.md, “Where the numbers come from”).
    private enum Limits {
        /// A block with this share of links is navigation.
        static let linked = 0.5
        /// Labels, dates and links may have this much beside the sentences.
        static let others = Share(1, of: 2)
        /// In all links of the page. A page with more belongs to a site.
        static let allLinked = Share(1, of: 6)
        /// Headings for each sentence. A list of teasers has one for each.
        static let headings = Share(1, of: 2)
    }

    /// All of the text but its title, and bylines and dates above it.
    let blocks: [PageBlock]

    /// - Returns: nil if the page is not just a text.
    init?(_ tree: MarkupTree, title: String?) {
        let all = BlockReader.blocks(of: tree)
        let text = all.filter {
            $0.linkShare < Limits.linked && !tree.words.siteLines.isOne($0) && !TextMatch.isTitle($0, title)
        }
        let sentences = text.filter { $0.endsSentence && !$0.isHeading && $0.kind != .table && $0.kind != .caption }
        let size = sentences.reduce(0) { $0 + $1.size }
        let others = all.reduce(0) { $0 + ($1.isHeading ? 0 : $1.size) } - size
        let linked = all.reduce(0) { $0 + $1.linked }
        let headings = text.count { $0.isHeading }
        guard size >= Self.least, others.isAtMost(Limits.others, of: size),
            linked.isAtMost(Limits.allLinked, of: size), headings.isAtMost(Limits.headings, of: sentences.count)
        else { return nil }
        blocks = Array(text.drop { !$0.endsSentence && !$0.isHeading })
    }
}

extension TextMatch {
    fileprivate static func isTitle(_ block: PageBlock, _ title: String?) -> Bool {
        block.isHeading && agree(block.text, title)
    }
}
