/// An encoding that bytes can be decoded from.
package enum Charset: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case utf32LittleEndian = "utf-32le"
    case utf32BigEndian = "utf-32be"
    case windows1252 = "windows-1252"
    case latin9 = "iso-8859-15"
    case macRoman = "macintosh"

    /// The IANA name, in lower case.
    package var name: String { rawValue }

    /// The charset that a declaration means. ISO-8859-1 and ASCII are read as windows-1252, as the WHATWG Encoding
    /// Standard has it: texts that declare them hold curly quotes at 0x91–0x94 far oftener than control characters.
    package init?(label: String) {
        let folded = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        switch folded {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": self = .utf8
        case "utf-16", "utf-16le", "utf16", "unicode", "ucs-2", "iso-10646-ucs-2", "csunicode":
            self = .utf16LittleEndian
        case "utf-16be", "unicodefffe": self = .utf16BigEndian
        case "utf-32", "utf-32le", "utf32": self = .utf32LittleEndian
        case "utf-32be": self = .utf32BigEndian
        case "windows-1252", "cp1252", "x-cp1252", "ansi", "iso-8859-1", "iso8859-1", "iso88591", "iso_8859-1",
            "latin1",
            "latin-1", "l1", "cp819", "ibm819", "us-ascii", "ascii", "ansi_x3.4-1968":
            self = .windows1252
        case "iso-8859-15", "iso8859-15", "iso885915", "iso_8859-15", "latin-9", "latin9", "l9": self = .latin9
        case "macintosh", "mac", "macroman", "mac-roman", "x-mac-roman", "csmacintosh": self = .macRoman
        default: return nil
        }
    }
}

/// A byte-order mark, which some writers put before a text to name its encoding.
struct ByteOrderMark: Equatable {
    var charset: Charset
    /// Bytes that it takes.
    var length: Int

    init?(of bytes: ArraySlice<UInt8>) {
        // UTF-32 first: its little-endian mark begins with that of UTF-16.
        let marks: [(mark: [UInt8], charset: Charset)] = [
            ([0xFF, 0xFE, 0, 0], .utf32LittleEndian), ([0, 0, 0xFE, 0xFF], .utf32BigEndian),
            ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
        ]
        guard let found = marks.first(where: { bytes.starts(with: $0.mark) }) else { return nil }
        charset = found.charset
        length = found.mark.count
    }
}
