extension Metadata {
    /// Bytes of a line that are looked at: a byline has 160 at most, a dateline 240, and blanks may stand before both.
    private static let beginning = 400

    /// What the first lines of a plain text say of it: the first that is a byline, the first that begins with a dateline.
    package init(plainText text: String, _ words: NewsWords) {
        for line in Self.firstLines(of: text, words) {
            if byline.isEmpty, words.bylines.isByline(line) { byline = words.bylines.people(line) }
            if dateline == nil { dateline = words.datelines.dateline(opening: line) }
        }
    }

    /// The first that are not empty, each as one line.
    private static func firstLines(of text: String, _ words: NewsWords) -> [String] {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8.span
        var lines: [String] = []
        var start = 0
        while start < bytes.count, lines.count < firstParagraphs {
            let end = bytes.first(UInt8(ascii: "\n"), from: start)
            var cleaner = CharacterCleaner(.asWritten, words)
            cleaner.append(bytes.extracting(start..<min(end, start + beginning)))
            if let line = cleaner.take() { lines.append(line) }
            start = end + 1
        }
        return lines
    }
}
