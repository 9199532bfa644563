/// Makes a story of the elements of a tree: block elements part paragraphs, inline ones flow on, tables and captions are
/// set aside.
struct StoryBuilder {
    private let tree: MarkupTree
    /// By name, as far as names were met with.
    private var roles: [ElementRole?]
    /// Elements that this reader wants dropped, whatever they are elsewhere.
    private let without: [Int]
    private var raw: RawParagraph
    private var story = Story()
    private var cleaner: CharacterCleaner
    /// The reason of the element that one is in, outermost first.
    private var asides: [String] = []
    /// How many cells are open.
    private var cells = 0

    /// - Parameters:
    ///   - without: Elements to be left out.
    ///   - partsAtDashes: Whether a line of nothing but two hyphens is a paragraph of its own.
    init(_ tree: MarkupTree, without: [Element] = [], partsAtDashes: Bool = false) {
        self.tree = tree
        raw = RawParagraph(tree.words, partsAtDashes: partsAtDashes)
        self.without = without.map(\.index)
        roles = [ElementRole?](repeating: nil, count: tree.names.count)
        cleaner = CharacterCleaner(tree.mojibake, tree.words)
    }

    /// The story within an element.
    mutating func story(in element: Element) -> Story {
        walk(element.inside)
        closeParagraph()
        story.mended = cleaner.mended
        defer { story = Story() }
        return story
    }

    // MARK: Walking

    private struct Open {
        var end: Int
        var role: ElementRole
    }

    private mutating func walk(_ range: Range<Int>) {
        let (nodes, bytes) = (tree.nodes, tree.bytes)
        var open: [Open] = []
        // Where the innermost of them ends.
        var end = Int.max
        var at = range.lowerBound
        while at < range.upperBound {
            while end <= at {
                leave(open.removeLast().role)
                end = open.last?.end ?? Int.max
            }
            let node = nodes[at]
            if node.isText {
                raw.append(bytes.span.extracting(node.range))
                at += 1
                continue
            }
            let role = role(at, node)
            guard role != .dropped else {
                at = node.end
                continue
            }
            enter(role)
            end = node.end
            open.append(Open(end: end, role: role))
            at += 1
        }
        while let last = open.popLast() { leave(last.role) }
    }

    private mutating func role(_ at: Int, _ node: MarkupTree.Node) -> ElementRole {
        if !without.isEmpty, without.contains(at) { return .dropped }
        let name = Int(node.name)
        let role = roles[name] ?? ElementRole(tree.names[name].local.lowercased())
        roles[name] = role
        guard role == .table, TableLayout.isLayout(Element(tree: tree, index: at)) else { return role }
        return .block
    }

    private mutating func enter(_ role: ElementRole) {
        switch role {
        case .inline: raw.depth += 1
        case .quotation:
            raw.depth += 1
            raw.beginQuotation()
        case .lineBreak: raw.breakLine()
        case .block, .heading: partParagraph()
        case .row: closeParagraph()
        case .preformatted:
            partParagraph()
            raw.isPreformatted = true
        case .table, .caption, .note:
            closeParagraph()
            if let reason = role.aside { asides.append(reason) }
        case .cell:
            cells += 1
            if asides.isEmpty { closeParagraph() } else { raw.beginCell() }
        case .dropped: break
        }
    }

    private mutating func leave(_ role: ElementRole) {
        switch role {
        case .inline: raw.depth -= 1
        case .quotation:
            raw.endQuotation()
            raw.depth -= 1
        case .block, .heading: partParagraph()
        case .row: closeParagraph()
        case .preformatted:
            partParagraph()
            raw.isPreformatted = false
        case .table, .caption, .note:
            closeParagraph()
            asides.removeLast()
        case .cell:
            cells -= 1
            if asides.isEmpty { closeParagraph() }
        case .lineBreak, .dropped: break
        }
    }

    /// The paragraphs of a table's cell stay in their row.
    private mutating func partParagraph() {
        if cells > 0, !asides.isEmpty { raw.appendBlank() } else { closeParagraph() }
    }

    private mutating func closeParagraph() {
        guard !raw.isEmpty else { return }
        let aside = asides.first
        raw.take { part in
            cleaner.append(part)
            guard let text = cleaner.take(), text.utf8.contains(where: { $0 != 0x7C && $0 != 0x20 }) else { return }
            story.paragraphs.append(Story.Paragraph(text: text, aside: aside))
        }
    }
}
