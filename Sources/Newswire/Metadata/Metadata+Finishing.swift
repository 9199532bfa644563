extension Metadata {
    /// Fills what the fields left open from the story's own first lines, and sets bylines within it aside.
    mutating func finish(with story: inout Story) {
        var bylines: [String] = []
        for n in story.paragraphs.indices where story.paragraphs[n].aside == nil {
            let text = story.paragraphs[n].text
            guard Byline.isByline(text) else { continue }
            story.paragraphs[n].aside = "byline"
            bylines += Byline.people(text)
        }
        if byline.isEmpty { byline = bylines.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
        let openings = story.paragraphs.lazy.filter { $0.aside == nil }.prefix(8)
        guard let found = openings.lazy.compactMap({ Dateline(opening: $0.text) }).first else { return }
        dateline = Dateline(
            place: dateline?.place ?? found.place, agency: dateline?.agency ?? found.agency)
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
