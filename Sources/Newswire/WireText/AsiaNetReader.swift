/// Press releases as AsiaNet and its partners send them: "Source: …", "MEDIA RELEASE PR…", the headline, a blank line, then
/// a dateline and hard-wrapped paragraphs.
struct AsiaNetReader: Reader {
    var format: String { "asianet" }

    func recognise(_ sample: FileSample) -> Recognition {
        let lines = sample.trimmed.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
        guard lines.count > 2, lines[0].begins(with: "source:") else { return .no }
        return lines[1].begins(with: "media release pr") ? .certain : .no
    }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let decoded = try DecodedText(bytes)
        let release = AsiaNetRelease(decoded.text, words)
        var metadata = Metadata()
        metadata.title = release.title
        metadata.publisher = release.source
        metadata.item = release.number
        var story = release.story
        metadata.finish(with: &story, words)
        guard !story.isEmpty else { throw .noArticle("the press release has no text") }
        metadata.published = story.paragraphs.first.flatMap { Self.date(in: $0.text, words.times) }
        let article = story.article(metadata, item: 1, warnings: decoded.warnings)
        return Reading(format: format, encoding: decoded.charset.name, articles: [article])
    }

    /// Of "KESSING, Feb. 1, 2017 /Newswire-AsiaNet/ --"; nil where nothing is written so.
    static func date(in dateline: String, _ times: NewsTime) -> String? {
        guard let mark = dateline.firstIndex(of: "/") else { return nil }
        let words = dateline[..<mark].split { $0 == " " || $0 == "," || $0 == "." }
        guard words.count >= 3 else { return nil }
        let last = words.suffix(3).map(String.init)
        return times.iso("\(last[1]) \(last[0]) \(last[2])")
    }
}

/// The parts of a release.
private struct AsiaNetRelease {
    let source: String?
    /// "PR67276"
    let number: String?
    let title: String?
    let story: Story

    init(_ text: String, _ words: NewsWords) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let top = lines.drop { String.line($0) == nil }.prefix { String.line($0) != nil }
        source = top.first.flatMap { String.line(String($0.drop { $0 != ":" }.dropFirst())) }
        number = top.dropFirst().first?.split(separator: " ").last.map(String.init)
        title = String.line(top.dropFirst(2).joined(separator: " "))
        story = Self.story(Array(lines[top.endIndex...]), words)
    }

    private static func story(_ lines: [String], _ words: NewsWords) -> Story {
        var story = Story(plain: withBreaks(lines).joined(separator: "\n"), words)
        for n in story.paragraphs.indices { story.paragraphs[n].aside = aside(story.paragraphs[n].text, words) }
        return story
    }

    /// Some leave a few columns free at the ends of lines. Chosen by hand.
    private static let slack = 8

    /// A line that ends although the next word had fitted into it was ended by its writer: a heading, an address.
    private static func withBreaks(_ lines: [String]) -> [String] {
        let width = lines.map(\.count).max() ?? 0
        var result: [String] = []
        for (n, line) in lines.enumerated() {
            result.append(line)
            guard n + 1 < lines.count, let here = String.line(line), let next = String.line(lines[n + 1]) else {
                continue
            }
            // Something in parentheses goes on.
            if let open = here.lastIndex(of: "("), !here[open...].contains(")") { continue }
            let word = next.prefix { $0 != " " }
            if here.count + 1 + word.count <= width - slack { result.append("") }
        }
        return result
    }

    private static func aside(_ paragraph: String, _ words: NewsWords) -> String? {
        let folded = paragraph.lowercased()
        if folded.hasPrefix("source:") || paragraph.hasPrefix("SOURCE ") { return "credit" }
        return folded.contains("http") && words.messages.isPicture(paragraph) ? "caption" : nil
    }
}
