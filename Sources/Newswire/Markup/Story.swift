/// The paragraphs of an article as a reader found them; some are set aside.
struct Story: Sendable, Equatable {
    struct Paragraph: Sendable, Equatable {
        /// One line, without blanks at its ends.
        var text: String
        /// Why it is set aside; nil for the story itself.
        var aside: String?
    }

    var paragraphs: [Paragraph] = []
    /// How many wrongly decoded characters were mended.
    var mended = 0

    var isEmpty: Bool { paragraphs.isEmpty }

    /// Title, blank line, paragraphs a blank line apart; without the paragraphs that only repeat the title.
    func article(_ metadata: Metadata, item: Int, warnings: [String] = []) -> Article {
        let title = metadata.title
        let body = paragraphs.drop { $0.text == title }
        var composer = Composer(marks: body.contains { $0.aside != nil })
        composer.text.reserveCapacity(body.reduce(title?.utf8.count ?? 0) { $0 + $1.text.utf8.count + 2 })
        if let title { composer.add(title) }
        for paragraph in body { composer.add(paragraph.text, aside: paragraph.aside) }
        let notes = mended > 0 ? [Self.mendedNote(mended)] : []
        return Article(
            text: composer.text, metadata: metadata, item: item, setAside: composer.asides, warnings: warnings + notes)
    }

    static func mendedNote(_ count: Int) -> String {
        "mended \(count) \(count == 1 ? "character" : "characters") that had been decoded wrongly"
    }

    /// Puts paragraphs together, and counts code points where any of them is set aside.
    private struct Composer {
        var text = ""
        var asides: [SetAside] = []
        private let marks: Bool
        private var count = 0

        init(marks: Bool) { self.marks = marks }

        mutating func add(_ paragraph: String, aside: String? = nil) {
            if !text.isEmpty {
                text += "\n\n"
                count += 2
            }
            let start = count
            text += paragraph
            guard marks else { return }
            count += paragraph.utf8.span.codePointCount
            guard let aside else { return }
            if let last = asides.last, last.reason == aside, last.span.end + 2 == start {
                asides[asides.count - 1].span.end = count
            } else {
                asides.append(SetAside(span: Span(start, count), reason: aside))
            }
        }
    }
}
