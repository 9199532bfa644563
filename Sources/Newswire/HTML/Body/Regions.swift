/// What the elements of a page are, by their names and kinds, if their content agrees.
struct Regions {
    /// By node.
    let hints: [RegionHint]
    /// The heading that is the page's title.
    let headline: Int?
    /// For each block, whether it stands in a region that belongs to no story.
    let isApart: [Bool]

    /// - Parameter page: The page with all its blocks.
    init(_ page: StoryPage, title: String?) {
        var hinter = Hinter(tree: page.tree)
        let hints = page.tree.nodes.indices.map { hinter.hint(of: $0) }
        self.hints = hints
        headline = page.blocks.first { $0.kind == .heading(1) && TextMatch.agree($0.text, title) }?.owner
        let protected = Self.headed(page, by: headline)
        let names = SharedNames(page, hints)
        var isApart = [Bool](repeating: false, count: page.blocks.count)
        var node = 0
        while node < hints.count {
            if !protected.contains(node), Self.isApart(node, hints[node], page, isHeaded: !protected.isEmpty),
                !names.areStory(node)
            {
                for block in page.blocks(in: node) { isApart[block] = true }
                node = page.tree.nodes[node].end
            } else {
                node += 1
            }
        }
        for card in TeaserCards.nodes(in: page) where !protected.contains(card) {
            for block in page.blocks(in: card) { isApart[block] = true }
        }
        self.isApart = isApart
    }

    /// The elements that hold the page's headline or what calls itself the story: their names are those of the page.
    private static func headed(_ page: StoryPage, by headline: Int?) -> Set<Int> {
        var protected: Set<Int> = []
        if let headline { protected.formUnion(page.tree.ancestors(of: headline)) }
        for node in page.tree.nodes.indices
        where page.tree.has(.itemprop, node) && page.tree.attribute(.itemprop, of: node) == "articleBody" {
            protected.formUnion(page.tree.ancestors(of: node))
            protected.insert(node)
        }
        return protected
    }

    /// - Parameter isHeaded: Whether the page's headline is known, and not in this element.
    private static func isApart(_ node: Int, _ hint: RegionHint, _ page: StoryPage, isHeaded: Bool) -> Bool {
        guard let tag = page.tree.tag(node) else { return false }
        let prose = page.prose(in: node)
        let share = page.prose > 0 ? Double(prose) / Double(page.prose) : 0
        switch tag {
        case .html, .body, .main: return false
        case .nav: return share < Limits.nav
        case .aside, .footer:
            return share < (isHeaded ? Limits.asideOfHeaded : Limits.unheaded) && !page.tree.isWithinQuote(node)
        default: break
        }
        if hint.contains(.comments) { return share < Limits.comments }
        if hint.contains(.wall), !hint.contains(.story) { return tag != .p && share < Limits.wall }
        guard hint.contains(.apart), !hint.contains(.story) else { return false }
        return share < (isHeaded ? Limits.apartOfHeaded : Limits.unheaded) && !page.isEmbeddedPost(node)
    }

    /// A region with this share of the page's prose holds the story, whatever its name: the more certain the name, the
    /// larger the share. Chosen by hand (docs/pages.md, “Where the numbers come from”).
    private enum Limits {
        static let nav = 0.5
        /// Where the headline is known and stands elsewhere, an aside or footer may be longer than a short story.
        static let asideOfHeaded = 0.8
        /// Names such as "related" and "promo" are less certain than elements.
        static let apartOfHeaded = 0.6
        /// Where no headline says where the story is.
        static let unheaded = 0.4
        /// A wall says little; behind it stands the story.
        static let wall = 0.2
        /// Readers write many times more than a short story has, and their element is mostly called what it is.
        static let comments = 0.95
    }
}

/// Names are the same over and over on a page.
private struct Hinter {
    /// What the names in one attribute say.
    private struct Names {
        var hint: RegionHint
        /// They are those of a whole post.
        var isPost: Bool
    }

    let tree: MarkupTree
    private var known: [String: Names] = [:]

    init(tree: MarkupTree) { self.tree = tree }

    mutating func hint(of node: Int) -> RegionHint {
        guard !tree.nodes[node].isText else { return [] }
        var hint: RegionHint = []
        var isPost = false
        for attribute in tree.attributes[tree.nodes[node].range] {
            switch tree.names[Int(attribute.name)].attribute {
            case .class:
                let names = names(tree.value(attribute))
                hint.formUnion(names.hint)
                isPost = names.isPost
            case .id:
                let names = names(tree.value(attribute)).hint
                if !names.isEmpty, !tree.isSlug(tree.value(attribute), of: node) { hint.formUnion(names) }
            case .role, .component, .testID: hint.formUnion(names(tree.value(attribute)).hint)
            case .itemprop where tree.value(attribute) == "articleBody": hint.insert(.story)
            default: break
            }
        }
        // The element of a whole post carries the names of its categories and tags.
        return isPost ? hint.subtracting([.apart, .comments, .aside, .detail, .gallery]) : hint
    }

    /// - Parameter text: Of one attribute; words of different names make no pair.
    private mutating func names(_ text: String) -> Names {
        if let names = known[text] { return names }
        let hint = text.utf8.split(separator: UInt8(ascii: " ")).reduce(into: RegionHint()) {
            $0.formUnion(RegionHint(name: String(Substring($1))))
        }
        let names = Names(hint: hint, isPost: text.utf8Contains("hentry") || text.utf8Contains("type-post"))
        known[text] = names
        return names
    }
}

extension MarkupTree {
    fileprivate func isWithinQuote(_ node: Int) -> Bool {
        ancestors(of: node).contains { tag($0) == .blockquote }
    }
}
