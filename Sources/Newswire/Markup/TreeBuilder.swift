/// Fills a `MarkupTree` from a parser's events, and says when a limit is exceeded.
struct TreeBuilder {
    private let limits: MarkupLimits
    private var nodes: [MarkupTree.Node] = []
    private var names: [MarkupTree.Name] = []
    private var known: [MarkupTree.Name: Int32] = [:]
    private var attributes: [MarkupTree.Attribute] = []
    private var bytes: [UInt8] = []
    private var open: [Int32] = []
    /// The first limit that was exceeded. Events after that are dropped: the parser is to stop.
    private(set) var refusal: NewswireError?

    /// - Parameter size: How long the document is in bytes, where that is known.
    init(limits: MarkupLimits, size: Int = 0) {
        self.limits = limits
        bytes.reserveCapacity(min(size, limits.text))
        nodes.reserveCapacity(min(size / 32, limits.nodes))
    }

    /// How many nodes there are by now.
    var count: Int { nodes.count }

    /// The number of a name, the same each time.
    mutating func number(of name: MarkupTree.Name) -> Int32 {
        if let number = known[name] { return number }
        let number = Int32(names.count)
        names.append(name)
        known[name] = number
        return number
    }

    /// - Parameter name: From `number(of:)`.
    mutating func begin(_ name: Int32, line: Int) {
        guard refusal == nil else { return }
        guard open.count < limits.depth else { return refuse(limits.depthError(line: line)) }
        guard nodes.count < limits.nodes else { return refuse(limits.nodesError(line: line)) }
        open.append(Int32(nodes.count))
        let first = Int32(attributes.count)
        nodes.append(MarkupTree.Node(name: name, end: 0, from: first, to: first, line: Int32(clamping: line)))
    }

    /// Of the element that was begun last.
    mutating func attribute(_ name: Int32, _ value: UnsafeBufferPointer<UInt8>) {
        guard refusal == nil, !nodes.isEmpty else { return }
        let from = Int32(bytes.count)
        guard unsafe append(value, line: Int(nodes[nodes.count - 1].line)) else { return }
        attributes.append(MarkupTree.Attribute(name: name, from: from, to: Int32(bytes.count)))
        nodes[nodes.count - 1].to += 1
    }

    mutating func text(_ text: UnsafeBufferPointer<UInt8>, line: Int) {
        guard refusal == nil, !text.isEmpty, !open.isEmpty else { return }
        let from = Int32(bytes.count)
        guard unsafe append(text, line: line) else { return }
        if let last = nodes.last, last.isText, last.to == from {
            nodes[nodes.count - 1].to = Int32(bytes.count)
        } else {
            guard nodes.count < limits.nodes else { return refuse(limits.nodesError(line: line)) }
            nodes.append(
                MarkupTree.Node(
                    name: MarkupTree.textName, end: Int32(nodes.count + 1), from: from, to: Int32(bytes.count),
                    line: Int32(clamping: line)))
        }
    }

    mutating func end() {
        guard refusal == nil, let begun = open.popLast() else { return }
        nodes[Int(begun)].end = Int32(nodes.count)
        // What comes next belongs to another parent, so it may not grow the text that was last.
        lastTextIsClosed()
    }

    mutating func refuse(_ error: NewswireError) { refusal = refusal ?? error }

    /// Closes what is open, as after a fault.
    mutating func finish() -> MarkupTree {
        while let begun = open.popLast() { nodes[Int(begun)].end = Int32(nodes.count) }
        return MarkupTree(nodes: nodes, names: names, attributes: attributes, bytes: bytes)
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>, line: Int) -> Bool {
        guard bytes.count + text.count <= limits.text else {
            refuse(limits.textError(line: line))
            return false
        }
        unsafe bytes.append(contentsOf: text)
        return true
    }

    private mutating func lastTextIsClosed() {
        // A byte that belongs to no node parts the texts.
        if let last = nodes.last, last.isText, Int(last.to) == bytes.count { bytes.append(0x20) }
    }
}
