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
        return block.size < Limits.stamp && !block.endsSentence && words.contains(where: stamps.contains)
            && others(words) <= Limits.otherWords
    }

    /// Who wrote it and when, as it stands at the edges of stories: "By Bo Ek", "20 November 2026, 8 am". Within a story
    /// the same may be the heading of a day.
    func isDateline(_ block: PageBlock) -> Bool {
        guard isShort(block) else { return false }
        if isStamp(block) { return true }
        let words = RegionHint.words(of: block.text)
        if words.first.map(authorPrepositions.contains) ?? false {
            return block.size < Limits.byline && !block.endsSentence
        }
        return block.text.contains(where: \.isNumber) && others(words).isAtMost(Limits.otherShare, of: words.count)
    }

    private func isShort(_ block: PageBlock) -> Bool {
        block.size < Limits.line && (!block.isProse || block.size < Limits.proseLine) && block.kind != .table
    }

    /// Words that are none of dates and times.
    private func others(_ words: [String]) -> Int { words.count { !clockWords.contains($0) } }

    /// Chosen by hand (docs/pages.md, “Where the numbers come from”).
    private enum Limits {
        /// "Published Friday, November 20, 2026 8:00 AM EST, Updated Saturday, November 21, 2026 9:15 AM EST" has some 70.
        static let line = 90
        /// Some of them look like prose; but a longer one is a sentence with a date.
        static let proseLine = 60
        /// The word of a stamp may stand further back: "Bo Ek, Strait News - posted 20 November 2026 8:00 AM".
        static let stamp = 70
        /// The names of people and papers in such a line, and its place.
        static let otherWords = 8
        /// "By Bo Ek, Staff Writer and Ann Vik, Strait News".
        static let byline = 50
        /// "Kessing, 20 November 2026": of each three words two are a date's.
        static let otherShare = Share(1, of: 3)
    }
}
