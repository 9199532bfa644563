/// Mac OS Roman, which old Macintoshes write without saying so.
enum MacRoman {
    /// By bytes from 0x80 (Apple's ROMAN.TXT).
    private static let upper: [Unicode.Scalar] = [
        "Ä", "Å", "Ç", "É", "Ñ", "Ö", "Ü", "á", "à", "â", "ä", "ã", "å", "ç", "é", "è",
        "ê", "ë", "í", "ì", "î", "ï", "ñ", "ó", "ò", "ô", "ö", "õ", "ú", "ù", "û", "ü",
        "†", "°", "¢", "£", "§", "•", "¶", "ß", "®", "©", "™", "´", "¨", "≠", "Æ", "Ø",
        "∞", "±", "≤", "≥", "¥", "µ", "∂", "∑", "∏", "π", "∫", "ª", "º", "Ω", "æ", "ø",
        "¿", "¡", "¬", "√", "ƒ", "≈", "∆", "«", "»", "…", "\u{A0}", "À", "Ã", "Õ", "Œ", "œ",
        "–", "—", "“", "”", "‘", "’", "÷", "◊", "ÿ", "Ÿ", "⁄", "€", "‹", "›", "ﬁ", "ﬂ",
        "‡", "·", "‚", "„", "‰", "Â", "Ê", "Á", "Ë", "È", "Í", "Î", "Ï", "Ì", "Ó", "Ô",
        "\u{F8FF}", "Ò", "Ú", "Û", "Ù", "ı", "ˆ", "˜", "¯", "˘", "˙", "˚", "¸", "˝", "˛", "ˇ",
    ]

    /// The character at a byte of the upper half.
    static func scalar(_ byte: UInt8) -> Unicode.Scalar { upper[Int(byte - 0x80)] }

    /// Whether a text without a declaration is in it: its quotation marks and apostrophes stand where such stand. In
    /// windows-1252 these bytes are Ò, Ó and Õ, which stand in words, and its own marks are bytes that are letters here.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        var marks = 0
        for at in bytes.indices where bytes[at] >= 0x80 {
            if (0x91...0x97).contains(bytes[at]) { return false }
            if isMark(at, bytes) { marks += 1 }
        }
        return marks > 1
    }

    /// - Returns: A text that was in it and was read as windows-1252 (`ÒYes,Ó` for `“Yes,”`) as it was meant, a character for
    ///   each; nil where it was not.
    static func remap(_ text: String) -> String? {
        // Ò and Ó in UTF-8.
        guard text.containsUTF8(0xC3, followedBy: { $0 == 0x92 || $0 == 0x93 }) else { return nil }
        guard let bytes = SingleByteTable.windows1252Bytes(text), isLikely(bytes) else { return nil }
        return SingleByteTable.macRoman.decode(bytes)
    }

    private static func isMark(_ at: Int, _ bytes: [UInt8]) -> Bool {
        let before = at > 0 ? bytes[at - 1] : 0x20
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0x20
        switch bytes[at] {
        case openingMark: return before <= 0x20 && next.isASCIILetter
        case closingMark: return before > 0x20 && before < 0x80 && next <= 0x2E
        case apostrophe: return before.isASCIILetter && next.isASCIILetter
        default: return false
        }
    }

    /// “
    private static let openingMark: UInt8 = 0xD2
    /// ”
    private static let closingMark: UInt8 = 0xD3
    /// ’
    private static let apostrophe: UInt8 = 0xD5
}
