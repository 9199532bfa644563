/// Facts about a feed that hold for all its items.
struct Feed {
    var publisher: String?
    var language: String?

    init(_ tree: MarkupTree) {
        guard let root = tree.root else { return }
        let channel = root.at("channel") ?? root
        publisher = FeedItem.line(channel.at("title"))
        language = Metadata.languageTag(
            channel.at("language")?.text ?? channel.attribute("lang") ?? root.attribute("lang"))
    }
}

/// One item of a feed.
struct FeedItem: NewsItem {
    private let feed: Feed
    private let fields: [Element]
    private let item: Element

    init(_ item: Element, of feed: Feed) {
        self.item = item
        self.feed = feed
        fields = item.children.filter(Self.counts)
    }

    /// Leaves out elements that describe pictures and the like.
    private static func counts(_ field: Element) -> Bool {
        guard let namespace = field.namespace else { return true }
        return !["mrss", "/excerpt/", "itunes"].contains { namespace.utf8Contains($0) }
    }

    private subscript(_ names: String...) -> Element? {
        for name in names { if let field = fields.first(where: { $0.name == name }) { return field } }
        return nil
    }

    private func all(_ name: String) -> [Element] { fields.filter { $0.name == name } }

    // MARK: Fields

    var words: NewsWords { item.tree.words }

    var status: String? { nil }

    /// WordPress exports list their pictures among their posts.
    var reasonToSkip: String? { self["post_type"]?.text == "attachment" ? "it is an attachment of another item" : nil }

    var metadata: Metadata {
        var metadata = Metadata()
        metadata.title = Self.line(self["title"])
        metadata.byline = byline
        metadata.published = time("pubDate", "published", "date", "issued")
        metadata.updated = time("updated", "modified")
        metadata.language = Metadata.languageTag(self["language"]?.text ?? item.attribute("lang")) ?? feed.language
        metadata.publisher = feed.publisher
        metadata.url = url
        metadata.item = self["guid", "id"]?.text ?? item.attribute("about").flatMap(String.line) ?? url
        return metadata
    }

    private var byline: [String] {
        let authors = all("creator") + all("author")
        return authors.flatMap { author in
            let name = author.at("name")?.text ?? author.text
            // RSS wants an address, and the name after it in parentheses.
            let inParentheses = name.flatMap { $0.contains("@") ? $0.split(separator: "(").last?.dropLast() : nil }
            return words.bylines.people(inParentheses.map(String.init) ?? name)
        }
    }

    private var url: String? {
        let links = all("link")
        let alternate = links.first {
            ($0.attribute("rel") ?? "alternate") == "alternate" && $0.attribute("href") != nil
        }
        if let address = alternate?.attribute("href") ?? links.firstResult(\.text) { return address }
        guard let guid = self["guid"], guid.attribute("isPermaLink") != "false" else { return nil }
        return guid.text.flatMap { $0.hasPrefix("http") ? $0 : nil }
    }

    private func time(_ names: String...) -> String? {
        names.firstResult { self[$0].flatMap { words.times.iso($0.rawText) } }
    }

    // MARK: Text

    func content() throws(NewswireError) -> (Story, Metadata) {
        let (story, metadata) = (try story(), metadata)
        guard metadata.title != nil || !story.isEmpty else { throw .emptyItem }
        return (story, metadata)
    }

    /// The first field with a text.
    private func story() throws(NewswireError) -> Story {
        for name in ["encoded", "content", "body", "description", "summary"] {
            guard let field = self[name] else { continue }
            let story = try Self.story(of: field)
            if !story.isEmpty { return story }
        }
        return Story()
    }

    private static func story(of field: Element) throws(NewswireError) -> Story {
        if field.hasChildren {
            var builder = StoryBuilder(field.tree)
            return builder.story(in: field)
        }
        let type = field.attribute("type")
        return type == "text" || type == "text/plain"
            ? Story(plain: field.content, field.tree.words) : try Story(htmlOrPlain: field.content, field.tree.words)
    }

    /// A title may be HTML too, and mostly for a single reference.
    static func line(_ field: Element?) -> String? {
        guard let field else { return nil }
        let content = EscapedMarkup.unwrapped(field.content)
        guard Story.looksLikeMarkup(content.span), let tree = try? HTMLFragment.tree(content, field.tree.words) else {
            return field.text
        }
        return tree.root?.text
    }
}

extension NewswireError {
    fileprivate static let emptyItem = NewswireError(
        .empty, reason: "the item holds neither title nor text", remedy: "tell its source if it ought to")
}
