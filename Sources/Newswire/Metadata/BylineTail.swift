/// What stands behind the names of a byline: a day, a time, a link to the author's other stories.
struct BylineTail: Sendable {
    private let weekdays: Set<String>
    /// Of dates: weekdays, months, halves of the day, "on", "updated".
    private let dateWords: Set<String>
    /// "View all posts", in words.
    private let closings: [[String]]

    init(_ vocabulary: NewsVocabulary) {
        weekdays = vocabulary.calendar.weekdays
        dateWords = vocabulary.calendar.all
            .union(vocabulary.lower(.dateOpening)).union(vocabulary.lower(.stamp))
        closings = vocabulary.lower(.bylineClosing).map { $0.split(separator: " ").map(String.init) }
    }

    /// "Bo Ek" of "Bo Ek on Tuesday, 3 February 2026", of "Bo Ek - 3 hours ago" and of "Bo Ek View all posts".
    func removed(from line: Substring) -> Substring {
        var words = line.utf8.split(separator: 0x20).map { Substring($0) }
        if let end = words.indices.dropFirst().first(where: { ends(words[$0...]) }) {
            words.removeSubrange(end...)
            while words.count > 1, let last = words.last, dateWords.contains(Self.plain(last)) { words.removeLast() }
        }
        // "Ann Monday" may be somebody's name.
        while words.count > Limits.name, let last = words.last, weekdays.contains(Self.plain(last)) {
            words.removeLast()
        }
        guard let first = words.first, let last = words.last else { return line }
        return line[first.startIndex..<last.endIndex]
    }

    /// Whether a text is nothing but days.
    func isDay(_ text: Substring) -> Bool {
        let words = text.utf8.split(separator: 0x20).map { Substring($0) }
        return !words.isEmpty && words.allSatisfy { weekdays.contains(Self.plain($0)) }
    }

    private func ends(_ rest: ArraySlice<Substring>) -> Bool {
        guard let word = rest.first else { return false }
        if word.utf8.contains(where: { (0x30...0x39).contains($0) }) || ["-", "–", "—"].contains(word) { return true }
        return closings.contains { closing in
            closing.count <= rest.count && zip(closing, rest).allSatisfy { $0 == Self.plain($1) }
        }
    }

    /// In lower case, without stops.
    private static func plain(_ word: Substring) -> String {
        String(word.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic })
    }

    private enum Limits {
        /// A given name and a surname.
        static let name = 2
    }
}
