/// A page's elements and texts, in the order of the page, in one array: what stands within a node follows it directly,
/// up to its `end`. So a subtree is a range, and a walk is a loop, however deeply the page is nested.
struct HTMLTree: Sendable {
    struct Node: Sendable {
        /// Nil for a text.
        var tag: HTMLTag?
        /// Of the root itself.
        var parent: Int
        /// The first node that is not within this one.
        var end: Int
        /// Of an element its attributes; of a text its bytes.
        var range: Range<Int>
    }

    /// The first is the root, an element without a name that holds all others.
    var nodes: [Node] = [Node(tag: .other, parent: 0, end: 1, range: 0..<0)]
    var attributes: [(name: HTMLAttribute, value: String)] = []
    /// UTF-8 of all texts, one after the other.
    var bytes: [UInt8] = []

    /// Everything within a node, itself not.
    func within(_ node: Int) -> Range<Int> { node + 1..<nodes[node].end }

    func tag(_ node: Int) -> HTMLTag? { nodes[node].tag }

    func attribute(_ name: HTMLAttribute, of node: Int) -> String? {
        guard nodes[node].tag != nil else { return nil }
        return attributes[nodes[node].range].first { $0.name == name }?.value
    }

    func children(of node: Int) -> some Sequence<Int> {
        sequence(first: node + 1) { nodes[$0].end }.prefix { $0 < nodes[node].end }
    }

    /// The node's parent first, the root last.
    func ancestors(of node: Int) -> some Sequence<Int> {
        sequence(state: node) { at -> Int? in
            guard at != 0 else { return nil }
            at = nodes[at].parent
            return at
        }
    }

    /// The elements of these kinds, in the order of the page.
    func elements(_ tags: HTMLTag...) -> some Sequence<Int> {
        nodes.indices.lazy.filter { node in nodes[node].tag.map(tags.contains) ?? false }
    }

    /// All text in a node as it stands there, white space and all.
    func rawText(of node: Int) -> String {
        var text: [UInt8] = []
        for i in node..<nodes[node].end where nodes[i].tag == nil { text += bytes[nodes[i].range] }
        return String(decoding: text, as: UTF8.self)
    }

    /// All text in a node on one line, paragraphs a space apart.
    func text(of node: Int) -> String {
        var line = PageLine()
        for i in node..<nodes[node].end {
            switch nodes[i].tag {
            case nil: line.append(bytes[nodes[i].range])
            case .some(let tag) where tag.isBlock || tag == .br: line.appendSpace()
            default: break
            }
        }
        return line.text
    }
}
