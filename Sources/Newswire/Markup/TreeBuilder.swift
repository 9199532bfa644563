/// Builds a `MarkupTree` from a parser's events, and tells when a limit is exceeded.
struct TreeBuilder {
    private let limits: MarkupLimits
    private var nodes: [MarkupTree.Node] = []
    private var attributes: [MarkupTree.Attribute] = []
    private var bytes: [UInt8] = []
    private var open: [Int] = []
    /// How many open levels are deeper than the tree's.
    private var flattened = 0
    /// Whether the last node is a text that goes on: nothing began or ended since.
    private var textGoesOn = false
    private var climbed = 0
    private var namespaces = 0
    var names: NameTable
    /// The first limit that was exceeded. Events after that are dropped: the parser is to stop.
    private(set) var excess: MarkupLimits.Excess?

    /// - Parameter size: How long the document is in bytes, where that is known.
    init(limits: MarkupLimits, isHTML: Bool, size: Int = 0) {
        self.limits = limits
        names = NameTable(isHTML: isHTML)
        bytes.reserveCapacity(min(size, limits.text))
        nodes.reserveCapacity(min(size / Self.bytesPerNode, limits.nodes))
        attributes.reserveCapacity(min(size / Self.bytesPerAttribute, limits.nodes))
    }

    /// Guesses of how dense markup is, low enough that arrays hardly ever grow; too low a guess costs some room only.
    private static let (bytesPerNode, bytesPerAttribute) = (16, 64)

    /// How many nodes there are by now.
    var count: Int { nodes.count }

    /// - Parameter name: From `names`.
    mutating func begin(_ name: Int32) {
        guard excess == nil else { return }
        guard open.count + flattened < limits.depth else { return exceed(.depth) }
        let node = nodes.count
        let none = attributes.count..<attributes.count
        append(MarkupTree.Node(name: name, parent: open.last ?? 0, end: node + 1, range: none))
        if names.names.count + namespaces > limits.names { exceed(.names) }
        if open.count < limits.levels {
            open.append(node)
        } else {
            // An empty element keeps what is before it and after it apart.
            flattened += 1
        }
        textGoesOn = false
    }

    /// Of the element that was begun last.
    mutating func attribute(_ name: Int32, _ value: UnsafeBufferPointer<UInt8>) {
        guard excess == nil, !nodes.isEmpty else { return }
        let from = Int32(bytes.count)
        guard unsafe append(value) else { return }
        attributes.append(MarkupTree.Attribute(name: name, from: from, to: Int32(bytes.count)))
        let last = nodes.count - 1
        nodes[last].range = nodes[last].range.lowerBound..<attributes.count
    }

    mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
        guard excess == nil, !text.isEmpty, let parent = open.last else { return }
        let from = bytes.count
        guard unsafe append(text) else { return }
        let last = nodes.count - 1
        if textGoesOn {
            nodes[last].range = nodes[last].range.lowerBound..<bytes.count
        } else {
            let range = from..<bytes.count
            append(MarkupTree.Node(name: MarkupTree.textName, parent: parent, end: last + 2, range: range))
            textGoesOn = true
        }
    }

    mutating func end() {
        guard excess == nil else { return }
        textGoesOn = false
        if flattened > 0 {
            flattened -= 1
        } else if let begun = open.popLast() {
            nodes[begun].end = nodes.count
        }
    }

    /// The parser went up through all that is open.
    mutating func climb() {
        climbed += open.count + flattened
        if climbed > limits.climbs { exceed(.climbs) }
    }

    /// An element brought some namespaces.
    mutating func declare(namespaces count: Int) { namespaces += count }

    mutating func exceed(_ limit: MarkupLimits.Excess) { excess = excess ?? limit }

    /// Closes what is open, as after a fault.
    mutating func finish(_ words: NewsWords) -> MarkupTree {
        while let begun = open.popLast() { nodes[begun].end = nodes.count }
        return MarkupTree(
            nodes: nodes, names: names.names, attributes: attributes, bytes: bytes, words: words)
    }

    private mutating func append(_ node: MarkupTree.Node) {
        guard nodes.count < limits.nodes else { return exceed(.nodes) }
        nodes.append(node)
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count + text.count <= limits.text else {
            exceed(.text)
            return false
        }
        unsafe bytes.append(contentsOf: text)
        return true
    }
}
