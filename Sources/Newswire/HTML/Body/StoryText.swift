/// The story of a page, as blocks.
enum StoryText {
    /// Reads hidden elements if there is no story without them: some pages show theirs by a script.
    static func blocks(of tree: MarkupTree, facts: PageFacts) -> [PageBlock] {
        let seen = story(in: BlockReader.blocks(of: tree), of: tree, facts)
        guard seen.sentenceSize < shortest else { return seen }
        let all = story(in: BlockReader.blocks(of: tree, readingHidden: true), of: tree, facts)
        if all.sentenceSize > hiddenTimes * seen.sentenceSize { return all }
        return seen.isEmpty ? StatedBody(facts, tree.words)?.blocks ?? [] : seen
    }

    /// With less than this, two or three sentences, hidden elements are tried too. Chosen by hand, as the next
    /// (docs/pages.md, “Where the numbers come from”).
    private static let shortest = 250
    /// Hidden menus and notes add some text to a short story; a hidden story is many times what is seen of it.
    private static let hiddenTimes = 2

    private static func story(in blocks: [PageBlock], of tree: MarkupTree, _ facts: PageFacts) -> [PageBlock] {
        let page = StoryPage(tree: tree, blocks: Captions.read(blocks))
        let regions = Regions(page, title: facts.title)
        guard let story = StoryFinder(page: page, regions: regions).story() else { return [] }
        let blocks = StoryCutter(page: page, regions: regions, story: story, facts: facts).blocks()
        return StatedBody(facts, tree.words)?.applied(to: blocks) ?? blocks
    }
}
