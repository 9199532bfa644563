/// Paragraphs that a page has more than once: captions of a gallery, a text for small screens and one for large.
enum Repeats {
    /// Shorter ones may stand there twice on purpose: "Yes.", "He paused.". Chosen by hand, as `PageBlock`'s sentence.
    private static let shortest = 40

    /// Only the first of those that are equal, but for those that stand side by side: who wrote a refrain meant it.
    static func removed(from blocks: [PageBlock], of tree: MarkupTree) -> [PageBlock] {
        var seen: [String: Int] = [:]
        return blocks.filter { block in
            guard block.size >= shortest, block.kind == .paragraph || block.kind == .caption else { return true }
            let parent = tree.nodes[block.owner].parent
            guard let first = seen[block.text] else {
                seen[block.text] = parent
                return true
            }
            return first == parent && tree.tag(block.owner) == .p && block.kind == .paragraph
        }
    }
}
