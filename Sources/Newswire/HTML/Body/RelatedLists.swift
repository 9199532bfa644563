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
        block.linkShare > 0.25 && !(block.kind == .paragraph && block.endsSentence && block.size > 120)
    }

    /// "More great stories", "You may also like:"
    private func announces(_ block: PageBlock) -> Bool {
        guard block.size <= 50, block.kind != .item else { return false }
        let words = RegionHint.words(of: block.text)
        guard let first = words.first, openings.contains(first) else { return false }
        return words.count == 1 || words.contains { subjects.contains($0) }
    }
}
