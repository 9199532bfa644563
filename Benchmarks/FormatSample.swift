/// One article in several formats.
struct FormatSample {
    enum Format: String, CaseIterable {
        case nitf, rss, atom, rdf
        case newsMLG2 = "newsml-g2"
        case newsML1 = "newsml-1"
        case escaped = "rss-escaped"
        case long = "nitf-20mb"

        var title: String {
            switch self {
            case .nitf: "NITF"
            case .newsMLG2: "NewsML-G2"
            case .newsML1: "NewsML 1.2"
            case .rss: "RSS, HTML in CDATA"
            case .escaped: "RSS, HTML escaped"
            case .atom: "Atom, XHTML"
            case .rdf: "RDF, plain text"
            case .long: "NITF, 20 MB a file"
            }
        }

        /// A file an article, or a feed of them all.
        func files(of stories: [FormatSample]) -> [[UInt8]] {
            switch self {
            case .nitf: stories.map { Array($0.nitf.utf8) }
            case .newsMLG2: stories.map { Array($0.newsMLG2.utf8) }
            case .newsML1: stories.map { Array($0.newsML1.utf8) }
            case .rss: [Array(FormatSample.rss(stories.map { "<![CDATA[\($0.body)]]>" }).utf8)]
            case .escaped: [Array(FormatSample.rss(stories.map { FormatSample.escaped($0.body) }).utf8)]
            case .atom: [Array(FormatSample.atom(stories).utf8)]
            case .rdf: [Array(FormatSample.rdf(stories).utf8)]
            case .long: [FormatSample.long(stories, bytes: 20 << 20)]
            }
        }
    }

    /// Paragraphs with names marked up, as agencies send them.
    private let body: String
    private let plain: String

    init(article: [UInt8]) {
        let escaped = Self.escaped(String(decoding: article, as: UTF8.self))
        plain = escaped
        body = escaped.utf8.split(separator: 0x0A).map { "          <p>\(Self.marked($0))</p>\n" }.joined()
    }

    private static func escaped(_ text: String) -> String {
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    /// Every other capitalised word marked as a name: a tag for 50 bytes.
    private static func marked(_ paragraph: Substring.UTF8View) -> String {
        var names = 0
        let words = paragraph.split(separator: 0x20, omittingEmptySubsequences: false).map { word in
            let isCapitalised = word.first.map { (0x41...0x5A).contains($0) } ?? false
            names += isCapitalised ? 1 : 0
            return isCapitalised && names.isMultiple(of: 2)
                ? "<person idsrc=\"bench\">\(Substring(word))</person>" : String(Substring(word))
        }
        return words.joined(separator: " ")
    }

    // MARK: Formats

    private var nitf: String { Self.nitf(body) }

    private static func nitf(_ body: String, prolog: String = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") -> String
    {
        """
        \(prolog)<nitf><head><docdata management-status="usable"><doc-id id-string="bench.1"/><date.issue norm="20261120T070001+0100"/>
        <doc.copyright holder="Strait News" year="2026"/></docdata></head><body><body.head><hedline><hl1>Bridge</hl1></hedline>
        <byline>By Bo Ek</byline></body.head><body.content>\(body)</body.content></body></nitf>
        """
    }

    private var newsMLG2: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:bench" version="1" xml:lang="en"><itemMeta>
        <itemClass qcode="ninat:text"/><provider literal="Strait News"/><versionCreated>2026-11-20T08:00:00Z</versionCreated>
        <pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Bridge</headline><language tag="en"/></contentMeta>
        <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
        \(body)</body></html></inlineXML></contentSet></newsItem>
        """
    }

    private var newsML1: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <NewsML><NewsEnvelope><SentFrom><Party FormalName="Strait News"/></SentFrom></NewsEnvelope><NewsItem><Identification>
        <NewsIdentifier><ProviderId>strait.example</ProviderId><DateId>20261120</DateId><NewsItemId>bench</NewsItemId>
        <RevisionId PreviousRevision="0">1</RevisionId></NewsIdentifier></Identification><NewsManagement>
        <NewsItemType FormalName="News"/><FirstCreated>20261120T070001+0100</FirstCreated><Status FormalName="Usable"/>
        </NewsManagement><NewsComponent><NewsLines><HeadLine>Bridge</HeadLine><ByLine>By Bo Ek</ByLine></NewsLines>
        <NewsComponent><Role FormalName="Main"/><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
        <ContentItem><Format FormalName="NITF"/><DataContent>\(Self.nitf(body, prolog: ""))</DataContent></ContentItem>
        </NewsComponent></NewsComponent></NewsItem></NewsML>
        """
    }

    private static func rss(_ bodies: [String]) -> String {
        let items = bodies.enumerated().map { number, body in
            "<item><title>Bridge \(number)</title><guid>bench-\(number)</guid><pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>"
                + "<dc:creator>Bo Ek</dc:creator><content:encoded>\(body)</content:encoded></item>\n"
        }
        return "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Bench</title>\(items.joined())</channel></rss>"
    }

    private static func atom(_ stories: [FormatSample]) -> String {
        let entries = stories.enumerated().map { number, story in
            "<entry><title>Bridge \(number)</title><id>urn:bench:\(number)</id><updated>2026-11-20T08:00:00Z</updated>"
                + "<author><name>Bo Ek</name></author><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
                + story.body + "</div></content></entry>\n"
        }
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Bench</title>\(entries.joined())</feed>"
    }

    private static func rdf(_ stories: [FormatSample]) -> String {
        let items = stories.enumerated().map { number, story in
            "<item rdf:about=\"https://strait.example/\(number)\"><title>Bridge \(number)</title>"
                + "<description>\(story.plain)</description></item>\n"
        }
        return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\">"
            + "<channel><title>Bench</title></channel>\(items.joined())</rdf:RDF>"
    }

    private static func long(_ stories: [FormatSample], bytes: Int) -> [UInt8] {
        let bodies = stories.prefix(500).map { Array($0.body.utf8) }
        var body: [UInt8] = []
        while body.count < bytes { for story in bodies { body += story } }
        return Array(nitf(String(decoding: body, as: UTF8.self)).utf8)
    }
}
