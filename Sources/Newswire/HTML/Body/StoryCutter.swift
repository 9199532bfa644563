/// Decides which blocks of the story's element are the story.
struct StoryCutter {
    let page: StoryPage
    let regions: Regions
    let story: Int
    let title: String?

    func blocks() -> [PageBlock] {
        let range = page.blocks(in: story)
        let dropped = droppedRegions()
        var kept: [PageBlock] = []
        for i in range where !regions.isApart[i] && !dropped.contains(i) {
            var block = page.blocks[i]
            if isCaption(block) { block.kind = .caption }
            kept.append(block)
        }
        kept = Repeats.removed(from: StoryBounds(title: title, comments: page.tree.words.comments).cut(kept))
        kept = page.tree.words.related.removed(from: kept).filter { !isScrap($0) }
        return StoryEdges(title: title, tree: page.tree).trimmed(Subheads.withText(kept))
    }

    /// Lists of links, and regions whose names and looks both say that they are apart.
    private func droppedRegions() -> Set<Int> {
        var dropped: Set<Int> = []
        var node = story + 1
        let whole = max(1, page.prose(in: story))
        while node < page.tree.nodes[story].end {
            let blocks = page.blocks(in: node)
            if !blocks.isEmpty, page.tree.tag(node) != nil, isDropped(node, blocks, whole) {
                dropped.formUnion(blocks)
                node = page.tree.nodes[node].end
            } else {
                node += 1
            }
        }
        return dropped
    }

    private func isDropped(_ node: Int, _ blocks: Range<Int>, _ whole: Int) -> Bool {
        guard page.prose(in: blocks) * 10 < whole * 4, let tag = page.tree.tag(node) else { return false }
        let sums = sums(of: blocks)
        let linkShare = sums.size > 0 ? Double(sums.linked) / Double(sums.size) : 0
        let hint = regions.hints[node]
        if page.isEmbeddedPost(node) { return false }
        if tag == .header, isBeforeProse(blocks) { return true }
        if hint.contains(.aside) {
            if linkShare > 0.3 && !isOfSentences(blocks) || isScraps(blocks) { return true }
        }
        if hint.contains(.detail), isBesideProse(blocks) { return true }
        switch tag {
        case .form: return page.tree.isFilledIn(node) && page.prose(in: blocks) * 5 < whole
        case .ul, .ol, .dl: return linkShare > 0.6 && sums.links > 1 && !isOfSentences(blocks)
        case .div, .section, .article, .table:
            return linkShare > 0.6 && sums.links > 1 && blocks.count > 1 && !isOfSentences(blocks)
        default: return false
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
        page.blocks[blocks].count { $0.endsSentence && $0.size > 30 } * 2 > blocks.count
    }

    private func sums(of blocks: Range<Int>) -> (size: Int, linked: Int, links: Int) {
        page.blocks[blocks].reduce((0, 0, 0)) { ($0.0 + $1.size, $0.1 + $1.linked, $0.2 + $1.links) }
    }

    private func isCaption(_ block: PageBlock) -> Bool {
        guard block.kind != .caption, block.kind != .table, block.size < 400 else { return false }
        if regions.hints[block.owner].contains(.caption) { return true }
        for ancestor in page.tree.ancestors(of: block.owner).prefix(4) where ancestor > story {
            if regions.hints[ancestor].contains(.caption) { return true }
            if page.tree.tag(ancestor) == .figure { return block.kind == .paragraph }
        }
        return page.tree.tag(block.owner) == .figure || isAlonePictured(block)
    }

    /// Whether it is all the text of an element that has a picture.
    private func isAlonePictured(_ block: PageBlock) -> Bool {
        guard block.kind == .paragraph, block.size < 200 else { return false }
        let around = [block.owner] + page.tree.ancestors(of: block.owner).prefix(2)
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
            let isLinks = block.linkShare > 0.9 || block.links > 1 && block.linkShare > 0.7
            return isLinks && !block.endsSentence && block.size < 200
        }
        if block.endsSentence { return block.size < 15 || block.linkShare > 0.6 && !block.isSentence }
        return block.size < 30 || block.linkShare > 0.6
    }
}
