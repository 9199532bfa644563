extension Story {
    /// Of a field that is HTML in some formats and plain text in others, as it looks.
    init(htmlOrPlain text: String, _ words: NewsWords) throws(NewswireError) {
        try self.init(htmlOrPlain: Array(text.utf8)[...], words)
    }

    init(html: String, _ words: NewsWords, partingAtDashes: Bool = false) throws(NewswireError) {
        try self.init(html: Array(html.utf8)[...], words, partingAtDashes: partingAtDashes)
    }

    init(plain text: String, _ words: NewsWords) { self.init(plain: Array(text.utf8)[...], words) }

    /// - Parameter text: UTF-8.
    init(htmlOrPlain text: ArraySlice<UInt8>, _ words: NewsWords) throws(NewswireError) {
        let text = EscapedMarkup.unwrapped(text)
        if Self.looksLikeMarkup(text.span) { try self.init(html: text, words) } else { self.init(plain: text, words) }
    }

    /// Of a piece of HTML.
    ///
    /// - Parameter partingAtDashes: Whether a line of nothing but two hyphens is a paragraph of its own.
    init(html: ArraySlice<UInt8>, _ words: NewsWords, partingAtDashes: Bool = false) throws(NewswireError) {
        let tree = try HTMLFragment.tree(html, words)
        guard let root = tree.root else { return }
        var builder = StoryBuilder(tree, partsAtDashes: partingAtDashes)
        self = builder.story(in: root)
    }

    /// Of plain text: paragraphs are a blank line apart or indented; where neither is, each line is one, unless the text
    /// is wrapped.
    init(plain text: ArraySlice<UInt8>, _ words: NewsWords) {
        let text = PlainText(text)
        let bytes = text.bytes.span
        var cleaner = CharacterCleaner(Mojibake.pairs(in: bytes), words)
        for part in text.paragraphs(words) {
            cleaner.append(bytes.extracting(part))
            if let line = cleaner.take() { paragraphs.append(Paragraph(text: line)) }
        }
        mended = cleaner.mended
    }

    /// A tag, or a reference to a character.
    static func looksLikeMarkup(_ text: Bytes) -> Bool { holdsTag(text) || holdsReference(text) }

    static func holdsTag(_ text: Bytes) -> Bool {
        var at = text.first(UInt8(ascii: "<"))
        while at + 1 < text.count {
            let next = text[at + 1]
            if next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") { return true }
            at = text.first(UInt8(ascii: "<"), from: at + 1)
        }
        return false
    }

    /// Bytes behind the ampersand; those that are in use ("hellip;", "#8217;") are shorter.
    private static let longestReference = 10

    private static func holdsReference(_ text: Bytes) -> Bool {
        var at = text.first(UInt8(ascii: "&"))
        while at + 1 < text.count {
            let name = text.extracting(at + 1..<min(at + 1 + longestReference, text.count))
            if name[0] == UInt8(ascii: "#") || name[0].isASCIILetter, name.has(UInt8(ascii: ";")) { return true }
            at = text.first(UInt8(ascii: "&"), from: at + 1)
        }
        return false
    }
}

/// A piece of HTML within another format.
enum HTMLFragment {
    /// - Parameter html: UTF-8.
    /// - Throws: `NewswireError` where it is out of bounds.
    static func tree(_ html: ArraySlice<UInt8>, _ words: NewsWords) throws(NewswireError) -> MarkupTree {
        if let document = XMLDocument(fragment: html, words) { return document.tree }
        return try HTMLDocument(html, words).tree
    }
}

/// Plain text as it comes within other formats.
struct PlainText {
    /// UTF-8, its lines ended by line feeds.
    let bytes: [UInt8]

    private static let lineFeed: UInt8 = 0x0A

    /// - Parameter text: UTF-8; CR LF and lone CR count as LF.
    init(_ text: ArraySlice<UInt8>) {
        guard text.span.has(0x0D) else {
            bytes = Array(text)
            return
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for (at, byte) in zip(text.indices, text) {
            if byte != 0x0D {
                bytes.append(byte)
            } else if at + 1 == text.endIndex || text[at + 1] != Self.lineFeed {
                bytes.append(Self.lineFeed)
            }
        }
        self.bytes = bytes
    }

    func paragraphs(_ words: NewsWords) -> [Range<Int>] {
        let parts = HardWrap.paragraphs(bytes.span, words, isPlain: true)
        let lines = parts.map(lines)
        return isWrapped(lines) || areIndented(lines) ? parts : lines.flatMap { $0 }
    }

    /// Those that are not empty.
    private func lines(in part: Range<Int>) -> [Range<Int>] {
        let text = bytes.span
        var lines: [Range<Int>] = []
        var start = part.lowerBound
        while start < part.upperBound {
            let end = min(text.first(Self.lineFeed, from: start), part.upperBound)
            if end > start { lines.append(start..<end) }
            start = end + 1
        }
        return lines
    }

    /// First lines that are indented more than those that follow them.
    private func areIndented(_ parts: [[Range<Int>]]) -> Bool {
        let several = parts.filter { $0.count > 1 }
        return !several.isEmpty
            && several.allSatisfy { bytes[$0[0].lowerBound] == 0x20 && bytes[$0[1].lowerBound] != 0x20 }
    }

    /// Bytes of a wrapped line: terminals and mail have 66 to 80 columns, of which a long word takes some away; letters
    /// beyond ASCII have two bytes. Shorter lines are verses and addresses. Chosen by hand.
    private static let wrapped = 40...110

    /// Lines of much the same length, most of which end within a sentence.
    private func isWrapped(_ parts: [[Range<Int>]]) -> Bool {
        var (followed, within) = (0, 0)
        for part in parts {
            for line in part.dropLast() {
                followed += 1
                if Self.wrapped.contains(line.count), endsWithin(line) { within += 1 }
            }
        }
        return followed > 1 && within.isMore(than: Share(1, of: 2), of: followed)
    }

    private func endsWithin(_ line: Range<Int>) -> Bool {
        switch bytes[line].last(where: { $0 > 0x20 }) {
        // . ! ? "
        case nil, 0x2E, 0x21, 0x3F, 0x22: false
        default: true
        }
    }
}
