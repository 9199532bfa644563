/// Makes a story of the elements of a tree: block elements part paragraphs, inline ones flow on, tables and captions are
/// set aside.
struct StoryBuilder {
    private let tree: MarkupTree
    private let roles: [ElementRole]
    /// Elements that this reader wants dropped, whatever they are elsewhere.
    private let without: Set<Int>
    private var raw = RawParagraph()
    private var story = Story()
    private var cleaner = CharacterCleaner()
    /// The reason of the element that one is in, outermost first.
    private var asides: [String] = []
    /// How many cells are open.
    private var cells = 0

    /// - Parameter without: Elements to be left out.
    init(_ tree: MarkupTree, without: [Element] = []) {
        self.tree = tree
        self.without = Set(without.map(\.index))
        roles = tree.names.map { ElementRole($0.local.lowercased()) }
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
        var at = range.lowerBound
        while at < range.upperBound {
            while let last = open.last, last.end <= at { end(open.removeLast().role) }
            let node = nodes[at]
            if node.isText {
                raw.append(bytes[Int(node.from)..<Int(node.to)])
                at += 1
                continue
            }
            let role = self.role(at, node)
            if case .dropped = role {
                at = Int(node.end)
                continue
            }
            begin(role, at)
            open.append(Open(end: Int(node.end), role: role))
            at += 1
        }
        while let last = open.popLast() { end(last.role) }
    }

    private func role(_ at: Int, _ node: MarkupTree.Node) -> ElementRole {
        if !without.isEmpty, without.contains(at) { return .dropped }
        let role = roles[Int(node.name)]
        guard case .table = role, TableLayout.isLayout(Element(tree: tree, index: at)) else { return role }
        return .block
    }

    private mutating func begin(_ role: ElementRole, _ at: Int) {
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
        case .table: beginAside("table")
        case .aside(let reason): beginAside(reason)
        case .cell:
            cells += 1
            if asides.isEmpty { closeParagraph() } else { raw.beginCell() }
        case .dropped: break
        }
    }

    private mutating func end(_ role: ElementRole) {
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
        case .table, .aside:
            closeParagraph()
            asides.removeLast()
        case .cell:
            cells -= 1
            if asides.isEmpty { closeParagraph() }
        case .lineBreak, .dropped: break
        }
    }

    private mutating func beginAside(_ reason: String) {
        closeParagraph()
        asides.append(reason)
    }

    /// The paragraphs of a table's cell stay in their row.
    private mutating func partParagraph() {
        if cells > 0, !asides.isEmpty { raw.append([0x20]) } else { closeParagraph() }
    }

    private mutating func closeParagraph() {
        let aside = asides.first
        raw.take { part in
            cleaner.append(part)
            guard let text = cleaner.take(), text.utf8.contains(where: { $0 != 0x7C && $0 != 0x20 }) else { return }
            story.paragraphs.append(Story.Paragraph(text: text, aside: aside))
        }
    }
}
