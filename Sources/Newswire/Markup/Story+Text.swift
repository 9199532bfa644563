extension Story {
    /// Of a field that is HTML in some formats and plain text in others, as it looks.
    init(htmlOrPlain text: String) throws(NewswireError) {
        if Self.looksLikeMarkup(text) { try self.init(html: text) } else { self.init(plain: text) }
    }

    /// Of a piece of HTML.
    init(html: String) throws(NewswireError) {
        let tree = try HTMLFragment.tree(html)
        guard let root = tree.root else { return }
        var builder = StoryBuilder(tree)
        self = builder.story(in: root)
    }

    /// Of plain text: paragraphs are a blank line apart or indented; where neither is, each line is one, unless the text
    /// is wrapped.
    init(plain text: String) {
        var cleaner = CharacterCleaner()
        for part in PlainText.paragraphs(Array(text.utf8)) {
            cleaner.append(part)
            if let line = cleaner.take() { paragraphs.append(Paragraph(text: line)) }
        }
        mended = cleaner.mended
    }

    /// A tag, or a reference to a character.
    static func looksLikeMarkup(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        for at in bytes.indices.dropLast() {
            let next = bytes[at + 1]
            if bytes[at] == UInt8(ascii: "<"), next.isASCIILetter || next == UInt8(ascii: "/") || next == 0x21 {
                return true
            }
            if bytes[at] == UInt8(ascii: "&"), next == UInt8(ascii: "#") || next.isASCIILetter,
                bytes[(at + 1)...].prefix(10).contains(UInt8(ascii: ";"))
            {
                return true
            }
        }
        return false
    }
}

/// Plain text as it comes within other formats.
enum PlainText {
    private static let lineFeed: UInt8 = 0x0A

    /// - Parameter text: UTF-8.
    static func paragraphs(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        let text = withoutReturns(text)
        let parts = HardWrap.paragraphs(text[...], isPlain: true)
        let lines = parts.map { $0.split(separator: lineFeed) }
        return isWrapped(lines) || areIndented(lines) ? parts : lines.flatMap { $0 }
    }

    /// First lines that are indented more than those that follow them.
    private static func areIndented(_ parts: [[ArraySlice<UInt8>]]) -> Bool {
        let several = parts.filter { $0.count > 1 }
        return !several.isEmpty && several.allSatisfy { $0[0].first == 0x20 && $0[1].first != 0x20 }
    }

    /// Lines of much the same length, most of which end within a sentence.
    private static func isWrapped(_ parts: [[ArraySlice<UInt8>]]) -> Bool {
        let followed = parts.flatMap { $0.dropLast() }
        let within = followed.filter { line in
            let last = line.last { $0 > 0x20 }
            return (40...110).contains(line.count) && !(last.map { [0x2E, 0x21, 0x3F, 0x22].contains($0) } ?? true)
        }
        return followed.count > 1 && within.count * 2 > followed.count
    }

    /// CR LF and lone CR as LF.
    private static func withoutReturns(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(0x0D) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for (at, byte) in text.enumerated() {
            if byte != 0x0D {
                result.append(byte)
            } else if at + 1 == text.count || text[at + 1] != lineFeed {
                result.append(lineFeed)
            }
        }
        return result
    }
}
