/// Headings within a story.
enum Subheads {
    /// Leaves out a heading that is followed by another of its level: what stood under it was left out too. One
    /// that is a sentence tells something itself.
    static func withText(_ blocks: [PageBlock]) -> [PageBlock] {
        blocks.indices.filter { i in
            guard blocks[i].isHeading, !blocks[i].isProse, i + 1 < blocks.count else { return true }
            return blocks[i + 1].kind != blocks[i].kind
        }.map { blocks[$0] }
    }
}
