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

    /// The paragraphs within, raw but parted; afterwards it is empty.
    mutating func take() -> [ArraySlice<UInt8>] {
        defer {
            bytes.removeAll(keepingCapacity: true)
            quotations.removeAll(keepingCapacity: true)
        }
        guard bytes.contains(where: { $0 > 0x20 }) else { return [] }
        guard bytes.contains(where: { $0 == Self.lineFeed || $0 == Self.lineBreak }) else { return [bytes[...]] }
        let parts = isPreformatted ? [bytes[...]] : partedByBreaks()
        return parts.flatMap { HardWrap.paragraphs($0, isPlain: isPreformatted) }
    }

    /// Two line breaks or more part paragraphs, one is no more than a blank.
    private func partedByBreaks() -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        var last: Int?
        for at in bytes.indices {
            switch bytes[at] {
            case Self.lineBreak:
                if let from = last {
                    parts.append(bytes[start..<from])
                    start = at
                }
                last = at
            case 0...0x20: break
            default: last = nil
            }
        }
        parts.append(bytes[start...])
        return parts
    }
}
