extension HTMLTree {
    /// Whether the page says that an element is not to be seen.
    func isHidden(_ node: Int) -> Bool {
        guard !nodes[node].range.isEmpty else { return false }
        if attribute(.hidden, of: node) != nil { return true }
        if attribute(.ariaHidden, of: node)?.lowercased() == "true" { return true }
        guard let style = attribute(.style, of: node) else { return false }
        let plain = style.lowercased().filter { $0 != " " }
        return plain.contains("display:none") || plain.contains("visibility:hidden")
    }

    /// A card that shows when the pointer is over a word: a picture and links within a line.
    func isHoverCard(_ node: Int) -> Bool {
        guard nodes[node].tag == .span, nodes[node].end - node > 4 else { return false }
        var links = 0
        var pictures = 0
        for i in within(node) {
            switch nodes[i].tag {
            case .a: links += 1
            case .img: pictures += 1
            case .some(let tag) where tag.isBlock: return false
            default: break
            }
        }
        guard pictures > 0, links > 1, nodes[parentBlock(of: node)].tag == .p, !startsWithLink(node) else {
            return false
        }
        return linkedSize(of: node) * 10 > PageCharacters.weight(of: rawText(of: node)) * 8
    }

    /// Whether it asks its reader for text.
    func isFilledIn(_ form: Int) -> Bool {
        within(form).contains { nodes[$0].tag == .textarea || nodes[$0].tag == .input }
    }

    private func startsWithLink(_ node: Int) -> Bool { node + 1 < nodes.count && nodes[node + 1].tag == .a }

    /// The nearest block that an element stands in.
    func parentBlock(of node: Int) -> Int {
        ancestors(of: node).first { nodes[$0].tag?.isBlock ?? true } ?? 0
    }

    /// Cells that are lists of facts, not the layout of a page: none holds much, and no table is in it.
    func isDataTable(_ table: Int) -> Bool {
        let rows = self.rows(of: table)
        guard rows.count > 1 else { return false }
        guard !within(table).contains(where: { nodes[$0].tag == .table }) else { return false }
        let cells = rows.map { self.cells(of: $0) }
        guard cells.contains(where: { $0.count > 1 }) else { return false }
        return cells.joined().allSatisfy { nodes[$0].end - $0 < 40 && rawText(of: $0).utf8.count < 400 }
    }

    func rows(of table: Int) -> [Int] { within(table).filter { nodes[$0].tag == .tr } }

    func cells(of row: Int) -> [Int] { within(row).filter { nodes[$0].tag == .td || nodes[$0].tag == .th } }

    /// Letters within links.
    func linkedSize(of node: Int) -> Int {
        var size = 0
        var i = node
        while i < nodes[node].end {
            if nodes[i].tag == .a {
                size += PageCharacters.weight(of: rawText(of: i))
                i = nodes[i].end
            } else {
                i += 1
            }
        }
        return size
    }
}

extension PageCharacters {
    /// How much a character adds to what there is to read.
    static func weight(_ scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return byte.isASCIILetter || (0x30...0x39).contains(byte) ? 1 : 0
        }
        switch scalar.value {
        // Kana, ideographs, Hangul: a sign is a syllable or a word.
        case 0x3040...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return 3
        default: return scalar.properties.isAlphabetic ? 1 : 0
        }
    }

    static func weight(of text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + weight($1) } }
}
