/// Decides which blocks of the story's element are the story.
struct StoryCutter {
    let page: StoryPage
    let regions: Regions
    let story: Int
    let facts: PageFacts
    private let looks: ParagraphLooks

    init(page: StoryPage, regions: Regions, story: Int, facts: PageFacts) {
        self.page = page
        self.regions = regions
        self.story = story
        self.facts = facts
        looks = ParagraphLooks(in: story, of: page)
    }

    private var title: String? { facts.title }

    func blocks() -> [PageBlock] {
        let range = page.blocks(in: story)
        let dropped = droppedRegions().union(otherStories())
        var kept = withCaptions(range.filter { !regions.isApart[$0] && !dropped.contains($0) }.map { page.blocks[$0] })
        kept = StoryBounds(title: title, comments: page.tree.words.comments).cut(kept)
        kept = Repeats.removed(from: kept, of: page.tree)
        kept = page.tree.words.related.removed(from: kept).filter { !isScrap($0) }
        let trimmed = StoryEdges(title: title, tree: page.tree).trimmed(Subheads.withText(kept))
        return StoryLead(page: page, regions: regions, facts: facts).blocks(before: trimmed) + trimmed
    }

    private func otherStories() -> Set<Int> {
        let others = OtherStories(page: page, story: story, title: title, headline: regions.headline).elements()
        return others.reduce(into: []) { $0.formUnion(page.blocks(in: $1)) }
    }

    /// With those that are captions named so, unless they have most of what is told.
    private func withCaptions(_ blocks: [PageBlock]) -> [PageBlock] {
        let summary = PageSummary(facts.summaries)
        let marked = blocks.map { block in
            var block = block
            // What is said of a video is the story, where the page says the same of itself.
            if isCaption(block), !summary.isPart(block) { block.kind = .caption }
            return block
        }
        return marked.sentenceSize.isLess(than: Limits.told, of: blocks.sentenceSize) ? blocks : marked
    }

    /// Lists of links, and regions whose names and looks both say that they are apart. Galleries are the story where no
    /// sentence stands beside them.
    private func droppedRegions() -> Set<Int> {
        let dropped = droppedRegions(sparing: [])
        let leavesStory = page.blocks(in: story).contains {
            page.blocks[$0].isSentence && !regions.isApart[$0] && !dropped.contains($0)
        }
        return leavesStory ? dropped : droppedRegions(sparing: .gallery)
    }

    /// - Parameter spared: What no element is for now, whatever its name.
    private func droppedRegions(sparing spared: RegionHint) -> Set<Int> {
        var dropped: Set<Int> = []
        var node = story + 1
        let whole = max(1, page.prose(in: story))
        while node < page.tree.nodes[story].end {
            let blocks = page.blocks(in: node)
            let hint = regions.hints[node].subtracting(spared)
            if !blocks.isEmpty, page.tree.tag(node) != nil, isDropped(node, hint, blocks, whole) {
                dropped.formUnion(blocks)
                node = page.tree.nodes[node].end
            } else {
                node += 1
            }
        }
        return dropped
    }

    private func isDropped(_ node: Int, _ hint: RegionHint, _ blocks: Range<Int>, _ whole: Int) -> Bool {
        let prose = page.prose(in: blocks)
        guard let tag = page.tree.tag(node) else { return false }
        if hint.contains(.gallery), blocks.count > 1, whole - prose > Limits.besideGallery {
            return true
        }
        guard prose.isLess(than: Limits.droppedProse, of: whole) else { return false }
        let sums = sums(of: blocks)
        let linkShare = sums.size > 0 ? Double(sums.linked) / Double(sums.size) : 0
        if page.isEmbeddedPost(node) { return false }
        if tag == .header, isBeforeProse(blocks) { return true }
        if !hint.isDisjoint(with: [.aside, .gallery]) {
            if linkShare > Limits.asideLinks && !isOfSentences(blocks) || isScraps(blocks) { return true }
        }
        if hint.contains(.detail), isBesideProse(blocks), !isQuotedHeading(node) { return true }
        if hint.contains(.gallery), blocks.count > 1 { return true }
        switch tag {
        case .form: return page.tree.isFilledIn(node) && prose.isLess(than: Limits.formProse, of: whole)
        case .ul, .ol, .dl: return linkShare > Limits.listLinks && sums.links > 1 && !isOfSentences(blocks)
        case .div, .section, .article, .table:
            return linkShare > Limits.listLinks && sums.links > 1 && blocks.count > 1 && !isOfSentences(blocks)
        default: return false
        }
    }

    /// A heading that is what somebody said, and not the page's.
    private func isQuotedHeading(_ node: Int) -> Bool {
        let inside = page.blocks[page.blocks(in: node)]
        return inside.count == 1
            && inside.allSatisfy { block in
                block.isHeading && block.kind != .heading(1) && block.text.hasPrefix("“")
                    && !TextMatch.agree(block.text, title)
            }
    }

    /// Before the first prose of the story, or after the last.
    private func isBesideProse(_ blocks: Range<Int>) -> Bool {
        guard page.prose(in: blocks) == 0 else { return false }
        return isBeforeProse(blocks) || page.prose(in: blocks.upperBound..<page.blocks(in: story).upperBound) == 0
    }

    private func isBeforeProse(_ blocks: Range<Int>) -> Bool {
        page.prose(in: page.blocks(in: story).lowerBound..<blocks.lowerBound) == 0
    }

    /// Neither a sentence nor a list.
    private func isScraps(_ blocks: Range<Int>) -> Bool {
        page.blocks[blocks].allSatisfy { !$0.isSentence && $0.kind != .item && $0.kind != .table }
    }

    private func isOfSentences(_ blocks: Range<Int>) -> Bool {
        page.blocks[blocks].count { $0.endsSentence && $0.size > Limits.listedSentence }
            .isMore(than: Limits.sentences, of: blocks.count)
    }

    private func sums(of blocks: Range<Int>) -> (size: Int, linked: Int, links: Int) {
        page.blocks[blocks].reduce((0, 0, 0)) { ($0.0 + $1.size, $0.1 + $1.linked, $0.2 + $1.links) }
    }

    private func isCaption(_ block: PageBlock) -> Bool {
        guard block.kind != .caption, block.kind != .table, block.size < Limits.caption else { return false }
        if regions.hints[block.owner].contains(.caption) { return true }
        for ancestor in page.tree.ancestors(of: block.owner).prefix(Limits.captionDepth) where ancestor > story {
            if regions.hints[ancestor].contains(.caption) { return true }
            if page.tree.tag(ancestor) == .figure { return block.kind == .paragraph }
        }
        return page.tree.tag(block.owner) == .figure || isAlonePictured(block)
    }

    /// Whether it is all the text of an element that has a picture.
    private func isAlonePictured(_ block: PageBlock) -> Bool {
        guard block.kind == .paragraph, block.size < Limits.lineByPicture else { return false }
        let around = [block.owner] + page.tree.ancestors(of: block.owner).prefix(Limits.pictureDepth)
        return around.contains { node in
            guard node > story, page.tree.tag(node) != .p, page.blocks(in: node).count == 1 else { return false }
            return page.tree.within(node).contains { page.tree.tag($0) == .img }
        }
    }

    /// Not a sentence, not a heading, and not in an element for text.
    private func isScrap(_ block: PageBlock) -> Bool {
        if block.size == 0 || page.tree.words.siteLines.isOne(block) { return true }
        guard block.kind == .paragraph else { return false }
        if page.tree.tag(block.owner) == .p {
            let isLinks =
                block.linkShare > Limits.paragraphLink || block.links > 1 && block.linkShare > Limits.paragraphLinks
            return isLinks && !block.endsSentence && block.size < Limits.linkedParagraph
        }
        if block.links == 0, looks.contain(block.owner, of: page.tree) { return false }
        let isLinks = block.linkShare > Limits.listLinks
        if block.endsSentence { return block.size < Limits.endedScrap || isLinks && !block.isSentence }
        return block.size < Limits.scrap || isLinks
    }

    /// Chosen by hand (docs/pages.md, “Where the numbers come from”). Shares of links are of a text's size; sizes are as
    /// `TextWeight` counts.
    private enum Limits {
        /// What holds this much of the story's prose is no widget, whatever its name and look.
        static let droppedProse = Share(4, of: 10)
        /// A gallery may say more than the story that it stands in, if that has more than this.
        static let besideGallery = 800
        /// Some pages are one form. One that asks for an address or a comment has less than this of the prose.
        static let formProse = Share(1, of: 5)
        /// Links in a list or a box of other stories; a list that belongs to the story has some, but is more than links.
        static let listLinks = 0.6
        /// The same where its name says that it may be apart ("widget", "promo"): half suffices.
        static let asideLinks = 0.3
        /// Of six words; a teaser's "Read more." is shorter.
        static let listedSentence = 30
        /// More than half of the blocks are sentences in a text, fewer in a list of teasers.
        static let sentences = Share(1, of: 2)

        /// With less of the sentences outside of captions, the captions are the story.
        static let told = Share(1, of: 2)
        /// A longer text in an element called a caption is a part of the story beside a picture.
        static let caption = 400
        /// How far up its name may stand: figure, wrapper, link and picture lie within each other.
        static let captionDepth = 4
        /// A picture with one line is a picture with its caption, unless that is a whole paragraph.
        static let lineByPicture = 200
        /// How far up the element with the picture may be; further up it may hold the whole story.
        static let pictureDepth = 2

        /// A paragraph that is a link: "Read more: …".
        static let paragraphLink = 0.9
        /// A paragraph of several links, which words such as "and" or bars part.
        static let paragraphLinks = 0.7
        /// A longer paragraph of links is text that cites much.
        static let linkedParagraph = 200
        /// Outside of an element for text, this little is a label: "Share this", "12 min read".
        static let scrap = 30
        /// With a full stop it may be a short sentence: "He declined to comment.".
        static let endedScrap = 15
    }
}
