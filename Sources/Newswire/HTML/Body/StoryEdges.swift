/// Removes blocks before a story's first sentence and after its last.
struct StoryEdges {
    let title: String?
    let tree: MarkupTree

    func trimmed(_ blocks: [PageBlock]) -> [PageBlock] {
        guard let first = blocks.firstIndex(where: { $0.isSentence && $0.kind != .caption }),
            let last = blocks.lastIndex(where: { $0.isSentence && $0.kind != .caption })
        else { return blocks }
        let before = opening(blocks[..<first])
        return before + blocks[first...last].filter { !isTitleAgain($0) } + closing(blocks[(last + 1)...])
    }

    /// Short lines and lists that are not links, under headings that have something under them; no label at the very end:
    /// "More topics:" led to what was left out.
    private func closing(_ blocks: ArraySlice<PageBlock>) -> [PageBlock] {
        var kept: [PageBlock] = []
        var heading: PageBlock?
        let end = blocks.lastIndex { !isLabel($0) }.map { $0 + 1 } ?? blocks.startIndex
        for block in blocks[..<end] {
            if block.isHeading {
                heading = block
            } else if block.linkShare < Limits.closingLinks || block.endsSentence || block.kind == .quote {
                if let heading { kept.append(heading) }
                heading = nil
                kept.append(block)
            }
        }
        return kept
    }

    private func isLabel(_ block: PageBlock) -> Bool {
        block.isHeading
            || block.kind == .paragraph && block.size < Limits.closingLabel
                && block.text.hasSuffix(":")
    }

    /// Without title, byline and date, and without labels that stand in no paragraph.
    private func opening(_ blocks: ArraySlice<PageBlock>) -> [PageBlock] {
        var kept: [PageBlock] = []
        for block in blocks where !isTitle(block) && !tree.words.siteLines.isDateline(block) {
            switch block.kind {
            case .item where kept.isEmpty: continue
            case .heading where kept.isEmpty && block.linkShare > Limits.headingLinks: continue
            case .paragraph where tree.tag(block.owner) != .p && block.size < Limits.label: continue
            default: kept.append(block)
            }
        }
        return kept
    }

    /// "Norvik closes its hall for good" under "Norvik closes its hall" is a heading of the story.
    private func isTitleAgain(_ block: PageBlock) -> Bool {
        isTitle(block) && TextMatch.folded(block.text) == title.map(TextMatch.folded)
    }

    private func isTitle(_ block: PageBlock) -> Bool {
        guard block.isHeading || block.size < Limits.title && !block.isProse else { return false }
        return TextMatch.agree(block.text, title)
    }

    /// Chosen by hand (docs/pages.md, “Where the numbers come from”). Shares are of links in a text.
    private enum Limits {
        /// From here on a line behind the story is one of links, as in `StoryCutter`.
        static let closingLinks = 0.6
        /// A longer line with a colon behind the story tells something.
        static let closingLabel = 50
        /// A heading before the story that is mostly link leads to a section of the site.
        static let headingLinks = 0.5
        /// A shorter text before the story, outside of an element for text, is a label: "Politics", "4 min read".
        static let label = 60
        /// A longer text is no repeated title, though it may hold the title's words.
        static let title = 200
    }
}
