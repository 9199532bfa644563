import Foundation
import Newswire

/// Files of each format to articles, on one thread: the project's own articles, wrapped as newsrooms get them.
struct FormatBenchmark {
    let corpus: Corpus

    func run(rounds: Int) throws {
        print("readers, bytes to articles, one thread")
        for (name, files) in try samples() {
            let size = files.reduce(0) { $0 + $1.count }
            _ = try round(files)
            let results = try (0..<rounds).map { _ in try round(files) }
            row("\(name), MB a second", Spread(results.map { Double(size) / $0 / 1e6 }).description)
        }
    }

    /// Seconds of the processor.
    private func round(_ files: [[UInt8]]) throws -> Double {
        let start = processorTime()
        for file in files { _ = try Newswire.read(bytes: file, name: "bench") }
        return processorTime() - start
    }

    private func samples() throws -> [(String, [[UInt8]])] {
        let stories = corpus.files.map { String(decoding: $0.bytes, as: UTF8.self) }.map(FormatSample.init(text:))
        let nitf = stories.map { Array($0.nitf.utf8) }
        return [
            ("NITF", nitf), ("NewsML-G2", stories.map { Array($0.newsMLG2.utf8) }),
            ("RSS", [Array(FormatSample.feed(stories).utf8)]),
            ("NITF, 20 MB a file", [Array(FormatSample.long(stories, bytes: 20 << 20).utf8)]),
        ]
    }
}

/// One article in several formats.
struct FormatSample {
    private let paragraphs: [String]

    init(text: String) {
        let escaped = text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
        paragraphs = escaped.components(separatedBy: "\n\n").filter { !$0.isEmpty }
    }

    private var body: String {
        paragraphs.map { "          <p>\(Self.marked($0))</p>\n" }.joined()
    }

    /// Every other capitalised word within a paragraph marked as a name: a tag for 50 bytes, as agencies send them.
    private static func marked(_ paragraph: String) -> String {
        var names = 0
        return paragraph.split(separator: " ", omittingEmptySubsequences: false).map { word in
            names += word.first?.isUppercase == true ? 1 : 0
            let isMarked = word.first?.isUppercase == true && names.isMultiple(of: 2)
            return isMarked ? "<person idsrc=\"bench\">\(word)</person>" : String(word)
        }.joined(separator: " ")
    }

    var nitf: String { nitf(body) }

    private func nitf(_ body: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <nitf><head><docdata management-status="usable"><doc-id id-string="bench.1"/><date.issue norm="20261120T070001+0100"/>
        <doc.copyright holder="Strait News" year="2026"/></docdata></head><body><body.head><hedline><hl1>Bridge</hl1></hedline>
        <byline>By Bo Ek</byline></body.head><body.content>\(body)</body.content></body></nitf>
        """
    }

    var newsMLG2: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:bench" version="1" xml:lang="en"><itemMeta>
        <itemClass qcode="ninat:text"/><provider literal="Strait News"/><versionCreated>2026-11-20T08:00:00Z</versionCreated>
        <pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Bridge</headline><language tag="en"/></contentMeta>
        <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
        \(body)</body></html></inlineXML></contentSet></newsItem>
        """
    }

    static func feed(_ stories: [FormatSample]) -> String {
        let items = stories.enumerated().map { number, story in
            "<item><title>Bridge \(number)</title><guid>bench-\(number)</guid><content:encoded><![CDATA[\(story.body)]]>"
                + "</content:encoded></item>\n"
        }
        return "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
            + "<title>Bench</title>\(items.joined())</channel></rss>"
    }

    static func long(_ stories: [FormatSample], bytes: Int) -> String {
        var body = ""
        while body.utf8.count < bytes { for story in stories.prefix(500) { body += story.body } }
        return stories[0].nitf(body)
    }
}
