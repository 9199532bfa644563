/// HTML that was escaped once more than its format asks for: `&lt;p&gt;` where `<p>` was meant, `<![CDATA[` around it.
enum EscapedMarkup {
    /// Twice too often is the most that feeds were seen to do.
    private static let most = 2

    /// - Parameter text: UTF-8, as its format gives it.
    /// - Returns: The markup that was meant; the same text where nothing is escaped.
    static func unwrapped(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        for _ in 0..<most {
            if let inside = characterData(text) {
                text = inside
            } else if holdsEscapedTag(text.span), !Story.holdsTag(text.span) {
                text = unescaped(text)
            } else {
                break
            }
        }
        return text
    }

    /// What stands in a section that is nothing but text here.
    private static func characterData(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let start = text.drop { $0 <= 0x20 }
        guard start.begins(with: "<![CDATA[") else { return nil }
        let inside = start.dropFirst(9)
        guard let last = inside.lastIndex(where: { $0 > 0x20 }), inside[...last].suffix(3).begins(with: "]]>") else {
            return inside
        }
        return inside[...last].dropLast(3)
    }

    /// "1 &lt; 2" is none.
    private static func holdsEscapedTag(_ text: Bytes) -> Bool {
        var at = text.first(UInt8(ascii: "&"))
        while at + 5 < text.count {
            if text[at + 1] | 0x20 == UInt8(ascii: "l"), text[at + 2] | 0x20 == UInt8(ascii: "t"),
                text[at + 3] == UInt8(ascii: ";")
            {
                let next = text[at + 4]
                if next == UInt8(ascii: "/") && text[at + 5].isASCIILetter || isParagraph(text, at + 4) { return true }
            }
            at = text.first(UInt8(ascii: "&"), from: at + 1)
        }
        return false
    }

    private static func isParagraph(_ text: Bytes, _ at: Int) -> Bool {
        (text[at] | 0x20 == UInt8(ascii: "p") || text[at] | 0x20 == UInt8(ascii: "b"))
            && [UInt8(ascii: "&"), UInt8(ascii: " "), UInt8(ascii: "r"), UInt8(ascii: "R")].contains(text[at + 1])
    }

    private static let references: [(reference: StaticString, byte: UInt8)] = [
        ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&amp;", UInt8(ascii: "&")),
        ("&quot;", UInt8(ascii: "\"")), ("&#34;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
        ("&#39;", UInt8(ascii: "'")),
    ]

    private static func unescaped(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        var at = text.startIndex
        while at < text.endIndex {
            let rest = text[at...]
            if text[at] == UInt8(ascii: "&"), let found = references.first(where: { rest.begins(with: $0.reference) }) {
                plain.append(found.byte)
                at += found.reference.utf8CodeUnitCount
            } else {
                plain.append(text[at])
                at += 1
            }
        }
        return plain[...]
    }
}

/// References to characters that were escaped once more than a page's need be: `&amp;ldquo;` for `&ldquo;`.
enum DoubleReferences {
    /// Marks and blanks, of which nobody writes the names in a story.
    private static let names: Set<String> = [
        "ldquo", "rdquo", "lsquo", "rsquo", "bdquo", "sbquo", "laquo", "raquo", "quot", "apos", "nbsp", "ndash",
        "mdash",
        "hellip",
    ]
    /// Bytes behind `&amp;`, with the semicolon: "hellip;", "#x201c;".
    private static let longest = 8

    /// - Returns: The page with each read once; nil where there are none.
    static func mended(_ page: String) -> (text: String, count: Int)? {
        let bytes = page.utf8.span
        var mended: [UInt8] = []
        var (count, from, at) = (0, 0, bytes.first(UInt8(ascii: "&")))
        while at < bytes.count {
            if isDouble(bytes, at) {
                mended.append(bytes.extracting(from..<at + 1))
                from = at + 5
                count += 1
            }
            at = bytes.first(UInt8(ascii: "&"), from: at + 1)
        }
        guard count > 0 else { return nil }
        mended.append(bytes.extracting(from..<bytes.count))
        return (String(decoding: mended, as: UTF8.self), count)
    }

    private static let ampersand = Array("amp;".utf8)

    private static func isDouble(_ text: Bytes, _ at: Int) -> Bool {
        guard at + 6 < text.count, text.extracting(at + 1..<at + 5).isEqual(to: Self.ampersand) else { return false }
        // Most are of addresses: "&amp;page=2".
        guard text[at + 5] == UInt8(ascii: "#") || text[at + 5].isASCIILetter else { return false }
        let rest = text.extracting(at + 5..<min(at + 5 + longest, text.count))
        let end = rest.first(UInt8(ascii: ";"))
        guard end < rest.count, end > 1 else { return false }
        let name = rest.extracting(0..<end)
        if name[0] == UInt8(ascii: "#") { return isNumber(name) }
        return names.contains(name.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) })
    }

    /// "#8217", "#x2019".
    private static func isNumber(_ name: Bytes) -> Bool {
        let isHexadecimal = name[1] | 0x20 == UInt8(ascii: "x")
        guard name.count > (isHexadecimal ? 2 : 1) else { return false }
        for at in (isHexadecimal ? 2 : 1)..<name.count {
            let isDigit = (0x30...0x39).contains(name[at])
            guard isDigit || isHexadecimal && (0x61...0x66).contains(name[at] | 0x20) else { return false }
        }
        return true
    }
}
