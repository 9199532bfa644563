/// What a page's readers ask of its tree, by the numbers of nodes.
extension MarkupTree {
    /// nil for a text.
    func tag(_ node: Int) -> HTMLTag? {
        let name = nodes[node].name
        return name == Self.textName ? nil : tags[Int(name)]
    }

    /// Everything within a node, itself not.
    func within(_ node: Int) -> Range<Int> { node + 1..<nodes[node].end }

    func attribute(_ name: HTMLAttribute, of node: Int) -> String? { find(name, of: node).map(value) }

    func has(_ name: HTMLAttribute, _ node: Int) -> Bool { find(name, of: node) != nil }

    private func find(_ name: HTMLAttribute, of node: Int) -> Attribute? {
        guard !nodes[node].isText else { return nil }
        for i in nodes[node].range where names[Int(attributes[i].name)].attribute == name { return attributes[i] }
        return nil
    }

    func children(of node: Int) -> some Sequence<Int> {
        sequence(first: node + 1) { self.nodes[$0].end }.prefix { $0 < self.nodes[node].end }
    }

    /// The node's parent first, the root last.
    func ancestors(of node: Int) -> some Sequence<Int> {
        sequence(state: node) { at -> Int? in
            guard at != 0 else { return nil }
            at = self.nodes[at].parent
            return at
        }
    }

    /// The elements of these kinds, in the order of the page.
    func elements(_ tags: HTMLTag...) -> some Sequence<Int> {
        nodes.indices.lazy.filter { node in self.tag(node).map(tags.contains) ?? false }
    }

    /// All text in a node as it stands there, white space and all.
    func rawText(of node: Int) -> String { String(decoding: content(of: node..<nodes[node].end), as: UTF8.self) }

    /// All text in a node on one line, paragraphs a space apart.
    func text(of node: Int) -> String {
        var line = CharacterCleaner(mojibake, words)
        // Of the blocks that are not left yet.
        var ends: [Int] = []
        for i in node..<nodes[node].end {
            while let end = ends.last, end <= i {
                line.appendBlank()
                ends.removeLast()
            }
            switch tag(i) {
            case nil: line.append(bytes[nodes[i].range])
            case .some(let tag) where tag.isBlock || tag == .br:
                line.appendBlank()
                ends.append(nodes[i].end)
            default: break
            }
        }
        return line.take() ?? ""
    }
}
