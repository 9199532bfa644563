/// What is taken from a page: its story's blocks, and what the page says of the article.
package struct PageExtract: Sendable {
    let facts: PageFacts
    /// The story without its title, in the order of the page.
    let blocks: [PageBlock]
    /// That the story begins with.
    let opening: Dateline?
    /// Whether the blocks are a story: sentences, and more of them than a teaser has.
    let isArticle: Bool
    /// Why it is none, though it has text.
    let refusal: PageRefusal?

    /// The letters and digits that the sentences of a page have together, at the least: more than a teaser has. Chosen by
    /// hand, as the others (docs/pages.md, “Where the numbers come from”).
    static let least = 120
    /// The same for a page that has a title and a date of publication: such a page is an article, so one sentence suffices.
    static let leastOfDated = 40
    /// "By Bo Ek, Staff Writer and Ann Vik, Strait News" has some 40; a longer line is a sentence.
    private static let longestByline = 60

    /// - Parameter page: The whole page, decoded.
    /// - Throws: `NewswireError` for a page that is refused.
    init(page: String, _ words: NewsWords) throws(NewswireError) {
        let tree = try HTMLDocument(page, words).tree
        var facts = PageFacts.of(tree)
        let story = StoryText.blocks(of: tree, facts: facts)
        let isDated = facts.published != nil && facts.title != nil
        let isStory = story.sentenceSize >= (isDated ? Self.leastOfDated : Self.least)
        let bare = isStory ? nil : BarePage(tree, title: facts.title)
        isArticle = isStory || bare != nil
        blocks = bare?.blocks ?? story
        refusal = PageRefusal(tree, facts, story: blocks)
        if facts.byline.isEmpty, let first = blocks.first {
            facts.byline = Self.byline(above: first, in: tree, title: facts.title)
        }
        self.facts = facts
        opening = Self.dateline(of: blocks, words)
    }

    private static func dateline(of story: [PageBlock], _ words: NewsWords) -> Dateline? {
        let openings = story.lazy.filter { $0.kind.reasonToSetAside == nil }.prefix(Metadata.firstParagraphs)
        return openings.compactMap { words.datelines.dateline(opening: $0.text) }.first
    }

    /// Of "By Bo Ek" in the last lines before the story.
    private static func byline(above first: PageBlock, in tree: MarkupTree, title: String?) -> [String] {
        let above = BlockReader.blocks(of: tree).prefix { $0.nodes.lowerBound < first.nodes.lowerBound }
            .suffix(Metadata.firstParagraphs)
        let lines = above.filter {
            $0.size < longestByline && !$0.endsSentence && !$0.isHeading && tree.words.bylines.begins($0.text)
                && !TextMatch.agree($0.text, title)
        }
        return tree.words.bylines.people(onPage: lines.map(\.text), of: .line)
    }

    /// The story's text as benchmarks of extraction want it: without title and captions, tables included.
    package var story: String {
        blocks.filter { $0.kind != .caption }.map(\.text).joined(separator: "\n\n")
    }

    /// Whether the story was taken from the page's data because the page does not show it.
    var isFromData: Bool { blocks.first?.nodes.isEmpty ?? false }
}
