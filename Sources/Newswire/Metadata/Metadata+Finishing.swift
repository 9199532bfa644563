extension Metadata {
    /// Fills what the fields left open from the story's own first lines, and sets bylines within it aside.
    mutating func finish(with story: inout Story, _ words: NewsWords) {
        let reader = words.bylines
        var bylines: [String] = []
        for n in story.paragraphs.indices where story.paragraphs[n].aside == nil {
            let text = story.paragraphs[n].text
            guard reader.isByline(text) else { continue }
            story.paragraphs[n].aside = "byline"
            bylines += reader.people(text)
        }
        if byline.isEmpty { byline = bylines.uniqued() }
        guard let found = Self.dateline(in: story, words) else { return }
        dateline = Dateline(
            place: dateline?.place ?? found.place, agency: dateline?.agency ?? found.agency)
    }

    /// Paragraphs and lines among which bylines and datelines are looked for: notes and summaries may stand before the
    /// story's first, but further down such a line may be about another article. Chosen by hand.
    static let firstParagraphs = 8

    /// Of one of the first paragraphs.
    private static func dateline(in story: Story, _ words: NewsWords) -> Dateline? {
        var seen = 0
        for paragraph in story.paragraphs where paragraph.aside == nil {
            if let found = words.datelines.dateline(opening: paragraph.text) { return found }
            seen += 1
            guard seen < firstParagraphs else { break }
        }
        return nil
    }

    /// A language tag as the record has it: "EN" is "en", "de_AT" is "de-AT".
    static func languageTag(_ raw: String?) -> String? {
        guard let tag = raw.flatMap(String.line) else { return nil }
        let parts = tag.split { $0 == "-" || $0 == "_" }
        guard let language = parts.first, (2...3).contains(language.count), language.allSatisfy(\.isLetter) else {
            return nil
        }
        return ([language.lowercased()] + parts.dropFirst().map(String.init)).joined(separator: "-")
    }
}
