/// Where a story begins and ends among the blocks of its element, by headings that say so.
struct StoryBounds {
    let title: String?
    let comments: CommentHeadings

    /// From the headline on, and up to the heading over what readers wrote.
    func cut(_ blocks: [PageBlock]) -> [PageBlock] {
        var rest = blocks[...]
        if let headline = rest.firstIndex(where: { $0.kind == .heading(1) && TextMatch.agree($0.text, title) }),
            prose(rest[headline...]) > prose(rest[..<headline])
        {
            rest = rest[headline...]
        }
        if let first = rest.firstIndex(where: { prose($0) > 0 }),
            let end = rest[first...].dropFirst().firstIndex(where: comments.isOne)
        {
            rest = rest[..<end]
        }
        return Array(rest)
    }

    private func prose(_ blocks: ArraySlice<PageBlock>) -> Int {
        blocks.reduce(0) { $0 + prose($1) }
    }

    private func prose(_ block: PageBlock) -> Int { block.isSentence ? block.size : 0 }
}
