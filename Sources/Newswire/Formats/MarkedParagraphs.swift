/// Paragraphs of XML whose elements are none of HTML's, by a table of names.
struct MarkedParagraphs {
    enum Role {
        /// Stands by itself.
        case block
        /// Not text of the story.
        case dropped
        /// A blank: a tab, a line break.
        case blank
        /// A paragraph that is set aside, for a reason.
        case aside(String)
    }

    /// An element that is not left yet.
    private struct Open {
        var end: Int
        var aside: String?
        /// Whether it is a table or caption, or within one.
        var isJudged: Bool
    }

    /// By local name in lower case; all others flow on.
    private let roles: [String: Role]

    /// The elements whose text counts; nil where all do.
    private let texts: Set<String>?

    /// - Parameters: Names, in lower case, a blank apart.
    init(
        blocks: String, dropped: String, tables: String, captions: String, blanks: String = "", texts: String? = nil
    ) {
        self.texts = texts.map { Set($0.split(separator: " ").map(String.init)) }
        var roles: [String: Role] = [:]
        for (names, role) in [
            (blocks, Role.block), (dropped, .dropped), (blanks, .blank), (tables, .aside("table")),
            (captions, .aside("caption")),
        ] {
            for name in names.split(separator: " ") { roles[String(name)] = role }
        }
        self.roles = roles
    }

    func story(in element: Element) -> Story {
        let tree = element.tree
        var story = Story()
        var line = CharacterCleaner(tree.mojibake, tree.words)
        var ends: [Open] = []
        func finish() {
            if let text = line.take() { story.paragraphs.append(Story.Paragraph(text: text, aside: ends.last?.aside)) }
        }
        var at = element.inside.lowerBound
        while at < element.inside.upperBound {
            while let last = ends.last, last.end <= at {
                finish()
                ends.removeLast()
            }
            let node = tree.nodes[at]
            at += 1
            if node.isText {
                if counts(tree.nodes[node.parent], tree) { line.append(tree.bytes[node.range]) }
                continue
            }
            switch roles[tree.names[Int(node.name)].local.lowercased()] {
            case .block?:
                finish()
                ends.append(Open(end: node.end, aside: ends.last?.aside, isJudged: ends.last?.isJudged ?? false))
            case .aside(let reason)?:
                finish()
                // What stands within a table is as the table is: each is looked through once.
                let isJudged = ends.last?.isJudged ?? false
                let aside = isJudged ? ends.last?.aside : reason == "table" && tells(at - 1, tree) ? nil : reason
                ends.append(Open(end: node.end, aside: aside, isJudged: true))
            case .dropped?: at = node.end
            case .blank?: line.appendBlank()
            case nil: break
            }
        }
        finish()
        story.mended = line.mended
        return story
    }

    /// Whether an element that is set aside mostly has sentences: some letters are laid out by a table.
    private func tells(_ node: Int, _ tree: MarkupTree) -> Bool {
        let inside = node + 1..<tree.nodes[node].end
        let blocks = inside.count { at in
            guard !tree.nodes[at].isText, case .block = roles[tree.names[Int(tree.nodes[at].name)].local.lowercased()]
            else {
                return false
            }
            return true
        }
        return tree.content(of: inside).count > Self.told * max(1, blocks)
    }

    /// Bytes that a paragraph has on the average where they tell something; a cell has few. Chosen by hand.
    private static let told = 100

    private func counts(_ parent: MarkupTree.Node, _ tree: MarkupTree) -> Bool {
        texts?.contains(tree.names[Int(parent.name)].local) ?? true
    }
}
