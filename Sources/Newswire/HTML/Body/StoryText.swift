/// The story of a page, as blocks.
enum StoryText {
    /// Reads hidden elements if there is no story without them: some pages show theirs by a script.
    static func blocks(of tree: MarkupTree, facts: PageFacts) -> [PageBlock] {
        let seen = story(in: BlockReader.blocks(of: tree), of: tree, facts)
        guard size(seen) < least else { return seen }
        let all = story(in: BlockReader.blocks(of: tree, readingHidden: true), of: tree, facts)
        if size(all) > 2 * size(seen) { return all }
        return seen.isEmpty ? StatedBody(facts.body, tree.words)?.blocks ?? [] : seen
    }

    /// With less than this, hidden elements are tried too.
    private static let least = 250

    private static func story(in blocks: [PageBlock], of tree: MarkupTree, _ facts: PageFacts) -> [PageBlock] {
        let page = StoryPage(tree: tree, blocks: blocks)
        let regions = Regions(page, title: facts.title)
        guard let story = StoryFinder(page: page, regions: regions).story() else { return [] }
        let blocks = StoryCutter(page: page, regions: regions, story: story, title: facts.title).blocks()
        return StatedBody(facts.body, tree.words)?.applied(to: blocks) ?? blocks
    }

    private static func size(_ blocks: [PageBlock]) -> Int {
        blocks.reduce(0) { $0 + ($1.isSentence && $1.kind != .caption ? $1.size : 0) }
    }
}
