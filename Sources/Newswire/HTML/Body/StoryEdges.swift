/// Removes blocks before a story's first sentence and after its last.
struct StoryEdges {
    let title: String?
    let tree: MarkupTree

    func trimmed(_ blocks: [PageBlock]) -> [PageBlock] {
        guard let first = blocks.firstIndex(where: { $0.isSentence && $0.kind != .caption }),
            let last = blocks.lastIndex(where: { $0.isSentence && $0.kind != .caption })
        else { return blocks }
        let before = opening(blocks[..<first])
        return before + blocks[first...last].filter { !isTitle($0) } + closing(blocks[(last + 1)...])
    }

    /// Short lines and lists that are not links, under headings that have something under them.
    private func closing(_ blocks: ArraySlice<PageBlock>) -> [PageBlock] {
        var kept: [PageBlock] = []
        var heading: PageBlock?
        for block in blocks {
            if block.isHeading {
                heading = block
            } else if block.linkShare < 0.6 || block.endsSentence || block.kind == .quote {
                if let heading { kept.append(heading) }
                heading = nil
                kept.append(block)
            }
        }
        return kept
    }

    /// Without title, byline and date, and without labels that stand in no paragraph.
    private func opening(_ blocks: ArraySlice<PageBlock>) -> [PageBlock] {
        var kept: [PageBlock] = []
        for block in blocks where !isTitle(block) && !tree.words.siteLines.isDateline(block) {
            switch block.kind {
            case .item where kept.isEmpty: continue
            case .heading where kept.isEmpty && block.linkShare > 0.5: continue
            case .paragraph where tree.tag(block.owner) != .p && block.size < 60: continue
            default: kept.append(block)
            }
        }
        return kept
    }

    private func isTitle(_ block: PageBlock) -> Bool {
        guard block.isHeading || block.size < 200 && !block.isProse else { return false }
        return TextMatch.agree(block.text, title)
    }
}
