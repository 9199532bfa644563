/// Paragraphs of XML whose elements are none of HTML's, by a table of names.
struct MarkedParagraphs {
    enum Role {
        /// Stands by itself.
        case block
        /// Not text of the story.
        case dropped
        /// A paragraph that is set aside, for a reason.
        case aside(String)
    }

    /// By local name in lower case; all others flow on.
    private let roles: [String: Role]

    init(blocks: String, dropped: String, tables: String, captions: String) {
        var roles: [String: Role] = [:]
        for (names, role) in [
            (blocks, Role.block), (dropped, .dropped), (tables, .aside("table")), (captions, .aside("caption")),
        ] {
            for name in names.split(separator: " ") { roles[String(name)] = role }
        }
        self.roles = roles
    }

    func story(in element: Element) -> Story {
        let tree = element.tree
        var story = Story()
        var line = CharacterCleaner(tree.mojibake, tree.words)
        var ends: [(end: Int, aside: String?)] = []
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
                line.append(tree.bytes[node.range])
                continue
            }
            switch roles[tree.names[Int(node.name)].local.lowercased()] {
            case .block?:
                finish()
                ends.append((node.end, ends.last?.aside))
            case .aside(let reason)?:
                finish()
                ends.append((node.end, reason))
            case .dropped?: at = node.end
            case nil: break
            }
        }
        finish()
        story.mended = line.mended
        return story
    }
}
