/// What is taken from a page: its story's blocks, and what the page says of the article.
package struct PageExtract: Sendable {
    let facts: PageFacts
    /// The story without its title, in the order of the page.
    let blocks: [PageBlock]

    /// - Parameter page: The whole page, decoded.
    /// - Throws: `NewswireError` for a page that is refused.
    package init(page: String) throws(NewswireError) {
        let tree = try HTMLParser.parse(page)
        facts = PageFacts.of(tree)
        blocks = StoryText.blocks(of: tree, facts: facts)
    }

    /// The story's text as benchmarks of extraction want it: without title and captions, tables included.
    package var story: String {
        blocks.filter { $0.kind != .caption }.map(\.text).joined(separator: "\n\n")
    }

    /// Whether the blocks are a story: sentences, and more of them than a teaser has.
    var isArticle: Bool {
        let sentences = blocks.filter { $0.isSentence && $0.kind != .caption }
        let size = sentences.reduce(0) { $0 + $1.size }
        return size >= 250 || size >= 60 && facts.published != nil && facts.title != nil
    }
}
