/// How the elements look that hold a story's paragraphs where a site has other elements for them than `<p>`: by tag and
/// class, or by tag and place where they have no class.
struct ParagraphLooks {
    private let looks: Set<Look>

    private struct Look: Hashable {
        var tag: HTMLTag?
        var name: String
        /// The element around it; nil where the name tells.
        var parent: Int?

        init(of node: Int, _ tree: MarkupTree) {
            tag = tree.tag(node)
            name = tree.attribute(.class, of: node) ?? ""
            parent = name.isEmpty ? tree.nodes[node].parent : nil
        }
    }

    init(in story: Int, of page: StoryPage) {
        var prose: [Look: Int] = [:]
        for block in page.blocks[page.blocks(in: story)] where block.kind == .paragraph && block.isProse {
            // Cells of a row look alike, and a number stands beside what is told.
            guard let tag = page.tree.tag(block.owner), tag != .p, tag != .td else { continue }
            prose[Look(of: block.owner, page.tree), default: 0] += block.size - block.linked
        }
        let whole = page.prose(in: story)
        looks = Set(prose.filter { $0.value.isMore(than: Limits.paragraphs, of: whole) }.keys)
    }

    func contain(_ node: Int, of tree: MarkupTree) -> Bool {
        !looks.isEmpty && looks.contains(Look(of: node, tree))
    }

    /// Chosen by hand (docs/pages.md, “Where the numbers come from”).
    private enum Limits {
        /// Elements that look alike hold the paragraphs if they have more than this of the story's prose. Boxes have less.
        static let paragraphs = Share(1, of: 5)
    }
}
