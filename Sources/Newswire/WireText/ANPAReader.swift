/// ANPA 1312, the text format of American agencies: lines that begin with "^" and end in "<" or "=" before the text,
/// paragraphs behind a tabulator, tables behind a backspace.
struct ANPAReader: Reader {
    var format: String { "anpa-1312" }

    func recognise(_ sample: FileSample) -> Recognition {
        guard WireFrame.isFramed(sample.head), let start = sample.head.firstIndex(of: 0x02) else { return .no }
        return sample.head[(start + 1)...].first { $0 > 0x20 } == UInt8(ascii: "^") ? .certain : .no
    }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let frame = try WireFrame(bytes)
        var message = ANPAMessage(frame.lines, words)
        var metadata = Metadata()
        metadata.title = message.title
        metadata.byline = message.byline
        if let trailer = frame.trailer.map({ ANPATrailer($0, words.times) }) {
            metadata.publisher = trailer.agency
            metadata.published = trailer.time
        }
        metadata.finish(with: &message.story, words)
        guard !message.story.isEmpty else { throw .noArticle("the wire message has no text") }
        let article = message.story.article(metadata, item: 1, warnings: frame.decoded.warnings)
        return Reading(format: format, encoding: frame.decoded.charset.name, articles: [article])
    }
}

/// The line behind the text: "AP-WF-11-13-13 1509GMT<".
private struct ANPATrailer {
    var agency: String?
    var time: String?

    init(_ line: String, _ times: NewsTime) {
        let parts = line.split { $0 == "-" || $0 == " " || $0 == "<" }.map(String.init)
        agency = parts.first.flatMap { $0.allSatisfy(\.isUppercase) ? $0 : nil }
        let numbers = parts.filter { $0.count == 2 && $0.allSatisfy(\.isNumber) }
        guard numbers.count == 3, let clock = parts.last, clock.hasSuffix("GMT"), clock.count == 7 else { return }
        time = times.iso("20\(numbers[2])\(numbers[0])\(numbers[1])T\(clock.prefix(4))00Z")
    }
}

/// The text of a message, line by line.
private struct ANPAMessage {
    var title: String?
    var byline: [String] = []
    var story = Story()
    private var isInText = false
    private let words: NewsWords

    init(_ lines: [String], _ words: NewsWords) {
        self.words = words
        // The first line repeats the header's slug.
        for line in lines.drop(while: { $0.isEmpty }).dropFirst() { add(line) }
    }

    private mutating func add(_ line: String) {
        guard let text = String.line(Self.withoutMarks(line)) else { return }
        if line.unicodeScalars.first == "\u{8}"
            || text.split(separator: ";", omittingEmptySubsequences: false).count >= Self.leastCells
        {
            isInText = true
            let row = text.split(separator: ";").compactMap { String.line(String($0)) }.joined(separator: " | ")
            if !row.isEmpty { story.paragraphs.append(Story.Paragraph(text: row, aside: "table")) }
        } else if line.hasPrefix("\t") {
            isInText = true
            story.paragraphs.append(Story.Paragraph(text: text))
        } else if isInText || line.first != "^" {
            story.paragraphs.append(Story.Paragraph(text: text))
        } else {
            addHeading(text)
        }
    }

    /// Before the text: title, byline, notes to editors, a summary.
    private mutating func addHeading(_ text: String) {
        if words.bylines.beginsWithAuthor(text) {
            byline += words.bylines.people(text)
        } else if title == nil, !words.messages.isEditorsNote(text) {
            title = text
        } else {
            story.paragraphs.append(Story.Paragraph(text: text, aside: "editorial"))
        }
    }

    /// Typesetting marks as characters: quotation marks of two strokes, dashes, halves; the others are dropped.
    private static func withoutMarks(_ line: String) -> String {
        var text = line
        if text.unicodeScalars.first == "\u{8}" { text.unicodeScalars.removeFirst() }
        if text.hasPrefix("^") { text.removeFirst() }
        while let last = text.last, "<= ".contains(last) { text.removeLast() }
        var result = ""
        var rest = Substring(text)
        while !rest.isEmpty {
            let found = marks.first { rest.hasPrefix($0.mark) }
            result += found?.meaning ?? String(rest.prefix(1))
            rest = rest.dropFirst(found?.mark.count ?? 1)
        }
        return result
    }

    /// A sentence may have two semicolons; a row of a table has more.
    private static let leastCells = 4

    private static let marks: [(mark: String, meaning: String)] = [
        ("``", "“"), ("''", "”"), ("`", "‘"), (" _ ", " — "), ("{", "½"),
    ]
}
