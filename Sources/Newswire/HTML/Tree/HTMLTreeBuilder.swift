/// Takes elements and texts as a parser comes upon them, within bounds.
///
/// What is nested more deeply than `deepest` is laid out flat, at that depth: pages that forget to close thousands of
/// elements are read, and the tree stays shallow. What nests or fails without end is refused.
final class HTMLTreeBuilder {
    struct Limits: Sendable {
        /// Levels that the tree has.
        var deepest = 200
        /// Levels that a page may have.
        var depth = 20_000
        /// Elements and texts together.
        var nodes = 2_000_000
        /// The parser goes up through the open elements for each end tag that fits none: levels gone through in all.
        var climbs = 300_000_000
    }

    private(set) var tree = HTMLTree()
    /// Why the page is refused.
    private(set) var refusal: Refusal?
    private let limits: Limits
    /// The elements that are not closed yet; the root is never.
    private var open = [0]
    /// How many levels are open beyond the deepest.
    private var flattened = 0
    private var climbed = 0

    enum Refusal { case depth, nodes, mistakes }

    init(limits: Limits) {
        self.limits = limits
        tree.nodes.reserveCapacity(4_096)
    }

    func start(_ tag: HTMLTag, attributes: [(name: HTMLAttribute, value: String)]) {
        guard refusal == nil else { return }
        if open.count + flattened > limits.depth { refusal = .depth }
        guard open.count < limits.deepest else {
            // An empty element keeps what is before it and after it apart.
            flattened += 1
            _ = append(tag, attributes)
            return
        }
        open.append(append(tag, attributes))
    }

    func end() {
        if flattened > 0 {
            flattened -= 1
        } else if open.count > 1 {
            tree.nodes[open.removeLast()].end = tree.nodes.count
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard refusal == nil, keepsText, !bytes.isEmpty else { return }
        let start = tree.bytes.count
        unsafe tree.bytes.append(contentsOf: bytes)
        let last = tree.nodes.count - 1
        if tree.nodes[last].tag == nil, tree.nodes[last].range.upperBound == start {
            tree.nodes[last].range = tree.nodes[last].range.lowerBound..<tree.bytes.count
        } else {
            append(HTMLTree.Node(tag: nil, parent: parent, end: last + 2, range: start..<tree.bytes.count))
        }
    }

    func mistake() {
        climbed += open.count + flattened
        if climbed > limits.climbs { refusal = .mistakes }
    }

    func finish() -> HTMLTree {
        for node in open { tree.nodes[node].end = tree.nodes.count }
        open = [0]
        return tree
    }

    private var parent: Int { open[open.count - 1] }

    /// Of scripts only data is of interest, and styles are of none.
    private var keepsText: Bool {
        switch tree.nodes[parent].tag {
        case .style: false
        case .script: tree.attribute(.type, of: parent)?.lowercased().contains("json") ?? false
        default: true
        }
    }

    private func append(_ tag: HTMLTag, _ attributes: [(name: HTMLAttribute, value: String)]) -> Int {
        let start = tree.attributes.count
        tree.attributes += attributes
        let node = tree.nodes.count
        append(HTMLTree.Node(tag: tag, parent: parent, end: node + 1, range: start..<tree.attributes.count))
        return node
    }

    private func append(_ node: HTMLTree.Node) {
        tree.nodes.append(node)
        if tree.nodes.count > limits.nodes { refusal = .nodes }
    }
}
