/// Schema.org in JSON-LD: `<script type="application/ld+json">`.
enum LinkedData {
    /// A graph, a list, its item and the page of that are four levels; more would only cost time.
    private static let deepest = 6

    static func facts(in tree: MarkupTree) -> PageFacts {
        let documents = tree.elements(.script)
            .filter { tree.attribute(.type, of: $0)?.lowercased().utf8Contains("ld+json") ?? false }
            .compactMap { LooseJSON(tree.rawText(of: $0)) }
        var found: [LooseJSON] = []
        for document in documents { collect(document, into: &found, depth: 0) }
        // A page about one article may list others: its own is the one with most to say.
        let article = found.filter(isArticle).max { weight($0) < weight($1) }
        if let article { return facts(of: article, among: found, tree.words) }
        var facts = PageFacts()
        facts.isThread = found.contains { names(ofTypes: $0).contains("DiscussionForumPosting") }
        return facts
    }

    private static func names(ofTypes value: LooseJSON) -> [String] {
        value["@type"]?.elements.map { $0.string?.split(separator: "/").last.map(String.init) ?? "" } ?? []
    }

    /// Everything with a type, wherever it stands.
    private static func collect(_ value: LooseJSON, into found: inout [LooseJSON], depth: Int) {
        guard depth < deepest else { return }
        for element in value.elements {
            guard case .object(let members) = element else { continue }
            if members["@type"] != nil { found.append(element) }
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"] {
                if let inner = members[key] { collect(inner, into: &found, depth: depth + 1) }
            }
        }
    }

    private static func isArticle(_ value: LooseJSON) -> Bool {
        names(ofTypes: value).contains { name in
            name.hasSuffix("Article") || name.hasSuffix("BlogPosting") || ["Report", "Review"].contains(name)
        }
    }

    private static func weight(_ value: LooseJSON) -> Int {
        var weight = value["articleBody"]?.string?.utf8.count ?? 0
        for key in ["headline", "datePublished", "author", "mainEntityOfPage"] where value[key] != nil { weight += 100 }
        return weight
    }

    private static func facts(
        of article: LooseJSON, among others: [LooseJSON], _ words: NewsWords
    ) -> PageFacts {
        var facts = PageFacts()
        facts.title = (article["headline"] ?? article["name"])?.string.flatMap(PlainValue.text)
        facts.byline = words.bylines.people(onPage: names(article["author"] ?? article["creator"], among: others))
        facts.published = article["datePublished"]?.string.flatMap(words.times.iso)
        facts.updated = article["dateModified"]?.string.flatMap(words.times.iso)
        facts.language = article["inLanguage"].flatMap { $0["name"]?.string ?? $0.string }.flatMap(PlainValue.language)
        facts.publisher = names(article["publisher"], among: others).first.flatMap(PlainValue.text)
        facts.url =
            [article["url"]?.string, article["mainEntityOfPage"]?["@id"]?.string]
            .firstResult { $0.flatMap(PlainValue.address) }
        facts.dateline = words.datelines.dateline(field: article["dateline"]?.string.flatMap(PlainValue.text))
        facts.body = article["articleBody"]?.string
        facts.isPaid = article["isAccessibleForFree"]?.string?.lowercased() == "false"
        return facts
    }

    /// Of people and organisations, named directly, as objects, or by reference to another object of the page.
    private static func names(_ value: LooseJSON?, among others: [LooseJSON]) -> [String] {
        (value?.elements ?? []).flatMap { element -> [String] in
            if let name = element.string { return [name] }
            if let name = element["name"] { return name.elements.compactMap(\.string) }
            guard let id = element["@id"]?.string else { return [] }
            return others.first { $0["@id"]?.string == id && $0["name"] != nil }?["name"]?.string.map { [$0] } ?? []
        }
    }
}
