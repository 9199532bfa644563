/// `meta` in a page's head: OpenGraph, Dublin Core, and names that sites and their analysts made up.
struct MetaTags {
    private static let titles = ["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"]
    private static let authors = [
        "author", "byl", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author",
        "sailthru.author", "citation_author", "cxenseparse:author", "article.author", "authors",
    ]
    private static let summaries = ["description", "og:description", "twitter:description", "dc.description"]
    private static let publishing = [
        "article:published_time", "og:article:published_time", "parsely-pub-date", "sailthru.date", "date.published",
        "datepublished", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "pubdate", "publishdate",
        "publish-date", "publish_date", "publication_date", "article.published", "cxenseparse:recs:publishtime",
        "ptime", "pdate", "date",
    ]
    private static let updating = [
        "article:modified_time", "og:updated_time", "og:article:modified_time", "dc.date.modified", "dcterms.modified",
        "datemodified", "last-modified", "article.updated", "lastmod", "utime",
    ]

    /// Programs that forums run on, as they name themselves.
    private static let forums = ["phpbb", "vbulletin", "xenforo", "discourse", "mybb", "simple machines"]

    private let tree: MarkupTree
    /// By name in lower case, in the order of the page.
    private let values: [String: [String]]

    init(in tree: MarkupTree) {
        self.tree = tree
        values = Self.values(in: tree)
    }

    var facts: PageFacts {
        func first<Value>(_ names: [String], _ read: (String) -> Value?) -> Value? {
            names.lazy.flatMap { values[$0] ?? [] }.compactMap(read).first
        }
        var facts = PageFacts()
        facts.title = first(Self.titles, PlainValue.text)
        facts.byline =
            Self.authors.lazy.map { tree.words.bylines.people(onPage: values[$0] ?? []) }.first { !$0.isEmpty } ?? []
        facts.published = first(Self.publishing, tree.words.times.iso)
        facts.updated = first(Self.updating, tree.words.times.iso)
        facts.language = first(["og:locale", "language", "dc.language"], PlainValue.language)
        facts.publisher = first(["og:site_name", "dc.publisher", "application-name", "publisher"], PlainValue.text)
        facts.isThread = (values["generator"] ?? []).contains { generator in
            Self.forums.contains { generator.lowercased().hasPrefix($0) }
        }
        facts.summaries = Self.summaries.flatMap { values[$0]?.prefix(1) ?? [] }
        facts.url = first(["og:url", "twitter:url", "parsely-link"], PlainValue.address)
        return facts
    }

    var declaredLanguage: String? {
        let root = tree.elements(.html).first { _ in true }.flatMap { tree.attribute(.lang, of: $0) }
        let header = values["content-language"]?.first
        return root.flatMap(PlainValue.language) ?? header.flatMap(PlainValue.language)
    }

    var canonical: String? {
        tree.elements(.link).first { tree.attribute(.rel, of: $0)?.lowercased() == "canonical" }
            .flatMap { tree.attribute(.href, of: $0) }.flatMap(PlainValue.address)
    }

    private static func values(in tree: MarkupTree) -> [String: [String]] {
        var values: [String: [String]] = [:]
        for node in tree.elements(.meta) {
            let name =
                tree.attribute(.property, of: node) ?? tree.attribute(.name, of: node)
                ?? tree.attribute(.httpEquivalent, of: node)
            guard let name, let content = tree.attribute(.content, of: node), !content.isEmpty else { continue }
            values[name.lowercased(), default: []].append(content)
        }
        return values
    }
}
