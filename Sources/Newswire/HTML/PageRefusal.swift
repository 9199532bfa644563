/// A page that holds no article of news, whatever its text.
enum PageRefusal: Equatable, Sendable {
    /// Of a server: its title says that nothing is at its address, or may not be seen.
    case error(title: String)
    /// Of a forum: the posts of a thread.
    case thread
    /// Of a site: its teasers.
    case front

    /// - Parameter story: What was taken for the page's story.
    init?(_ tree: MarkupTree, _ facts: PageFacts, story: [PageBlock]) {
        if facts.isThread {
            self = .thread
        } else if facts.published == nil, let title = Self.error(in: tree, facts, story) {
            self = .error(title: title)
        } else if facts.published == nil, facts.isOfSite, Self.teases(tree) {
            self = .front
        } else {
            return nil
        }
    }

    private static func error(in tree: MarkupTree, _ facts: PageFacts, _ story: [PageBlock]) -> String? {
        guard story.sentenceSize < Limits.error else { return nil }
        let titles = [facts.title] + tree.elements(.title, .h1).prefix(Limits.titles).map { tree.text(of: $0) }
        return titles.compactMap { $0 }.first(where: tree.words.errors.isOne)
    }

    /// Whether linked headlines are many.
    private static func teases(_ tree: MarkupTree) -> Bool {
        BlockReader.blocks(of: tree).count { $0.isHeading && $0.linkShare > Limits.linked } >= Limits.teasers
    }

    /// Chosen by hand (docs/pages.md, “Where the numbers come from”).
    private enum Limits {
        /// What an error page says has some hundred letters, with advice and a search some more.
        static let error = 1_000
        /// The window's, and the first headings.
        static let titles = 3
        /// Of a teaser's headline.
        static let linked = 0.8
        /// A story has fewer related ones.
        static let teasers = 6
    }
}

extension NewswireError {
    static func refusedPage(_ refusal: PageRefusal) -> NewswireError {
        switch refusal {
        case .error(let title):
            NewswireError(
                .noArticle, reason: "the page is a server's message and no article: its title is “\(title)”",
                remedy: "fetch the page again, and drop in what a reader's browser shows")
        case .thread:
            NewswireError(
                .noArticle, reason: "the page is a thread of a forum and no article",
                remedy: "drop in the text of a post as plain text if it is to be read like an article")
        case .front:
            NewswireError(
                .noArticle,
                reason: "the page is the front page of its site: it has no date, and headlines that lead elsewhere",
                remedy: "drop in the pages of the articles that it leads to")
        }
    }
}

/// Titles of error pages: "Page not found", "404 | Strait News".
struct ErrorTitles: Sendable {
    /// In words.
    private let titles: [[String]]
    /// Words that may follow: "Page not found on this server".
    private static let more = 3

    init(_ vocabulary: NewsVocabulary) { titles = vocabulary.lower(.errorTitle).map(Self.words) }

    func isOne(_ title: String) -> Bool {
        let parts = title.split { "|–—•·".contains($0) }.flatMap { $0.split(separator: " - ") }
        // "Page not found: how libraries lose their books" is told.
        let ends = parts.compactMap { $0.split(separator: ":").last }
        return (parts.filter { !$0.contains(":") } + ends).contains { part in
            let words = Self.words(of: String(part))
            return titles.contains { title in
                words.starts(with: title)
                    && (words.count == title.count || title.count > 1 && words.count <= title.count + Self.more)
            }
        }
    }

    private static func words(of title: String) -> [String] {
        title.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map(String.init)
    }
}
