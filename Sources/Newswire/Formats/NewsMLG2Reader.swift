/// NewsML-G2 (IPTC): a news item, or a message of several. https://iptc.org/standards/newsml-g2/
struct NewsMLG2Reader: Reader {
    var format: String { "newsml-g2" }

    private static let roots = [
        "newsitem", "newsmessage", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "contentset",
    ]

    func recognise(_ sample: FileSample) -> Recognition {
        sample.root.map { Self.roots.contains($0) } == true ? .certain : .no
    }

    func read(_ bytes: [UInt8], name: String, words: NewsWords) throws(NewswireError) -> Reading {
        let file = try XMLFile(bytes, words)
        guard let root = file.document.tree.root else { throw .noArticle("the NewsML-G2 document is empty") }
        var reading = Reading(format: format, encoding: file.encoding, articles: [])
        let items = root.name == "newsMessage" ? (root.at("itemSet")?.children ?? []) : [root]
        if items.isEmpty { throw .noArticle("the message holds no items") }
        for (n, item) in items.enumerated() {
            do throws(NewswireError) {
                try read(NewsMLG2Item(item), number: n + 1, warnings: file.warnings, into: &reading)
            } catch {
                guard items.count > 1 else { throw error }
                reading.failures.append(ItemFailure(item: n + 1, error: error))
            }
        }
        return reading
    }

    private func read(
        _ item: NewsMLG2Item, number: Int, warnings: [String], into reading: inout Reading
    ) throws(NewswireError) {
        if let withdrawal = Withdrawal(status: item.status, item.metadata) {
            reading.skipped.append(SkippedItem(item: number, withdrawal))
        } else if let kind = item.kindWithoutText {
            reading.skipped.append(SkippedItem(item: number, reason: "it is \(kind)"))
        } else {
            var (story, metadata) = try item.content()
            metadata.finish(with: &story, item.words)
            reading.articles.append(story.article(metadata, item: number, warnings: warnings))
        }
    }
}

/// One item of NewsML-G2, whatever its kind.
struct NewsMLG2Item {
    private let item: Element

    init(_ item: Element) { self.item = item }

    var words: NewsWords { item.tree.words }
    var status: String? { Self.code(item.at("itemMeta", "pubStatus")) }

    /// What the item is where it holds no text: "a picture"; nil for text.
    var kindWithoutText: String? {
        switch item.name {
        case "packageItem": return "a package, which only points to other items"
        case "newsItem", "contentSet": break
        default: return "a \(item.name), which is no news"
        }
        switch Self.code(item.at("itemMeta", "itemClass")) {
        case nil, "text": return nil
        case "composite": return contents.isEmpty ? "a composite without text" : nil
        case "picture": return "a picture"
        case "video", "audio", "animation", "graphic":
            return "\(Self.code(item.at("itemMeta", "itemClass")) ?? "") alone"
        case let other?: return "of class \(other)"
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
            var metadata = metadata
            if let nitf = content.nitf {
                metadata.title = metadata.title ?? nitf.title
                metadata.byline = metadata.byline.isEmpty ? nitf.byline : metadata.byline
                metadata.dateline = metadata.dateline ?? nitf.dateline
            }
            return (story, metadata)
        }
        throw .noArticle("the news item carries no text, or text that lies elsewhere")
    }
}
