extension SiteLines {
    /// When the page was published or updated: "Updated: November 20, 2026 8:00 AM"
    func isStamp(_ block: PageBlock) -> Bool {
        guard isShort(block), block.text.contains(where: \.isNumber) else { return false }
        let words = RegionHint.words(of: block.text)
        guard let first = words.first else { return false }
        if stamps.contains(first) { return true }
        if stampOpenings.contains(first), words.dropFirst().first.map(stamps.contains) ?? false {
            return true
        }
        return block.size < 70 && !block.endsSentence && words.contains(where: stamps.contains) && others(words) <= 8
    }

    /// Who wrote it and when, as it stands at the edges of stories: "By Bo Ek", "20 November 2026, 8 am". Within a story
    /// the same may be the heading of a day.
    func isDateline(_ block: PageBlock) -> Bool {
        guard isShort(block) else { return false }
        if isStamp(block) { return true }
        let words = RegionHint.words(of: block.text)
        if words.first.map(authorPrepositions.contains) ?? false { return block.size < 50 && !block.endsSentence }
        return block.text.contains(where: \.isNumber) && others(words) * 3 <= words.count
    }

    private func isShort(_ block: PageBlock) -> Bool {
        block.size < 90 && (!block.isProse || block.size < 60) && block.kind != .table
    }

    /// Words that are none of dates and times.
    private func others(_ words: [String]) -> Int { words.count { !clockWords.contains($0) } }
}
