/// The text between two paragraph boundaries of the markup, before it is known what its line feeds mean.
///
/// Mostly they mean nothing. But agencies send whole stories in one element, hard-wrapped, where paragraphs are indented or
/// a blank line apart.
struct RawParagraph {
    /// Inline elements that are open: line feeds within one are the markup's own.
    var depth = 0
    var isPreformatted = false
    /// Whether a line of nothing but two hyphens, which e-mail has above a signature, is a paragraph of its own.
    let partsAtDashes: Bool
    private let words: NewsWords
    private var bytes: [UInt8] = []
    /// Where a quotation element began, to see whether its words bring their own marks.
    private var quotations: [Int] = []

    /// Stands for a line break element; no XML text holds it.
    private static let lineBreak: UInt8 = 0x0B
    private static let lineFeed: UInt8 = 0x0A

    init(_ words: NewsWords, partsAtDashes: Bool = false) {
        self.words = words
        self.partsAtDashes = partsAtDashes
    }

    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ text: Bytes) {
        let start = bytes.count
        bytes.append(text)
        guard depth > 0, !isPreformatted else { return }
        var at = text.first(Self.lineFeed)
        while at < text.count {
            bytes[start + at] = 0x20
            at = text.first(Self.lineFeed, from: at + 1)
        }
    }

    mutating func appendBlank() { bytes.append(0x20) }

    mutating func breakLine() { bytes.append(Self.lineBreak) }

    mutating func beginCell() {
        if bytes.contains(where: { $0 > 0x20 }) { bytes.append(contentsOf: " | ".utf8) }
    }

    mutating func beginQuotation() { quotations.append(bytes.count) }

    mutating func endQuotation() {
        guard let start = quotations.popLast(), start <= bytes.count else { return }
        let words = String(decoding: bytes[start...], as: UTF8.self)
        guard let first = words.first(where: { !$0.isWhitespace }), !Self.marks.contains(first) else { return }
        if let before = bytes[..<start].last, before == UInt8(ascii: "\"") { return }
        bytes.replaceSubrange(start..<start, with: "“".utf8)
        bytes.append(contentsOf: "”".utf8)
    }

    private static let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»", "'", "‘", "’", "`"]

    /// Hands out the paragraphs within, raw but parted; afterwards it is empty.
    mutating func take(_ body: (Bytes) -> Void) {
        // Not before they are done with: the room is used again.
        defer {
            bytes.removeAll(keepingCapacity: true)
            quotations.removeAll(keepingCapacity: true)
        }
        var (start, end) = (0, bytes.count)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        guard start < end else { return }
        let text = bytes.span.extracting(start..<end)
        for part in partsAtDashes ? partedByDashes(text) : [0..<text.count] { parts(of: text.extracting(part), body) }
    }

    private func parts(of text: Bytes, _ body: (Bytes) -> Void) {
        let hasBreaks = text.has(Self.lineBreak)
        guard hasBreaks || text.has(Self.lineFeed) else { return body(text) }
        for part in isPreformatted || !hasBreaks ? [0..<text.count] : Self.partedByBreaks(text) {
            let part = text.extracting(part)
            for paragraph in HardWrap.paragraphs(part, words, isPlain: isPreformatted) {
                body(part.extracting(paragraph))
            }
        }
    }

    /// Before and behind lines that are two hyphens. Lines end where line breaks are, and where white space is kept at line
    /// feeds too.
    private func partedByDashes(_ text: Bytes) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var (start, line) = (0, 0)
        for at in 0...text.count {
            guard at == text.count || text[at] == Self.lineBreak || isPreformatted && text[at] == Self.lineFeed else {
                continue
            }
            if Self.isDashes(text.extracting(line..<at)) {
                parts += [start..<line, line..<at]
                start = at
            }
            line = at + 1
        }
        return (parts + [start..<text.count]).filter { !$0.isEmpty }
    }

    /// White space aside, of which U+00A0 is the most frequent behind them.
    private static func isDashes(_ line: Bytes) -> Bool {
        var dashes = 0
        for at in 0..<line.count {
            switch line[at] {
            case UInt8(ascii: "-"): dashes += 1
            case 0...0x20, 0xC2, 0xA0: break
            default: return false
            }
        }
        return dashes == 2
    }

    /// Two line breaks or more part paragraphs, one is no more than a blank.
    private static func partedByBreaks(_ text: Bytes) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var last: Int?
        for at in 0..<text.count {
            switch text[at] {
            case lineBreak:
                if let from = last {
                    parts.append(start..<from)
                    start = at
                }
                last = at
            case 0...0x20: break
            default: last = nil
            }
        }
        return parts + [start..<text.count]
    }
}
