/// Takes off what stands before a story's first sentence and after its last.
struct StoryEdges {
    let title: String?

    func trimmed(_ blocks: [PageBlock]) -> [PageBlock] {
        guard let first = blocks.firstIndex(where: { $0.isSentence && $0.kind != .caption }),
            let last = blocks.lastIndex(where: { $0.isSentence && $0.kind != .caption })
        else { return blocks }
        let before = blocks[..<first].filter { !isOpening($0) }
        return before + blocks[first...last] + closing(blocks[(last + 1)...])
    }

    /// Short lines and lists that are not links, under headings that have something under them.
    private func closing(_ blocks: ArraySlice<PageBlock>) -> [PageBlock] {
        var kept: [PageBlock] = []
        var heading: PageBlock?
        for block in blocks {
            if block.isHeading {
                heading = block
            } else if block.linkShare < 0.6 || block.endsSentence {
                if let heading { kept.append(heading) }
                heading = nil
                kept.append(block)
            }
        }
        return kept
    }

    /// Title, byline, date.
    private func isOpening(_ block: PageBlock) -> Bool {
        if TextMatch.agree(block.text, title) { return true }
        return block.kind == .paragraph && !block.endsSentence && block.size < 60 || block.kind == .item
    }
}
