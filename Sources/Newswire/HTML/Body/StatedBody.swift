/// Compares the article's text in the page's data with the story that was found.
struct StatedBody {
    private let paragraphs: [String]
    private let folded: String
    private let summary: PageSummary

    /// Bytes of the data times blocks of the story: each block is looked for in all of the data. Of a long read of 100
    /// KB in 500 paragraphs it is a twentieth.
    private static let most = 1 << 30

    /// Chosen by hand, as the next three (docs/pages.md, “Where the numbers come from”). Fewer bytes are a summary.
    private static let shortest = 200
    /// If the data has this much of the story, both are the same article.
    private static let agreeing = Share(7, of: 10)
    /// If the story has this much of the data too, it is cut to what the data has; a shorter text in the data may itself be cut.
    private static let covered = Share(8, of: 10)
    /// If the data has more than this many times what is seen, the page shows a beginning only.
    private static let longerTimes = 3

    /// The `body` of a page's facts may have markup, and may be cut short.
    init?(_ facts: PageFacts, _ words: NewsWords) {
        guard let text = facts.body, text.utf8.count >= Self.shortest else { return nil }
        summary = PageSummary(facts.summaries)
        paragraphs = Self.paragraphs(of: text, words)
        folded = TextMatch.folded(paragraphs.joined(separator: " "))
    }

    private static func paragraphs(of text: String, _ words: NewsWords) -> [String] {
        if text.utf8Contains("</"), let tree = try? HTMLDocument(text, words).tree {
            return BlockReader.blocks(of: tree).map(\.text)
        }
        return text.split(separator: "\n").compactMap { PlainValue.text(String($0)) }
    }

    /// If most of the story is in the data too, the story is cut to that part. If the page shows only a small part of
    /// the data, the data is the story.
    func applied(to story: [PageBlock]) -> [PageBlock] {
        guard folded.utf8.count * story.count <= Self.most else { return story }
        let stated = story.indices.filter { story[$0].isSentence && states(story[$0]) }
        let agreed = stated.map { story[$0] }.sentenceSize
        guard let first = stated.first, let last = stated.last else { return behind(story) }
        guard agreed.isAtLeast(Self.agreeing, of: story.sentenceSize) else { return story }
        if whole > agreed * Self.longerTimes { return blocks }
        guard agreed.isAtLeast(Self.covered, of: whole) else { return story }
        let before = story[..<first].filter { $0.kind == .caption || isLead($0, of: story[..<first]) }
        return before + story[first...last]
            + story[(last + 1)...].filter { $0.kind == .table || $0.kind == .quote || states($0) }
    }

    /// The page shows a lead and a picture alone, and a script all that follows.
    private func behind(_ story: [PageBlock]) -> [PageBlock] {
        guard whole > story.sentenceSize * Self.longerTimes else { return story }
        return story.filter { $0.kind == .caption || isLead($0, of: story[...]) || summary.isPart($0) } + blocks
    }

    /// The lead is seldom stated. More than that before the story is something else.
    private func isLead(_ block: PageBlock, of before: ArraySlice<PageBlock>) -> Bool {
        block.isProse && block.endsSentence && before.count { $0.isProse } == 1
    }

    /// For a page that shows nothing of its story.
    var blocks: [PageBlock] {
        paragraphs.map { text in
            PageBlock(
                kind: .paragraph, text: text, owner: 0, nodes: 0..<0, size: TextWeight.of(text), linked: 0,
                links: 0)
        }
    }

    private func states(_ block: PageBlock) -> Bool { folded.utf8Contains(TextMatch.folded(block.text)) }

    private var whole: Int { paragraphs.reduce(0) { $0 + TextWeight.of($1) } }
}
