/// Finds lists of teasers: elements side by side, alike by tag and class, each a headline in a link with a line or two.
struct TeaserCards {
    private let page: StoryPage

    /// Chosen by hand (docs/pages.md, “Where the numbers come from”).
    private enum Limits {
        /// Two alike may be halves of a story.
        static let cards = 3
        /// A headline and a line.
        static let blocks = 2
        /// Some of a list are advertisements, or have no text.
        static let share = Share(7, of: 10)
        /// More prose than a teaser has.
        static let prose = 600
        /// More paragraphs than a teaser has.
        static let paragraphs = 2
        /// Nearly all of a teaser's headline is a link; an icon or a number may stand beside it.
        static let linkedHeadline = 0.8
        /// A shorter link is "Read more" or the name of a section.
        static let headline = 12
    }

    static func nodes(in page: StoryPage) -> [Int] {
        let cards = TeaserCards(page: page)
        return page.tree.nodes.indices.lazy
            .filter { page.tree.tag($0) != nil && page.blocks(in: $0).count >= Limits.cards * Limits.blocks }
            .flatMap { cards.cards(in: $0) }
    }

    private init(page: StoryPage) { self.page = page }

    /// What cards of one list have in common.
    private struct Look: Hashable {
        var tag: HTMLTag
        /// The first of its class.
        var name: Substring

        /// By the name alone: a tag is hashed as its text.
        func hash(into hasher: inout Hasher) { hasher.combine(name) }
    }

    private func cards(in parent: Int) -> [Int] {
        var alike: [Look: [Int]] = [:]
        for child in page.tree.children(of: parent) {
            guard let tag = page.tree.tag(child), !page.blocks(in: child).isEmpty else { continue }
            let name = page.tree.attribute(.class, of: child)?.split(separator: " ", maxSplits: 1).first ?? ""
            alike[Look(tag: tag, name: name), default: []].append(child)
        }
        return alike.values.filter { $0.count >= Limits.cards }.flatMap { group in
            let cards = group.filter(isCard)
            return cards.count >= Limits.cards && cards.count.isAtLeast(Limits.share, of: group.count) ? cards : []
        }
    }

    private func isCard(_ node: Int) -> Bool {
        let range = page.blocks(in: node)
        let blocks = page.blocks[range]
        guard range.count >= Limits.blocks, page.prose(in: range) <= Limits.prose else { return false }
        guard !page.isEmbeddedPost(node) else { return false }
        let head = blocks.prefix { !$0.isProse }.first {
            $0.linkShare > Limits.linkedHeadline && $0.size >= Limits.headline
        }
        guard let head else { return false }
        return blocks.count { $0.isProse } <= Limits.paragraphs && (head.isHeading || !head.endsSentence)
    }
}
