/// Other stories within the element of this one: the next articles, each under a headline of the first level, and boxes with
/// a headline and a byline of their own.
struct OtherStories {
    let page: StoryPage
    let story: Int
    let title: String?
    /// The page's own.
    let headline: Int?

    /// - Returns: The elements that hold them.
    func elements() -> [Int] {
        let range = page.blocks(in: story)
        return range.compactMap { block in
            guard begins(at: block) else { return nil }
            return page.blocks[block].isHeading ? headed(block) : signed(block)
        }
    }

    private func begins(at index: Int) -> Bool {
        let block = page.blocks[index]
        guard index > page.blocks(in: story).lowerBound else { return false }
        if block.kind == .heading(1) {
            return headline.map { $0 < block.owner } ?? false && !TextMatch.agree(block.text, title)
        }
        return block.kind == .paragraph && block.size < Limits.byline && !block.endsSentence
            && page.tree.words.bylines.beginsLikeParagraph(block.text)
    }

    /// An article with a headline of its own behind the page's article.
    private func headed(_ block: Int) -> Int? {
        guard let headline, let element = outermost(around: block), page.tree.tag(element) != .section,
            page.prose(in: element) > 0, element > headline,
            page.prose(in: page.blocks(in: headline).lowerBound..<block) >= Limits.own
        else { return nil }
        return element
    }

    /// A box in the article: a heading, and the byline of who wrote it.
    private func signed(_ block: Int) -> Int? {
        guard let headline, let element = outermost(around: block),
            !(element..<page.tree.nodes[element].end).contains(headline)
        else { return nil }
        let inside = page.blocks(in: element)
        guard page.prose(in: page.blocks(in: story).lowerBound..<inside.lowerBound) >= Limits.own,
            page.blocks[inside.lowerBound..<block].contains(where: \.isHeading),
            page.prose(in: inside).isLess(than: Limits.box, of: page.prose(in: story))
        else { return nil }
        return element
    }

    /// The largest element within the story that has no prose before a block.
    private func outermost(around block: Int) -> Int? {
        let inside = page.tree.ancestors(of: page.blocks[block].owner).prefix { $0 > story }
        return inside.prefix { page.prose(in: page.blocks(in: $0).lowerBound..<block) == 0 }.last { $0 > story }
    }

    /// Chosen by hand (docs/pages.md, “Where the numbers come from”). Sizes are as `TextWeight` counts.
    private enum Limits {
        /// The story has begun: two sentences or three.
        static let own = 150
        /// "By Bo Ek and Ann Vik for the Strait News".
        static let byline = 50
        /// A box has less of the prose.
        static let box = Share(6, of: 10)
    }
}
