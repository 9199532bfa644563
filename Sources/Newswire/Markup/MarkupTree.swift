/// A parsed document as flat arrays in document order. The nodes after an element, up to its `end`, are inside it. So a
/// subtree is a range and a walk is a loop, however deep the nesting.
///
/// Immutable once built. Flat, because building a tree of objects takes longer than parsing the text. A page's first
/// node is an element without a name that holds all others; a document of XML has its root there.
final class MarkupTree: Sendable {
    struct Node: Sendable {
        /// Index into `names`; `textName` for character data.
        let name: Int32
        private let parentNode: Int32
        private var endNode: Int32
        private let from: Int32
        private var to: Int32

        /// - Parameter range: For character data a range of `bytes`, for elements one of `attributes`.
        init(name: Int32, parent: Int, end: Int, range: Range<Int>) {
            self.name = name
            parentNode = Int32(parent)
            endNode = Int32(end)
            from = Int32(range.lowerBound)
            to = Int32(range.upperBound)
        }

        /// The element that it stands in; of the first node itself.
        var parent: Int { Int(parentNode) }

        /// One past the last node within.
        var end: Int {
            get { Int(endNode) }
            set { endNode = Int32(newValue) }
        }

        var range: Range<Int> {
            get { Int(from)..<Int(to) }
            set { to = Int32(newValue.upperBound) }
        }

        var isText: Bool { name == MarkupTree.textName }
    }

    struct Name: Sendable, Hashable {
        /// Without prefix, as written.
        var local: String
        /// URI; nil where there is none.
        var namespace: String?
        /// What the name is in HTML, as an element's and as an attribute's; of XML that is not asked.
        var tag = HTMLTag.other
        var attribute: HTMLAttribute?
    }

    struct Attribute: Sendable {
        /// Index into `names`.
        var name: Int32
        /// Range of `bytes`.
        var from: Int32
        var to: Int32

        var range: Range<Int> { Int(from)..<Int(to) }
    }

    static let textName: Int32 = -1

    let nodes: [Node]
    let names: [Name]
    let attributes: [Attribute]
    /// UTF-8 of all character data and attribute values.
    let bytes: [UInt8]
    /// By name, what it is in HTML: what is asked most of a page has a place of its own.
    let tags: [HTMLTag]
    /// Whether pairs of characters that may be one wrongly decoded letter are so everywhere in the text.
    let mojibake: Mojibake.Pairs

    /// By which its text is read.
    let words: NewsWords

    init(nodes: [Node], names: [Name], attributes: [Attribute], bytes: [UInt8], words: NewsWords) {
        self.nodes = nodes
        self.names = names
        self.attributes = attributes
        self.bytes = bytes
        self.words = words
        tags = names.map(\.tag)
        mojibake = Mojibake.pairs(in: bytes.span)
    }

    /// nil where the document holds no element.
    var root: Element? { nodes.isEmpty ? nil : Element(tree: self, index: 0) }

    /// All elements with a local name, in document order.
    func elements(named name: String) -> [Element] { elements(named: [name], in: nodes.indices) }

    /// - Parameter wanted: A few names.
    func elements(named wanted: [String], in range: Range<Int>) -> [Element] {
        let known = names.map { wanted.contains($0.local) }
        guard known.contains(true) else { return [] }
        var found: [Element] = []
        for at in range where !nodes[at].isText && known[Int(nodes[at].name)] {
            found.append(Element(tree: self, index: at))
        }
        return found
    }

    /// The first element with a local name.
    func element(named name: String, in range: Range<Int>) -> Element? {
        // A name stands here once for each namespace.
        guard let first = names.firstIndex(where: { $0.local == name }) else { return nil }
        let others = names[(first + 1)...].contains { $0.local == name }
        for at in range where !nodes[at].isText {
            let number = Int(nodes[at].name)
            if number == first || others && names[number].local == name { return Element(tree: self, index: at) }
        }
        return nil
    }

    /// All character data of some nodes, as it stands; of a single text the very bytes.
    func content(of range: Range<Int>) -> ArraySlice<UInt8> {
        var result: ArraySlice<UInt8> = []
        for at in range where nodes[at].isText {
            if result.isEmpty { result = bytes[nodes[at].range] } else { result += bytes[nodes[at].range] }
        }
        return result
    }

    func value(_ attribute: Attribute) -> String { String(decoding: bytes[attribute.range], as: UTF8.self) }
}
