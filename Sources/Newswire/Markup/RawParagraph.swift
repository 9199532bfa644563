/// The text between two paragraph boundaries of the markup, before it is known what its line feeds mean.
///
/// Mostly they mean nothing. But agencies send whole stories in one element, hard-wrapped, where paragraphs are indented or
/// a blank line apart.
struct RawParagraph {
    /// Inline elements that are open: line feeds within one are the markup's own.
    var depth = 0
    var isPreformatted = false
    private var bytes: [UInt8] = []
    /// Where a quotation element began, to see whether its words bring their own marks.
    private var quotations: [Int] = []

    /// Stands for a line break element; no XML text holds it.
    private static let lineBreak: UInt8 = 0x0B
    private static let lineFeed: UInt8 = 0x0A

    mutating func append(_ text: ArraySlice<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: text)
        guard depth > 0, !isPreformatted else { return }
        for at in start..<bytes.count where bytes[at] == Self.lineFeed { bytes[at] = 0x20 }
    }

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
    mutating func take(_ body: (ArraySlice<UInt8>) -> Void) {
        // Not before they are done with: the room is used again.
        defer {
            bytes.removeAll(keepingCapacity: true)
            quotations.removeAll(keepingCapacity: true)
        }
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
        else {
            return
        }
        let text = bytes[first...last]
        guard text.contains(Self.lineFeed) || text.contains(Self.lineBreak) else { return body(text) }
        for part in isPreformatted ? [text] : Self.partedByBreaks(text) {
            HardWrap.paragraphs(part, isPlain: isPreformatted).forEach(body)
        }
    }

    /// Two line breaks or more part paragraphs, one is no more than a blank.
    private static func partedByBreaks(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        guard text.contains(lineBreak) else { return [text] }
        var parts: [ArraySlice<UInt8>] = []
        var start = text.startIndex
        var last: Int?
        for at in text.indices {
            switch text[at] {
            case lineBreak:
                if let from = last {
                    parts.append(text[start..<from])
                    start = at
                }
                last = at
            case 0...0x20: break
            default: last = nil
            }
        }
        parts.append(text[start...])
        return parts
    }
}
