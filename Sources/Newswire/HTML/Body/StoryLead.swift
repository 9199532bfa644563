/// What stands between the headline and the story's element and is a part of the story: a lead, which many sites put beside
/// their headline.
struct StoryLead {
    let page: StoryPage
    let regions: Regions
    let facts: PageFacts

    private var title: String? { facts.title }

    /// - Parameter story: The blocks that are the story so far, in the order of the page.
    func blocks(before story: [PageBlock]) -> [PageBlock] {
        guard let first = story.first(where: { $0.isSentence && $0.kind != .caption }),
            let headline = headline(before: first)
        else { return [] }
        let told = Set(story.map(\.text))
        let summary = PageSummary(facts.summaries)
        var lead: [PageBlock] = []
        for i in page.blocks.indices[(headline + 1)...].prefix(Limits.distance) {
            let block = page.blocks[i]
            guard block.nodes.lowerBound < first.nodes.lowerBound else { break }
            guard !told.contains(block.text) else { continue }
            if !regions.isApart[i] && isLead(block) || summary.isPart(block) && !isCaption(block) { lead.append(block) }
        }
        return lead.count <= Limits.blocks ? lead : []
    }

    private func headline(before first: PageBlock) -> Int? {
        let above = page.blocks.prefix { $0.nodes.lowerBound < first.nodes.lowerBound }
        return above.lastIndex { $0.isHeading && TextMatch.agree($0.text, title) }
    }

    private func isLead(_ block: PageBlock) -> Bool {
        guard isTold(block), block.linkShare < Limits.linked, !page.tree.words.bylines.begins(block.text),
            !page.tree.words.siteLines.isOne(block),
            !page.tree.words.siteLines.isDateline(block), !TextMatch.agree(block.text, title), !isCaption(block)
        else { return false }
        return true
    }

    private func isTold(_ block: PageBlock) -> Bool {
        switch block.kind {
        case .paragraph: block.isProse
        // Some sum their story up in points.
        case .item: block.isProse && block.endsSentence && block.links == 0
        case .heading(2...): block.isProse && block.endsSentence
        default: false
        }
    }

    private func isCaption(_ block: PageBlock) -> Bool {
        ([block.owner] + page.tree.ancestors(of: block.owner).prefix(Limits.captionDepth)).contains {
            page.tree.tag($0) == .figure || regions.hints[$0].contains(.caption)
        }
    }

    /// Chosen by hand (docs/pages.md, “Where the numbers come from”).
    private enum Limits {
        /// Blocks below the headline in which a lead is looked for: byline, dates, buttons, a picture and its credit may
        /// stand between them.
        static let distance = 15
        /// More of them are something else.
        static let blocks = 3
        static let linked = 0.3
        /// As in `StoryCutter`.
        static let captionDepth = 4
    }
}
