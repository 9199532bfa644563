/// Finds the element that holds the story.
///
/// Prose counts for an element, lists of links and scraps count against it. The element with the largest sum holds the
/// story: maximum subsequence segmentation (Pasternack and Roth, WWW 2009), with subtrees for subsequences.
struct StoryFinder {
    let page: StoryPage
    let regions: Regions
    /// Prefix sums of the values of blocks; one more at the end.
    private let worthBefore: [Int]

    init(page: StoryPage, regions: Regions) {
        self.page = page
        self.regions = regions
        var labels = 0
        worthBefore = page.blocks.indices.reduce(into: [0]) { sums, i in
            let worth = regions.isApart[i] ? 0 : Self.worth(of: page.blocks[i])
            labels = worth == -Weights.label ? labels + 1 : 0
            sums.append(sums[sums.count - 1] + (labels > Weights.labels ? 0 : worth))
        }
    }

    /// The root's number is 0; nil where the page has no prose.
    func story() -> Int? {
        let elements = page.tree.nodes.indices.filter { page.tree.tag($0)?.holdsParagraphs ?? false }
        // The last of equals: of elements one within the other, the inner.
        guard let best = elements.max(by: { (worth(in: $0), $0) < (worth(in: $1), $1) }), worth(in: best) > 0 else {
            return mostlyNamed(elements)
        }
        // Links all through a story leave a single paragraph of it.
        if let whole = mostlyNamed(elements),
            page.prose(in: best).isLess(than: Weights.paragraph, of: page.prose(in: whole))
        {
            return whole
        }
        let story = named(within: best, elements) ?? best
        return headlined(within: story) ?? story
    }

    /// Where links and labels outweigh all prose: the element that is named as the story and has most of the prose.
    private func mostlyNamed(_ elements: [Int]) -> Int? {
        elements.last {
            regions.hints[$0].contains(.story) && page.prose(in: $0).isMore(than: Weights.mostlyNamed, of: page.prose)
        }
    }

    /// Of several articles one after the other, the one that the page's headline stands in.
    private func headlined(within story: Int) -> Int? {
        guard let headline = regions.headline, headline > story, headline < page.tree.nodes[story].end else {
            return nil
        }
        let article = page.tree.ancestors(of: headline).prefix { $0 > story }.first {
            page.tree.tag($0) == .article
        }
        guard let article else { return nil }
        return page.prose(in: article).isMore(than: Weights.headlined, of: page.prose(in: story)) ? article : nil
    }

    /// The innermost element around all that is named as the story, if that is most of the prose.
    private func named(within best: Int, _ elements: [Int]) -> Int? {
        var named: [Int] = []
        for node in elements where regions.hints[node].contains(.story) && worth(in: node) > 0 {
            if let last = named.last, page.tree.nodes[last].end > node { continue }
            named.append(node)
        }
        let whole = worth(in: best)
        named = named.filter {
            (best..<page.tree.nodes[best].end).contains($0) && worth(in: $0).isMore(than: Weights.named, of: whole)
        }
        guard let first = named.first, let last = named.last,
            named.reduce(0, { $0 + worth(in: $1) }).isMore(than: Weights.allNamed, of: whole)
        else { return nil }
        if named.count == 1 { return first }
        return page.tree.ancestors(of: first).first { page.tree.nodes[$0].end >= page.tree.nodes[last].end }
    }

    private func worth(in node: Int) -> Int {
        let blocks = page.blocks(in: node)
        return worthBefore[blocks.upperBound] - worthBefore[blocks.lowerBound]
    }

    private static func worth(of block: PageBlock) -> Int {
        if block.isProse { return block.size - block.linked }
        switch block.kind {
        case .heading, .table, .caption: return 0
        case _ where block.isSentence: return max(block.size - block.linked, block.size / Weights.linkedSentence)
        default:
            return block.linkShare > Weights.linked
                ? -max(Weights.leastOfLink, block.size / Weights.link) : -Weights.label
        }
    }

    /// Prose counts by its size, so all others are in letters of prose. Chosen by hand (docs/pages.md, “Where the numbers
    /// come from”).
    private enum Weights {
        /// A sentence that is all link counts for the fourth part: it may be a paragraph of the story, or a teaser.
        static let linkedSentence = 4
        /// More than this of a block is linked in a list of links.
        static let linked = 0.5
        /// A link counts against its element by half of its size: long teasers outweigh what prose they have …
        static let link = 2
        /// … and a short one ("Sport") by this at least.
        static let leastOfLink = 20
        /// A label ("Share", "12 min read") counts against it a little: stories have some too.
        static let label = 8
        /// Of labels that follow each other, more than this do not count: a story may show a list of results, of hundreds.
        static let labels = 12

        /// A headline's own article has more than this of the prose. With less, the headline stands in a box of its own,
        /// and the text is elsewhere.
        static let headlined = Share(1, of: 4)
        /// An element that is named as the story is a part of it if it has more than this; captions and boxes bear such
        /// names too.
        static let named = Share(1, of: 12)
        /// Where nothing else tells where the story is, it has more than this.
        static let mostlyNamed = Share(1, of: 2)
        /// With less of its prose, what was found is a piece of it.
        static let paragraph = Share(1, of: 2)
        /// Together they must have more than this. With less, the names are wrong, and all of the prose is the story.
        static let allNamed = Share(6, of: 10)
    }
}

extension HTMLTag {
    /// Whether a whole story may stand in it.
    fileprivate var holdsParagraphs: Bool {
        switch self {
        case .div, .section, .article, .main, .body, .html, .td, .center, .form, .fieldset, .blockquote, .other, .span,
            .font, .details:
            true
        default: false
        }
    }
}
