/// Schema.org as attributes of what is seen (`itemprop`), and the microformat hEntry (`class="published"`).
enum Microdata {
    /// How far up the name of a comment form stands at most. Chosen by hand (docs/pages.md, “Where the numbers come from”).
    private static let formDepth = 6
    /// In bytes. An element called author that has more holds what is told of one, too. Chosen by hand.
    private static let longestByline = 120

    static func facts(in tree: MarkupTree) -> PageFacts {
        var facts = PageFacts()
        for node in tree.nodes.indices where tree.has(.itemprop, node) {
            for name in tree.attribute(.itemprop, of: node)?.split(separator: " ") ?? [] {
                take(String(name), node, tree, into: &facts)
            }
        }
        if facts.published == nil { facts.published = time(in: tree) }
        if facts.byline.isEmpty { facts.byline = byline(in: tree) }
        return facts
    }

    private static func take(_ name: String, _ node: Int, _ tree: MarkupTree, into facts: inout PageFacts) {
        switch name {
        case "headline": facts.title = facts.title ?? PlainValue.text(tree.text(of: node))
        case "datePublished": facts.published = facts.published ?? time(of: node, tree)
        case "dateModified": facts.updated = facts.updated ?? time(of: node, tree)
        case "author" where facts.byline.isEmpty: facts.byline = tree.words.bylines.people(onPage: [author(node, tree)])
        case "inLanguage":
            facts.language = facts.language ?? tree.attribute(.content, of: node).flatMap(PlainValue.language)
        default: break
        }
    }

    private static func time(of node: Int, _ tree: MarkupTree) -> String? {
        [tree.attribute(.datetime, of: node), tree.attribute(.content, of: node), tree.text(of: node)]
            .firstResult { $0.flatMap(tree.words.times.iso) }
    }

    /// The name inside, if there is one: beside it may stand a portrait, a role, an address.
    private static func author(_ node: Int, _ tree: MarkupTree) -> String {
        if let content = tree.attribute(.content, of: node) { return content }
        let name = tree.within(node).first { tree.attribute(.itemprop, of: $0) == "name" }
        return name.map { tree.attribute(.content, of: $0) ?? tree.text(of: $0) } ?? tree.text(of: node)
    }

    /// hEntry's, else the first that stands behind the headline.
    private static func time(in tree: MarkupTree) -> String? {
        let times = tree.elements(.time).filter { tree.attribute(.datetime, of: $0) != nil }
        let published = times.first { node in
            RegionHint.words(of: tree.attribute(.class, of: node) ?? "").contains { $0 == "published" || $0 == "entry" }
        }
        if let published { return time(of: published, tree) }
        guard let headline = tree.elements(.h1).first(where: { _ in true }) else { return nil }
        return times.first { $0 > headline }.flatMap { time(of: $0, tree) }
    }

    private static func isInForm(_ node: Int, _ tree: MarkupTree) -> Bool {
        let names = tree.ancestors(of: node).prefix(formDepth).compactMap { tree.attribute(.class, of: $0) }
        return names.contains { RegionHint(name: $0).contains(.comments) }
            || tree.within(node).contains { tree.tag($0) == .input || tree.tag($0) == .label }
    }

    private static let byline = Array("byline".utf8)
    private static let author = Array("author".utf8)

    /// The first element named as a byline, or as an author and a link.
    private static func byline(in tree: MarkupTree) -> [String] {
        for node in tree.nodes.indices where tree.tag(node) != nil {
            let names = [tree.attribute(.class, of: node), tree.attribute(.rel, of: node)].compactMap { $0 }
            // Few elements are named so, and parting names into words takes time.
            guard names.contains(where: { $0.holdsASCII(byline) || $0.holdsASCII(author) }) else { continue }
            let words = names.flatMap(RegionHint.words)
            guard words.contains("byline") || words.contains("author"), !isInForm(node, tree) else { continue }
            let text = tree.text(of: node)
            guard text.utf8.count < longestByline, words.contains("author") || tree.words.bylines.begins(text) else {
                continue
            }
            let people = tree.words.bylines.people(onPage: [text], of: .line)
            if !people.isEmpty { return people }
        }
        return []
    }
}
