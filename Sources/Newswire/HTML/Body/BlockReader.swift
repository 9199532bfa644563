/// Reads a page's text off its tree as blocks, in the order of the page.
///
/// Invisible elements are left out: scripts, controls of forms, hidden elements. Captions are marked, and each data
/// table is one block.
struct BlockReader {
    private let tree: MarkupTree
    /// Hidden elements are read too: some pages show their story only by a script.
    private let readsHidden: Bool
    private var blocks: [PageBlock] = []
    private var line: BlockLine
    /// The elements that are not left yet.
    private var open: [Int] = []
    private var linkDepth = 0
    private var captionDepth = 0
    private var quoteDepth = 0
    private var preformattedDepth = 0

    static func blocks(of tree: MarkupTree, readingHidden: Bool = false) -> [PageBlock] {
        var reader = BlockReader(tree: tree, readsHidden: readingHidden)
        reader.read(tree.within(0))
        return reader.blocks
    }

    private init(tree: MarkupTree, readsHidden: Bool) {
        self.tree = tree
        self.readsHidden = readsHidden
        line = BlockLine(tree)
    }

    private mutating func read(_ range: Range<Int>) {
        var node = range.lowerBound
        while node < range.upperBound {
            leave(before: node)
            if let tag = tree.tag(node) {
                node = enter(node, tag)
            } else {
                read(text: node)
                node += 1
            }
        }
        leave(before: range.upperBound)
        flush()
    }

    /// Where white space is kept, a blank line parts paragraphs.
    private mutating func read(text node: Int) {
        let text = tree.bytes[tree.nodes[node].range]
        let bytes = text.span
        guard preformattedDepth > 0 else {
            line.append(bytes, node: node, owner: owner, linked: linkDepth > 0)
            return
        }
        var start = 0
        while start <= bytes.count {
            let end = bytes.first(UInt8(ascii: "\n"), from: start)
            let part = bytes.extracting(start..<end)
            if start > 0 { line.space() }
            if start > 0, end < bytes.count, part.isBlank { flush() }
            line.append(part, node: node, owner: owner, linked: linkDepth > 0)
            start = end + 1
        }
    }

    /// - Returns: The node to go on with.
    private mutating func enter(_ node: Int, _ tag: HTMLTag) -> Int {
        let end = tree.nodes[node].end
        let isMute = tag.isMute && !(readsHidden && tag == .noscript)
        guard !isMute, readsHidden || !tree.isHidden(node), !tree.isHoverCard(node) else {
            if tag == .button || tag == .input { line.space() }
            return end
        }
        if tag == .br {
            breakLine(after: node)
            return end
        }
        if tag.isBlock { flush() }
        if tag == .table, tree.isDataTable(node) {
            append(table: node)
            return end
        }
        // Whose words a quotation shows stands behind them, and is none of them.
        if tag == .cite, quoteDepth > 0, tree.isLast(node) { flush() }
        if tag == .span, tree.isCaption(node) {
            append(captionSpan: node)
            return end
        }
        open.append(node)
        count(node, tag, by: 1)
        if tag == .a { line.links += 1 }
        return node + 1
    }

    /// What is said of a picture at the beginning of a paragraph is no part of it.
    private mutating func append(captionSpan span: Int) {
        flush()
        let text = tree.text(of: span)
        guard !text.isEmpty else { return }
        blocks.append(
            PageBlock(
                kind: .caption, text: text, owner: span, nodes: span + 1..<tree.nodes[span].end,
                size: tree.weight(of: span), linked: tree.linkedSize(of: span),
                links: tree.within(span).count { tree.tag($0) == .a }))
    }

    private mutating func leave(before node: Int) {
        while let last = open.last, tree.nodes[last].end <= node {
            if let tag = tree.tag(last) {
                if tag.isBlock { flush() }
                count(last, tag, by: -1)
            }
            open.removeLast()
        }
    }

    private mutating func count(_ node: Int, _ tag: HTMLTag, by step: Int) {
        switch tag {
        case .a: linkDepth += step
        case .figcaption: captionDepth += step
        case .blockquote: quoteDepth += step
        case .pre: preformattedDepth += step
        default: break
        }
    }

    /// A break parts paragraphs where it stands behind a sentence or beside another break; else it is a space.
    private mutating func breakLine(after node: Int) {
        if line.endsSentence || line.hasBreak { flush() } else { line.breakLine() }
    }

    private var owner: Int { open.last { tree.tag($0)?.isBlock ?? false } ?? 0 }

    private mutating func flush() {
        guard line.isTouched else { return }
        defer { line = BlockLine(tree) }
        guard let owner = line.owner, line.hasText else { return }
        var block = PageBlock(
            kind: kind(of: owner), text: line.text, owner: owner, nodes: line.nodes, size: line.size,
            linked: line.linked, links: max(line.links, line.linked > 0 ? 1 : 0))
        if let initial = blocks.last, initial.isInitial(of: block) {
            block.text = initial.text + block.text
            block.size += initial.size
            blocks.removeLast()
        }
        blocks.append(block)
    }

    private func kind(of owner: Int) -> PageBlock.Kind {
        if captionDepth > 0 { return .caption }
        switch tree.tag(owner) {
        case .h1: return .heading(1)
        case .h2: return .heading(2)
        case .h3: return .heading(3)
        case .h4: return .heading(4)
        case .h5: return .heading(5)
        case .h6: return .heading(6)
        case .li, .dd, .dt: return .item
        case .caption: return .caption
        default: return quoteDepth > 0 ? .quote : .paragraph
        }
    }

    /// One line a row, the cells parted by a bar.
    private mutating func append(table: Int) {
        let rows = tree.rows(of: table).map { row in
            tree.cells(of: row).map { tree.text(of: $0) }.filter { !$0.isEmpty }.joined(separator: " | ")
        }
        let size = tree.within(table).reduce(0) { size, node in
            guard tree.nodes[node].isText else { return size }
            return size + TextWeight.of(tree.bytes[tree.nodes[node].range].span)
        }
        let text = rows.filter { !$0.isEmpty }.joined(separator: "\n")
        guard !text.isEmpty else { return }
        blocks.append(
            PageBlock(
                kind: .table, text: text, owner: table, nodes: table..<tree.nodes[table].end, size: size,
                linked: tree.linkedSize(of: table), links: tree.within(table).count { tree.tag($0) == .a }))
    }
}

/// The text of a block as it is put together.
private struct BlockLine {
    private var line: CharacterCleaner
    var owner: Int?
    var nodes = 0..<0
    var size = 0
    var linked = 0
    var links = 0
    private(set) var hasBreak = false

    init(_ tree: MarkupTree) { line = CharacterCleaner(tree.mojibake, tree.words) }

    /// Whether there is anything to forget.
    var isTouched: Bool { hasText || hasBreak || links > 0 }

    var text: String { String(decoding: line.result, as: UTF8.self) }
    var hasText: Bool { !line.result.isEmpty }

    var endsSentence: Bool {
        // No ending has more bytes.
        let end = line.result.suffix(3)
        guard let last = end.last else { return false }
        return Self.endings.contains(last) || Self.longEndings.contains { end.suffix($0.count).elementsEqual($0) }
    }

    private static let endings = Array(".!?:\"".utf8)
    private static let longEndings = ["”", "…", "»"].map { Array($0.utf8) }

    mutating func append(_ bytes: Bytes, node: Int, owner: Int, linked isLinked: Bool) {
        let before = line.result.count
        line.append(bytes)
        guard line.result.count > before else { return }
        let grown = TextWeight.of(line.result.span.extracting(before..<line.result.count))
        size += grown
        if isLinked { linked += grown }
        if self.owner == nil { (self.owner, nodes) = (owner, node..<node) }
        nodes = nodes.lowerBound..<node + 1
        hasBreak = false
    }

    mutating func space() { line.appendBlank() }

    mutating func breakLine() {
        line.appendBlank()
        hasBreak = true
    }
}
