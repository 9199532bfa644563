/// Finds lists of teasers: elements side by side, alike by tag and class, each a headline in a link with a line or two.
struct TeaserCards {
    private let page: StoryPage
    /// More prose than a teaser has.
    private static let longest = 600

    static func nodes(in page: StoryPage) -> [Int] {
        let cards = TeaserCards(page: page)
        return page.tree.nodes.indices.lazy
            .filter { page.tree.tag($0) != nil && page.blocks(in: $0).count > 5 }
            .flatMap { cards.cards(in: $0) }
    }

    private init(page: StoryPage) { self.page = page }

    private func cards(in parent: Int) -> [Int] {
        var alike: [String: [Int]] = [:]
        for child in page.tree.children(of: parent) {
            guard let tag = page.tree.tag(child), !page.blocks(in: child).isEmpty else { continue }
            let name = page.tree.attribute(.class, of: child)?.split(separator: " ").first ?? ""
            alike["\(tag).\(name)", default: []].append(child)
        }
        return alike.values.filter { $0.count >= 3 }.flatMap { group in
            let cards = group.filter(isCard)
            return cards.count >= 3 && cards.count * 10 >= group.count * 7 ? cards : []
        }
    }

    private func isCard(_ node: Int) -> Bool {
        let range = page.blocks(in: node)
        let blocks = page.blocks[range]
        guard range.count > 1, page.prose(in: range) <= Self.longest else { return false }
        guard !page.isEmbeddedPost(node) else { return false }
        let head = blocks.prefix { !$0.isProse }.first { $0.linkShare > 0.8 && $0.size >= 12 }
        guard let head else { return false }
        return blocks.count { $0.isProse } <= 2 && (head.isHeading || !head.endsSentence)
    }
}
