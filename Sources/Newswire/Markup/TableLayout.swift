/// Distinguishes tables of figures from tables that lay out prose, as old pages and newsletters do.
enum TableLayout {
    /// A cell with this many bytes, some fifty words, is prose. Chosen by hand.
    private static let prose = 300

    static func isLayout(_ table: Element) -> Bool {
        let cells = table.all("td")
        guard !cells.isEmpty else { return false }
        if cells.count == 1 { return true }
        let sizes = cells.map(textSize)
        let total = sizes.reduce(0, +)
        return sizes.contains { $0 >= prose && $0.isMore(than: Share(1, of: 2), of: total) }
    }

    private static func textSize(_ cell: Element) -> Int {
        cell.inside.reduce(0) { size, at in
            let node = cell.tree.nodes[at]
            return node.isText ? size + node.range.count : size
        }
    }
}
