/// One element of a tree.
struct Element: Sendable {
    let tree: MarkupTree
    let index: Int

    private var node: MarkupTree.Node { tree.nodes[index] }

    /// The local name, as written.
    var name: String { tree.names[Int(node.name)].local }
    var namespace: String? { tree.names[Int(node.name)].namespace }
    /// The nodes within.
    var inside: Range<Int> { index + 1..<node.end }

    /// The elements that it stands in, the innermost first.
    var ancestors: some Sequence<Element> {
        sequence(first: self) { $0.index > 0 ? Element(tree: $0.tree, index: $0.node.parent) : nil }.dropFirst()
    }

    var children: [Element] {
        var found: [Element] = []
        eachChild { found.append($0) }
        return found
    }

    func children(_ name: String) -> [Element] { children.filter { $0.name == name } }

    var hasChildren: Bool { inside.contains { !tree.nodes[$0].isText } }

    /// The first child of each name in turn: `item.at("itemMeta", "provider")`.
    func at(_ path: String...) -> Element? {
        var element = self
        for name in path {
            guard let child = element.firstChild(name) else { return nil }
            element = child
        }
        return element
    }

    private func firstChild(_ name: String) -> Element? {
        var at = index + 1
        while at < node.end {
            let child = tree.nodes[at]
            if !child.isText, tree.names[Int(child.name)].local == name { return Element(tree: tree, index: at) }
            at = child.end
        }
        return nil
    }

    private func eachChild(_ body: (Element) -> Void) {
        var at = index + 1
        while at < node.end {
            if !tree.nodes[at].isText { body(Element(tree: tree, index: at)) }
            at = tree.nodes[at].end
        }
    }

    /// All elements within that have the local name, in document order.
    func all(_ name: String) -> [Element] { tree.elements(named: [name], in: inside) }

    func first(_ name: String) -> Element? { tree.element(named: name, in: inside) }

    /// The value of an attribute by its local name.
    func attribute(_ name: String) -> String? {
        for attribute in tree.attributes[node.range] where tree.names[Int(attribute.name)].local == name {
            return tree.value(attribute)
        }
        return nil
    }

    /// Whether there is any text within that is more than white space.
    var hasText: Bool {
        inside.contains { tree.nodes[$0].isText && !tree.bytes[tree.nodes[$0].range].span.isBlank }
    }

    /// All character data within, as it stands.
    var content: ArraySlice<UInt8> { tree.content(of: inside) }

    var rawText: String { String(decoding: content, as: UTF8.self) }

    /// All text within as one line; nil where there is none.
    var text: String? {
        var cleaner = CharacterCleaner(tree.mojibake, tree.words)
        for at in inside where tree.nodes[at].isText { cleaner.append(tree.bytes[tree.nodes[at].range]) }
        return cleaner.take()
    }
}
