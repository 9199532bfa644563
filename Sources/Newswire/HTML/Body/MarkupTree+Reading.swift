extension MarkupTree {
    /// Whether the page says that an element is not to be seen.
    func isHidden(_ node: Int) -> Bool {
        guard !nodes[node].range.isEmpty else { return false }
        if has(.hidden, node) { return true }
        if attribute(.ariaHidden, of: node)?.lowercased() == "true" { return true }
        guard let style = attribute(.style, of: node) else { return false }
        let plain = style.lowercased().filter { $0 != " " }
        return plain.utf8Contains("display:none") || plain.utf8Contains("visibility:hidden")
    }

    /// A card that shows when the pointer is over a word: a picture and links within a line.
    func isHoverCard(_ node: Int) -> Bool {
        guard tag(node) == .span, nodes[node].end - node > ReadingLimits.emptyCard else { return false }
        var links = 0
        var pictures = 0
        for i in within(node) {
            switch tag(i) {
            case .a: links += 1
            case .img: pictures += 1
            case .some(let tag) where tag.isBlock: return false
            default: break
            }
        }
        guard pictures > 0, links > 1, tag(parentBlock(of: node)) == .p, !startsWithLink(node) else {
            return false
        }
        return linkedSize(of: node).isMore(than: ReadingLimits.linkedCard, of: weight(of: node))
    }

    /// Whether a span calls itself what is said of a picture, and has a picture beside it or in it.
    func isCaption(_ span: Int) -> Bool {
        guard let name = attribute(.class, of: span), name.utf8Contains("aption"),
            RegionHint(name: name).contains(.caption)
        else { return false }
        let around = ancestors(of: span).prefix { !(tag($0)?.isBlock ?? true) }
        return around.contains { hasPicture($0) } || children(of: parentBlock(of: span)).contains { tag($0) == .img }
    }

    /// Whether nothing but white space follows within the parent.
    func isLast(_ node: Int) -> Bool {
        (nodes[node].end..<nodes[nodes[node].parent].end).allSatisfy {
            nodes[$0].isText && bytes[nodes[$0].range].span.isBlank
        }
    }

    private func hasPicture(_ node: Int) -> Bool { within(node).contains { tag($0) == .img } }

    /// Whether it asks its reader for text.
    func isFilledIn(_ form: Int) -> Bool {
        within(form).contains { tag($0) == .textarea || tag($0) == .input }
    }

    private func startsWithLink(_ node: Int) -> Bool { node + 1 < nodes.count && tag(node + 1) == .a }

    /// The nearest block that an element stands in.
    func parentBlock(of node: Int) -> Int {
        ancestors(of: node).first { tag($0)?.isBlock ?? true } ?? 0
    }

    /// Cells that are lists of facts, not the layout of a page: none holds much, and no table is in it.
    func isDataTable(_ table: Int) -> Bool {
        let rows = self.rows(of: table)
        guard rows.count > 1 else { return false }
        guard !within(table).contains(where: { tag($0) == .table }) else { return false }
        let cells = rows.map { self.cells(of: $0) }
        guard cells.contains(where: { $0.count > 1 }), !tells(cells.joined()) else { return false }
        return cells.joined().allSatisfy {
            nodes[$0].end - $0 < ReadingLimits.cellNodes && content(of: within($0)).count < ReadingLimits.cell
        }
    }

    /// Whether most of what stands in cells is sentences.
    private func tells(_ cells: some Sequence<Int>) -> Bool {
        var (told, all) = (0, 0)
        for cell in cells {
            let text = content(of: within(cell))
            let size = text.count
            all += size
            if size >= ReadingLimits.sentence, endsSentence(text) { told += size }
        }
        return told.isMore(than: ReadingLimits.told, of: all)
    }

    /// Quotations end it too: “The quay is shut.”
    private func endsSentence(_ cell: ArraySlice<UInt8>) -> Bool {
        guard let last = cell.lastIndex(where: { $0 > 0x20 }) else { return false }
        let text = cell[...last]
        return ReadingLimits.endings.contains(cell[last])
            || ReadingLimits.closings.contains { text.suffix($0.count).elementsEqual($0) }
    }

    func rows(of table: Int) -> [Int] { within(table).filter { tag($0) == .tr } }

    func cells(of row: Int) -> [Int] { within(row).filter { tag($0) == .td || tag($0) == .th } }

    /// Letters in a node.
    func weight(of node: Int) -> Int {
        var weight = 0
        for i in node..<nodes[node].end where nodes[i].isText {
            weight += TextWeight.of(bytes[nodes[i].range].span)
        }
        return weight
    }

    /// Letters within links.
    func linkedSize(of node: Int) -> Int {
        var size = 0
        var i = node
        while i < nodes[node].end {
            if tag(i) == .a {
                size += weight(of: i)
                i = nodes[i].end
            } else {
                i += 1
            }
        }
        return size
    }
}

/// Chosen by hand (docs/pages.md, “Where the numbers come from”).
private enum ReadingLimits {
    /// A span with two links and a picture has more nodes: themselves and the texts of the links.
    static let emptyCard = 4
    /// Nearly all of a card is links; a few letters may part them.
    static let linkedCard = Share(8, of: 10)
    /// Elements and texts of a cell: more of them are a part of the page that is laid out by a table.
    static let cellNodes = 40
    /// Of sentences, with the brackets of what they refer to: "It closed in 1931.[4]"
    static let endings = Array(".!?])\"".utf8)
    /// Of quotations, those of German included.
    static let closings = ["”", "’", "»", "“"].map { Array($0.utf8) }
    /// Bytes of a cell that may be a sentence; a figure with its unit has fewer.
    static let sentence = 60
    /// A table that tells something has more than this in sentences.
    static let told = Share(4, of: 10)
    /// Bytes of a cell: more of them are prose.
    static let cell = 400
}
