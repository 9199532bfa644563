/// NewsML 1.0 to 1.2 (IPTC): news items whose components hold the same story in several forms and roles.
struct NewsML1Reader: Reader {
    var format: String { "newsml-1" }

    func recognise(_ sample: FileSample) -> Recognition {
        sample.root == "newsml" ? .certain : .no
    }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let file = try XMLFile(bytes, words)
        let items = file.document.tree.elements(named: "NewsItem")
        if items.isEmpty { throw .noArticle("the NewsML document holds no news items") }
        var reading = Reading(format: format, encoding: file.encoding, articles: [])
        let sender = file.document.tree.root?.at("NewsEnvelope", "SentFrom", "Party")?.attribute("FormalName")
        try reading.add(items.map { NewsML1Item($0, sender: sender) }, warnings: file.warnings)
        return reading
    }
}

/// One news item of NewsML 1.
struct NewsML1Item: NewsItem {
    private let item: Element
    private let sender: String?
    private let contents: [Content]

    /// - Parameter sender: Who sent the document.
    init(_ item: Element, sender: String?) {
        self.item = item
        self.sender = sender
        contents = Self.contents(of: item)
    }

    var words: NewsWords { item.tree.words }
    var status: String? { item.at("NewsManagement", "Status")?.attribute("FormalName") }

    /// Pictures are referred to, or lie there as base64.
    var reasonToSkip: String? {
        let holdsOnlyMedia = contents.isEmpty && item.first("ContentItem") != nil
        return holdsOnlyMedia ? "it holds pictures or other media and no text" : nil
    }

    // MARK: Fields

    var metadata: Metadata { metadata(around: nil) }

    /// - Parameter content: The component that holds it says most about it, those around it say the rest.
    private func metadata(around content: Element?) -> Metadata {
        var metadata = Metadata()
        let identifier = item.at("Identification", "NewsIdentifier")
        metadata.title = line("HeadLine", around: content)
        metadata.byline = words.bylines.people(line("ByLine", around: content))
        metadata.dateline = words.datelines.dateline(field: line("DateLine", around: content))
        metadata.published = words.times.iso(item.at("NewsManagement", "FirstCreated")?.text)
        let revised = words.times.iso(item.at("NewsManagement", "ThisRevisionCreated")?.text)
        metadata.updated = revised == metadata.published ? nil : revised
        metadata.language = language(around: content)
        metadata.publisher = item.first("Provider")?.at("Party")?.attribute("FormalName") ?? sender
        metadata.item = Self.identity(identifier)
        metadata.version = identifier?.at("RevisionId")?.text
        let previous = identifier?.at("RevisionId")?.attribute("PreviousRevision")
        metadata.supersedes = previous == "0" ? nil : previous
        metadata.urgency = Metadata.urgency(code("Urgency"), code("Priority"))
        metadata.status = Metadata.status(status)
        return metadata
    }

    /// Some write codes as attributes, as they ought to, and some as text.
    private func code(_ name: String) -> String? {
        let element = item.at("NewsManagement", name) ?? item.first(name)
        return element?.attribute("FormalName") ?? element?.text
    }

    /// The identifier without the revision, so that it is the same for all of them.
    private static func identity(_ identifier: Element?) -> String? {
        let parts = ["ProviderId", "DateId", "NewsItemId"].compactMap { identifier?.at($0)?.text }
        guard parts.count < 3 else { return "urn:newsml:" + parts.joined(separator: ":") }
        // "urn:newsml:strait.example:20261120:bridge:2N"
        let whole = identifier?.at("PublicIdentifier")?.text?.split(separator: ":") ?? []
        return whole.count == 6 ? whole.dropLast().joined(separator: ":") : nil
    }

    private func line(_ name: String, around content: Element?) -> String? {
        let near = enclosing(content).firstResult { $0.at("NewsLines", name)?.text }
        return near ?? item.all(name).firstResult(\.text)
    }

    private func language(around content: Element?) -> String? {
        let near = enclosing(content).firstResult { component in
            component.at("DescriptiveMetadata", "Language")?.attribute("FormalName") ?? component.attribute("lang")
        }
        return Metadata.languageTag(near ?? item.first("Language")?.attribute("FormalName"))
    }

    /// The components that hold an element, the innermost first.
    private func enclosing(_ element: Element?) -> [Element] {
        element.map { Self.enclosing($0, in: item) } ?? []
    }

    private static func enclosing(_ element: Element, in item: Element) -> [Element] {
        element.ancestors.prefix { $0.index > item.index }.filter { $0.name == "NewsComponent" }
    }

    // MARK: Text

    private struct Content {
        var element: Element
        /// 2 for the body, 1 where nothing is said, 0 for contacts, captions, tweets.
        var rank: Int
        var type: String?
    }

    private static func contents(of item: Element) -> [Content] {
        item.all("ContentItem").compactMap { holder in
            guard let element = holder.at("DataContent") else { return nil }
            let types = ["MediaType", "MimeType", "Format"].compactMap {
                holder.at($0)?.attribute("FormalName")?.lowercased()
            }
            guard !types.contains(where: isMedia), element.hasText else { return nil }
            let role = enclosing(holder, in: item).firstResult {
                $0.at("Role")?.attribute("FormalName")?.lowercased()
            }
            let rank = role.map { ["main", "body", "story", "text", "article"].contains($0) ? 2 : 0 } ?? 1
            return Content(element: element, rank: rank, type: types.joined(separator: " "))
        }
    }

    private static func isMedia(_ type: String) -> Bool {
        ["image", "photo", "graphic", "video", "audio", "jpeg"].contains { type.utf8Contains($0) }
    }

    /// The text of the component that is the body by its role, and the fields around it.
    func content() throws(NewswireError) -> (Story, Metadata) {
        for rank in [2, 1, 0] {
            for content in contents where content.rank == rank {
                let embedded = EmbeddedContent(content.element, type: content.type)
                let story = try embedded.story()
                guard !story.isEmpty else { continue }
                return (story, embedded.filling(metadata(around: content.element)))
            }
        }
        throw .noArticle("the news item carries no text")
    }
}
