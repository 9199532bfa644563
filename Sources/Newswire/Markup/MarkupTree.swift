/// A parsed document as flat arrays in document order: what follows an element and lies before its `end` is within it.
///
/// Immutable once built. Flat, because building a tree of objects takes longer than parsing the text.
final class MarkupTree: Sendable {
    struct Node: Sendable {
        /// Index into `names`; `textName` for character data.
        var name: Int32
        /// One past the last node within.
        var end: Int32
        /// For character data a range of `bytes`, for elements one of `attributes`.
        var from: Int32
        var to: Int32
        /// 1-based, of the file.
        var line: Int32

        var isText: Bool { name == MarkupTree.textName }
    }

    struct Name: Sendable, Hashable {
        /// Without prefix, as written.
        var local: String
        /// URI; nil where there is none.
        var namespace: String?
    }

    struct Attribute: Sendable {
        /// Index into `names`.
        var name: Int32
        /// Range of `bytes`.
        var from: Int32
        var to: Int32
    }

    static let textName: Int32 = -1

    let nodes: [Node]
    let names: [Name]
    let attributes: [Attribute]
    /// UTF-8 of all character data and attribute values.
    let bytes: [UInt8]

    init(nodes: [Node], names: [Name], attributes: [Attribute], bytes: [UInt8]) {
        self.nodes = nodes
        self.names = names
        self.attributes = attributes
        self.bytes = bytes
    }

    /// nil where the document holds no element.
    var root: Element? {
        nodes.firstIndex { !$0.isText }.map { Element(tree: self, index: $0) }
    }

    /// All elements with a local name, in document order.
    func elements(named name: String) -> [Element] { elements(named: [name], in: nodes.indices) }

    /// - Parameter wanted: A few names.
    func elements(named wanted: [String], in range: Range<Int>) -> [Element] {
        let known = names.map { wanted.contains($0.local) }
        guard known.contains(true) else { return [] }
        return range.lazy.filter { !self.nodes[$0].isText && known[Int(self.nodes[$0].name)] }
            .map { Element(tree: self, index: $0) }
    }
}

/// One element of a tree.
struct Element: Sendable {
    let tree: MarkupTree
    let index: Int

    private var node: MarkupTree.Node { tree.nodes[index] }

    /// The local name, as written.
    var name: String { tree.names[Int(node.name)].local }
    var namespace: String? { tree.names[Int(node.name)].namespace }
    /// 1-based, of the file.
    var line: Int { Int(node.line) }
    /// The nodes within.
    var inside: Range<Int> { index + 1..<Int(node.end) }

    var children: [Element] {
        var found: [Element] = []
        var at = index + 1
        while at < Int(node.end) {
            if !tree.nodes[at].isText { found.append(Element(tree: tree, index: at)) }
            at = Int(tree.nodes[at].end)
        }
        return found
    }

    func children(_ name: String) -> [Element] { children.filter { $0.name == name } }

    /// The first child of each name in turn: `item.at("itemMeta", "provider")`.
    func at(_ path: String...) -> Element? {
        path.reduce(self as Element?) { element, name in element?.children.first { $0.name == name } }
    }

    /// All elements within that have the local name, in document order.
    func all(_ name: String) -> [Element] { tree.elements(named: [name], in: inside) }

    func first(_ name: String) -> Element? { all(name).first }

    /// The value of an attribute by its local name.
    func attribute(_ name: String) -> String? {
        tree.attributes[Int(node.from)..<Int(node.to)].first { tree.names[Int($0.name)].local == name }
            .map { String(decoding: tree.bytes[Int($0.from)..<Int($0.to)], as: UTF8.self) }
    }

    /// All character data within, as it stands.
    var rawText: String {
        var result: [UInt8] = []
        for at in inside where tree.nodes[at].isText {
            result += tree.bytes[Int(tree.nodes[at].from)..<Int(tree.nodes[at].to)]
        }
        return String(decoding: result, as: UTF8.self)
    }
}
