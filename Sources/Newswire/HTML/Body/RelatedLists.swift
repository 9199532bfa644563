/// Lists of links to other stories, told by the line above them.
struct RelatedLists: Sendable {
    private let openings: Set<String>
    private let subjects: Set<String>

    init(_ vocabulary: NewsVocabulary) {
        openings = Set(vocabulary.lower(.relatedOpening))
        subjects = Set(vocabulary.lower(.relatedSubject))
    }

    func removed(from blocks: [PageBlock]) -> [PageBlock] {
        var kept: [PageBlock] = []
        var within = false
        for (i, block) in blocks.enumerated() {
            if within, isLinked(block) { continue }
            within = i + 1 < blocks.count && announces(block) && isLinked(blocks[i + 1])
            if !within { kept.append(block) }
        }
        return kept
    }

    /// Paragraphs of a story may be links too.
    private func isLinked(_ block: PageBlock) -> Bool {
        block.linkShare > Limits.linked
            && !(block.kind == .paragraph && block.endsSentence && block.size > Limits.paragraph)
    }

    /// "More great stories", "You may also like:"
    private func announces(_ block: PageBlock) -> Bool {
        guard block.size <= Limits.announcement, block.kind != .item else { return false }
        return announces(block.text)
    }

    /// - Parameter line: Ten words at most.
    func announces(_ line: String) -> Bool {
        let words = RegionHint.words(of: line)
        guard let first = words.first, openings.contains(first) else { return false }
        return words.count == 1 || words.contains { subjects.contains($0) }
    }

    /// Chosen by hand (docs/pages.md, “Where the numbers come from”).
    private enum Limits {
        /// The line above says that links follow, so fewer links suffice than without it: a date or a line may stand beside them.
        static let linked = 0.25
        /// A longer sentence is a paragraph of the story that cites others.
        static let paragraph = 120
        /// Ten words: "More stories from our correspondents in the capital".
        static let announcement = 50
    }
}
