/// What pages write in place of the characters that they mean.
enum PageCharacters {
    /// A text on one line: runs of white space become one space, what is not seen is dropped.
    static func line(_ text: String) -> String {
        var line = PageLine()
        line.append(text.utf8)
        return line.text
    }

    /// Whether a character shows nothing and parts nothing: zero-width characters, soft hyphens, direction marks,
    /// byte-order marks, control characters. The joiners are kept, since scripts and emoji are written with them.
    static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFC:
            true
        case 0...8, 0x0E...0x1F, 0x7F: true
        default: false
        }
    }

    /// White space of every width, no-break spaces among it.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// The character that was meant: references such as `&#147;` are numbers of windows-1252.
    static func meant(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(scalar.value) else { return scalar }
        return SingleByteTable.windows1252Scalar(UInt8(scalar.value))
    }
}

/// One line of text as it is put together from pieces of a page.
struct PageLine {
    private var scalars = String.UnicodeScalarView()
    private var space = false

    var text: String { String(scalars) }
    var isEmpty: Bool { scalars.isEmpty }
    var last: Unicode.Scalar? { scalars.last }

    /// White space is kept back until something stands behind it.
    mutating func append(_ utf8: some Sequence<UInt8>) {
        var decoder = UTF8()
        var bytes = utf8.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&bytes) { append(PageCharacters.meant(scalar)) }
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        if PageCharacters.isSpace(scalar) {
            space = true
        } else if !PageCharacters.isUnseen(scalar) {
            if space, !scalars.isEmpty { scalars.append(" ") }
            space = false
            scalars.append(scalar)
        }
    }

    mutating func appendSpace() { space = true }
}
