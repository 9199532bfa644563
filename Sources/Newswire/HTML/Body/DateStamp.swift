extension SiteLine {
    /// When the page was published or updated: "Updated: November 20, 2026 8:00 AM"
    static func isStamp(_ block: PageBlock) -> Bool {
        guard isShort(block), block.text.contains(where: \.isNumber) else { return false }
        let words = RegionHint.words(of: block.text)
        guard let first = words.first else { return false }
        if stamps.contains(first) { return true }
        if ["first", "last", "originally"].contains(first), words.dropFirst().first.map(stamps.contains) ?? false {
            return true
        }
        return block.size < 70 && !block.endsSentence && words.contains(where: stamps.contains) && others(words) <= 8
    }

    /// Who wrote it and when, as it stands at the edges of stories: "By Bo Ek", "20 November 2026, 8 am". Within a story
    /// the same may be the heading of a day.
    static func isDateline(_ block: PageBlock) -> Bool {
        guard isShort(block) else { return false }
        if isStamp(block) { return true }
        let words = RegionHint.words(of: block.text)
        if words.first == "by" { return block.size < 50 && !block.endsSentence }
        return block.text.contains(where: \.isNumber) && others(words) * 3 <= words.count
    }

    private static func isShort(_ block: PageBlock) -> Bool {
        block.size < 90 && (!block.isProse || block.size < 60) && block.kind != .table
    }

    /// Words that are none of dates and times.
    private static func others(_ words: [String]) -> Int { words.count { !clockWords.contains($0) } }

    private static let stamps: Set<String> = ["updated", "published", "posted", "modified"]

    private static let clockWords: Set<String> = Set(
        """
        updated published posted modified january february march april may june july august september october november \
        december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday \
        sunday mon tue wed thu fri sat sun am pm a p m est edt et gmt utc bst ist pst pdt pt at on ago hours hour \
        minutes minute days day min read th st nd rd by last first
        """.split(separator: " ").map(String.init))
}
