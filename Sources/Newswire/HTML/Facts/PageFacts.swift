/// What a page says about its article, by one of the vocabularies that pages use.
struct PageFacts: Equatable, Sendable {
    var title: String?
    var byline: [String] = []
    var published: String?
    var updated: String?
    var language: String?
    var publisher: String?
    var url: String?
    var dateline: Dateline?
    /// The article's text without its paragraphs, or a part of it.
    var body: String?
    /// What the page says that the article is about: often its lead.
    var summaries: [String] = []
    /// Whether the page says that it shows only a part of the article to those who do not pay.
    var isPaid = false
    /// Whether it says that it is a discussion.
    var isThread = false

    /// Fills its gaps from other facts.
    func filled(from other: PageFacts) -> PageFacts {
        var facts = self
        facts.title = title ?? other.title
        if byline.isEmpty { facts.byline = other.byline }
        facts.published = published ?? other.published
        facts.updated = updated ?? other.updated
        facts.language = language ?? other.language
        facts.publisher = publisher ?? other.publisher
        facts.url = url ?? other.url
        facts.dateline = dateline ?? other.dateline
        facts.body = body ?? other.body
        facts.summaries = summaries + other.summaries
        facts.isPaid = isPaid || other.isPaid
        facts.isThread = isThread || other.isThread
        return facts
    }
}

extension PageFacts {
    /// Whether its address is the site's own.
    var isOfSite: Bool {
        guard let url, let host = url.firstRange(of: "://")?.upperBound else { return false }
        return !url[host...].drop { $0 != "/" && $0 != "?" }.contains { $0 != "/" }
    }

    /// All that a page says; more trustworthy vocabularies first.
    static func of(_ tree: MarkupTree) -> PageFacts {
        let linked = LinkedData.facts(in: tree)
        let tags = MetaTags(in: tree)
        let meta = tags.facts
        var facts = linked.filled(from: meta).filled(from: Microdata.facts(in: tree))
        // One template often serves all languages of a site, but a page's own element is not often wrong.
        facts.language = tags.declaredLanguage ?? facts.language
        facts.url = tags.canonical ?? facts.url
        let people = facts.byline.filter { !TextMatch.agree($0, facts.publisher) }
        if !people.isEmpty { facts.byline = people }
        facts.title = Headlines(tree: tree, site: facts.publisher).choose([linked.title, meta.title])
        return facts
    }
}

/// A value as pages write it, without markup and references.
enum PlainValue {
    static func text(_ value: String) -> String? {
        var text = value
        if value.contains("&") || value.contains("<"), let tree = try? HTMLDocument(value, .none).tree {
            text = tree.rawText(of: 0)
        }
        return String.line(text)
    }

    /// Only addresses that can be followed from anywhere.
    static func address(_ value: String) -> String? {
        guard let plain = String.line(value) else { return nil }
        let lower = plain.lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), !plain.contains(" ") else { return nil }
        return plain
    }

    /// "en_US" as "en-US"; nil for what is no language tag.
    static func language(_ value: String) -> String? {
        let parts = value.split(whereSeparator: { "-_".contains($0) }).map { String.line(String($0)) ?? "" }
        guard let first = parts.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy(\.isASCIILetter) else {
            return nil
        }
        let rest = parts.dropFirst().map { $0.utf8.count == 2 ? $0.uppercased() : $0 }
        return ([first.lowercased()] + rest).joined(separator: "-")
    }
}
