/// How much there is to read in a text: letters and digits, those of scripts that have a sign for a syllable or a word as
/// several.
enum TextWeight {
    /// A syllable or a word of Japanese, Chinese or Korean is some three letters of English: an estimate, so that one set of
    /// sizes serves all scripts.
    private static let ideograph = 3

    /// - Parameter text: UTF-8.
    static func of(_ text: Bytes) -> Int {
        var weight = 0
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte < 0x80 {
                weight += byte.isASCIILetter || (0x30...0x39).contains(byte) ? 1 : 0
                at += 1
            } else {
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                weight += of(text.scalar(at, length))
                at += length
            }
        }
        return weight
    }

    static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

    static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return byte.isASCIILetter || (0x30...0x39).contains(byte) ? 1 : 0
        }
        switch scalar.value {
        // Punctuation, the most frequent of them.
        case 0x2010...0x2027: return 0
        // Kana, ideographs, Hangul.
        case 0x3040...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return ideograph
        default: return scalar.properties.isAlphabetic ? 1 : 0
        }
    }
}

extension Bytes {
    /// A character of several bytes; the replacement character where the text is cut short.
    fileprivate func scalar(_ at: Int, _ length: Int) -> Unicode.Scalar {
        guard at + length <= count else { return "\u{FFFD}" }
        var value = UInt32(self[at]) & 0x7F >> UInt32(length)
        for i in 1..<length { value = value << 6 | UInt32(self[at + i] & 0x3F) }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}
