/// One item of ninjs 1, 2 or 3 (IPTC), or of AP's and the BBC's APIs, which write nearly the same.
/// https://iptc.org/standards/ninjs/
struct NinjsItem: NewsItem {
    private let record: JSONRecord
    let words: NewsWords

    init(_ record: JSONRecord, _ words: NewsWords) {
        self.record = record
        self.words = words
    }

    static func isNinjs(_ record: JSONRecord) -> Bool {
        record.has([
            "versioncreated", "versionCreated", "pubstatus", "pubStatus", "body_html", "body_xhtml", "body_text",
            "bodies",
            "headlines",
        ]) || record.line(["standard.name"]) == "ninjs"
    }

    var status: String? { record.line(["pubstatus", "pubStatus"]) }

    var reasonToSkip: String? {
        let type = record.line(["type"]) ?? ""
        return switch type.lowercased() {
        case "picture": "it is a picture"
        case "video", "audio", "graphic", "animation": "it is \(type) alone"
        case "composite", "package": bodies.isEmpty ? "it is a package, which only points to other items" : nil
        case "planning", "event", "component": "it is a \(type), which is no article"
        default: nil
        }
    }

    // MARK: Fields

    var metadata: Metadata {
        var metadata = Metadata()
        let headlines = record.records("headlines")
        let main = headlines.first { $0.line(["role"]) == "main" } ?? headlines.first
        metadata.title = record.line(["headline"]) ?? main?.line(["value"]) ?? record.line(["title"])
        metadata.byline = byline
        metadata.dateline = words.datelines.dateline(field: record.line(["dateline"]))
        let version = record.time(["versioncreated", "versionCreated"], words.times)
        metadata.published =
            record.time(
                ["firstpublished", "firstPublished", "firstcreated", "firstCreated", "contentCreated"], words.times)
            ?? version
        metadata.updated = version == metadata.published ? nil : version
        metadata.language = Metadata.languageTag(record.line(["language"]))
        metadata.publisher = record.line(["provider", "source", "copyrightholder", "copyrightHolder"])
        metadata.url =
            record.records("links").first { $0.line(["rel"]) == "canonical" }?.line(["href"]) ?? record.line(["url"])
        metadata.item = record.line(["altids.itemid", "uri", "guid"])
        metadata.version = record.line(["version"])
        metadata.supersedes = record.line(["evolvedfrom", "evolvedFrom"])
        metadata.embargoedUntil = record.time(["embargoed", "embargoedUntil"], words.times)
        metadata.urgency = Metadata.urgency(record.line(["urgency"]), record.line(["priority"]))
        metadata.status = Metadata.status(status)
        return metadata
    }

    private var byline: [String] {
        if let line = record.line(["byline", "by"]) { return words.bylines.people(line) }
        let lines = record.records("bylines").flatMap { words.bylines.people($0.line(["by"])) }
        guard lines.isEmpty else { return lines }
        let authors = record.records("authors").filter { ($0.line(["role"]) ?? "author") == "author" }
        return authors.flatMap { words.bylines.people($0.line(["name"])) }
    }

    // MARK: Text

    private struct Body {
        var text: String
        var type: String
        /// Characters before the root: an XML declaration, a document type and a comment.
        private static let prolog = 400
        var isNITF: Bool { text.prefix(Self.prolog).contains("<nitf") }
    }

    /// In the order in which they are tried: HTML has the paragraphs, plain text often a second headline.
    private var bodies: [Body] {
        let named = [("body_html", "html"), ("body_xhtml", "html"), ("body_nitf", "nitf"), ("body_text", "plain")]
            .compactMap {
                field, type in record.text([field]).map { Body(text: $0, type: type) }
            }
        let listed = record.records("bodies").compactMap { body -> Body? in
            guard let text = body.text(["value"]) else { return nil }
            return Body(text: text, type: (body.line(["contenttype", "contentType", "role"]) ?? "").lowercased())
        }
        return (named + listed).sorted { Self.rank($0) < Self.rank($1) }
    }

    private static func rank(_ body: Body) -> Int {
        if body.type.utf8Contains("html") { return 0 }
        if body.isNITF { return 1 }
        return body.type.utf8Contains("plain") || body.type == "text" ? 2 : 3
    }

    /// The first body that has text.
    func content() throws(NewswireError) -> (Story, Metadata) {
        for body in bodies {
            let story = try story(of: body)
            if !story.isEmpty { return (story, metadata) }
        }
        throw .noArticle("the item has no body with text in it")
    }

    private func story(of body: Body) throws(NewswireError) -> Story {
        if body.isNITF {
            let root = try XMLDocument(body.text, words).tree.root
            return root.map { NITFBody($0).story } ?? Story()
        }
        return body.type.utf8Contains("html")
            ? try Story(html: body.text, words) : try Story(htmlOrPlain: body.text, words)
    }
}
