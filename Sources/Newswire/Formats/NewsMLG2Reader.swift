/// NewsML-G2 (IPTC): a news item, or a message of several. https://iptc.org/standards/newsml-g2/
struct NewsMLG2Reader: Reader {
    var format: String { "newsml-g2" }

    private static let roots = [
        "newsitem", "newsmessage", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "contentset",
    ]

    func recognise(_ sample: FileSample) -> Recognition {
        sample.root.map { Self.roots.contains($0) } == true ? .certain : .no
    }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let file = try XMLFile(bytes, words)
        guard let root = file.document.tree.root else { throw .noArticle("the NewsML-G2 document is empty") }
        var reading = Reading(format: format, encoding: file.encoding, articles: [])
        let items = root.name == "newsMessage" ? (root.at("itemSet")?.children ?? []) : [root]
        if items.isEmpty { throw .noArticle("the message holds no items") }
        try reading.add(items.map(NewsMLG2Item.init), warnings: file.warnings)
        return reading
    }
}

/// One item of NewsML-G2, whatever its kind.
struct NewsMLG2Item: NewsItem {
    private let item: Element

    init(_ item: Element) { self.item = item }

    var words: NewsWords { item.tree.words }
    var status: String? { Self.code(item.at("itemMeta", "pubStatus")) }

    var reasonToSkip: String? {
        switch item.name {
        case "packageItem": return "it is a package, which only points to other items"
        case "newsItem", "contentSet": break
        default: return "it is a \(item.name), which is no news"
        }
        switch Self.code(item.at("itemMeta", "itemClass")) {
        case nil, "text": return nil
        case "composite": return contents.isEmpty ? "it is a composite without text" : nil
        case "picture": return "it is a picture"
        case let kind? where ["video", "audio", "animation", "graphic"].contains(kind): return "it is \(kind) alone"
        case let other?: return "it is of class \(other)"
        }
    }

    /// A code without its scheme: "text" for "ninat:text".
    private static func code(_ element: Element?) -> String? {
        let code = element?.attribute("qcode") ?? element?.attribute("uri")
        return code?.split { $0 == ":" || $0 == "/" }.last.map { $0.lowercased() }
    }

    // MARK: Fields

    var metadata: Metadata {
        var metadata = Metadata()
        let about = item.at("contentMeta")
        metadata.title = about?.children("headline").firstResult(\.text)
        metadata.byline = (about?.children("by") ?? []).flatMap { words.bylines.people($0.text) }
        metadata.dateline = words.datelines.dateline(field: about?.at("dateline")?.text)
        let version = words.times.iso(item.at("itemMeta", "versionCreated")?.text)
        let first = words.times.iso((item.at("itemMeta", "firstCreated") ?? about?.at("contentCreated"))?.text)
        metadata.published = first ?? version
        metadata.updated = version == metadata.published ? nil : version
        metadata.language = Metadata.languageTag(about?.at("language")?.attribute("tag") ?? item.attribute("lang"))
        metadata.publisher = publisher
        metadata.item = item.attribute("guid").flatMap(String.line)
        metadata.version = item.attribute("version").flatMap(String.line)
        metadata.supersedes = previousVersion
        metadata.embargoedUntil = words.times.iso(item.at("itemMeta", "embargoed")?.text)
        metadata.urgency = Metadata.urgency(about?.at("urgency")?.text, item.at("itemMeta", "priority")?.text)
        metadata.status = Metadata.status(status)
        return metadata
    }

    private var publisher: String? {
        [item.at("itemMeta", "provider"), item.at("rightsInfo", "copyrightHolder")].firstResult { party in
            guard let party else { return nil }
            let code = party.attribute("qcode")?.split(separator: ":").last.map(String.init)
            return party.at("name")?.text ?? party.attribute("literal") ?? code
        }
    }

    private var previousVersion: String? {
        let links = item.at("itemMeta")?.children("link") ?? []
        let previous = links.first { $0.attribute("rel")?.hasSuffix("previousVersion") == true }
        return previous?.attribute("version") ?? previous?.attribute("residref")
    }

    // MARK: Text

    private var contents: [EmbeddedContent] {
        let set = item.name == "contentSet" ? item : item.at("contentSet")
        return (set?.children ?? []).filter { $0.name == "inlineXML" || $0.name == "inlineData" }
            .map { EmbeddedContent($0, type: $0.attribute("contenttype")) }
    }

    /// The first content that has text, and the fields together with what that says of itself.
    func content() throws(NewswireError) -> (Story, Metadata) {
        for content in contents {
            let story = try content.story()
            guard !story.isEmpty else { continue }
            return (story, content.filling(metadata))
        }
        throw .noArticle("the news item carries no text, or text that lies elsewhere")
    }
}
