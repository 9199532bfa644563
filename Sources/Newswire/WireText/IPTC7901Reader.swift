/// IPTC 7901, the text format of European agencies: headlines down to a line that ends in "=", then paragraphs, then, at
/// some agencies, a notebook that is not for publication. https://www.iptc.org/std/IPTC7901/
struct IPTC7901Reader: Reader {
    var format: String { "iptc-7901" }

    func recognise(_ sample: FileSample) -> Recognition { WireFrame.isFramed(sample.head) ? .likely : .no }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let frame = try WireFrame(bytes)
        let top = WireHeadlines(frame.lines, words.bylines)
        var metadata = Metadata()
        metadata.title = top.title
        metadata.byline = top.byline
        metadata.publisher = Self.agency(frame.header)
        metadata.urgency = Self.urgency(frame.header)
        var story = Self.story(frame.lines[top.end...], words)
        metadata.finish(with: &story, words)
        guard !story.isEmpty || top.title != nil else { throw .noArticle("the wire message has no text") }
        let article = story.article(metadata, item: 1, warnings: frame.decoded.warnings)
        return Reading(format: format, encoding: frame.decoded.charset.name, articles: [article])
    }

    /// The word before the running number at the end of the header's first line.
    private static func agency(_ header: [String]) -> String? {
        let words = (header.first ?? "").split(whereSeparator: \.isWhitespace)
        guard words.count > 2, words[words.count - 1].allSatisfy(\.isNumber) else { return nil }
        let word = words[words.count - 2]
        return word.allSatisfy(\.isLetter) ? String(word) : nil
    }

    /// The digit behind the service and the message's number: "eca062 4 i 211".
    private static func urgency(_ header: [String]) -> Int? {
        let words = (header.first ?? "").split(whereSeparator: \.isWhitespace)
        return words.count > 2 ? Metadata.urgency(String(words[1])) : nil
    }

    private static func story(_ lines: ArraySlice<String>, _ words: NewsWords) -> Story {
        let notebook = lines.firstIndex { beginsNotebook($0, words) } ?? lines.endIndex
        var story = Story(plain: lines[..<notebook].joined(separator: "\n"), words)
        if let last = story.paragraphs.last, isSignature(last.text) {
            story.paragraphs[story.paragraphs.count - 1].aside = "editorial"
        }
        let notes = Story(plain: lines[notebook...].joined(separator: "\n"), words)
        story.paragraphs += notes.paragraphs.map { Story.Paragraph(text: $0.text, aside: "notebook") }
        story.mended += notes.mended
        return story
    }

    private static func beginsNotebook(_ line: String, _ words: NewsWords) -> Bool {
        line.hasPrefix("#") && words.messages.isNotebook(line) || line.hasPrefix("* * * *")
    }

    /// Words of a signature, and letters of each: initials of the agency, the writer and the desks. Chosen by hand.
    private static let signature = 2...6

    /// The desk's own mark: "dpa wsz jln npr".
    private static func isSignature(_ paragraph: String) -> Bool {
        let words = paragraph.split(separator: " ")
        return signature.contains(words.count)
            && words.allSatisfy { signature.contains($0.count) && $0.allSatisfy { $0.isLowercase || $0.isNumber } }
    }
}

/// The lines at the top of a message: catchwords ("1ST LEAD"), the title, the byline.
private struct WireHeadlines {
    var title: String?
    var byline: [String] = []
    /// Where the text begins.
    var end: Int

    /// Three lines of title, catchwords, byline and blank lines between. Without an "=" among them there is no heading.
    private static let most = 8

    init(_ lines: [String], _ bylines: BylineReader) {
        let first = lines.firstIndex { !$0.isEmpty } ?? 0
        let last = lines.indices.dropFirst(first).prefix(Self.most).first { lines[$0].hasSuffix("=") }
        end = (last ?? first) + 1
        let top = lines[first..<min(end, lines.count)].compactMap { line in
            String.line(String(line.hasSuffix("=") ? line.dropLast() : line[...]))
        }
        // Here also where it names nobody: "By dpa correspondents".
        let others = top.filter { !bylines.beginsLikeParagraph($0) }
        byline = top.filter(bylines.beginsLikeParagraph).flatMap { bylines.people($0) }
        // A title has small letters, or there is nothing else.
        let titles = others.filter { $0.contains(where: \.isLowercase) && !$0.hasPrefix("(") }
        let parts = titles.isEmpty ? others : titles
        title = parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
