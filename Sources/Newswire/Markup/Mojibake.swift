/// UTF-8 that was once read as windows-1252 and written as UTF-8 again: "â€œ" for "“".
///
/// Only what is certain is mended: the sequences stand for punctuation, for a Latin letter with an accent, or for an
/// emoji, and are such as no language writes.
enum Mojibake {
    /// - Parameter text: UTF-8.
    /// - Returns: What the characters at its start were meant to be, and how many bytes they take; nil where they are
    ///   what they look like.
    static func meant(by text: ArraySlice<UInt8>) -> (meant: [UInt8], length: Int)? {
        // All leads are Latin-1 letters: Â, Ã, â, ï, ð.
        guard text.first == 0xC3 || text.first == 0xC2, let lead = single(text) else { return nil }
        let wanted: Int
        switch lead.byte {
        case 0xC2, 0xC3: wanted = 2
        case 0xE2, 0xEF: wanted = 3
        case 0xF0: wanted = 4
        default: return nil
        }
        var bytes = [lead.byte]
        var length = lead.length
        while bytes.count < wanted {
            guard let next = single(text.dropFirst(length)), (0x80...0xBF).contains(next.byte) else { return nil }
            bytes.append(next.byte)
            length += next.length
        }
        return isCertain(bytes) ? (bytes, length) : nil
    }

    private static func isCertain(_ bytes: [UInt8]) -> Bool {
        switch bytes[0] {
        // No-break space, marks such as « » £ © °; not C1, nor the soft hyphen.
        case 0xC2: bytes[1] >= 0xA0 && bytes[1] != 0xAD
        // À to ÿ.
        case 0xC3: true
        // General punctuation, currency signs, letter-like signs.
        case 0xE2: bytes[1] == 0x80 || bytes[1] == 0x82 || bytes[1] == 0x84
        // The byte-order mark, ligatures.
        case 0xEF: (bytes[1] == 0xBB && bytes[2] == 0xBF) || (bytes[1] == 0xAC && bytes[2] <= 0x86)
        default: bytes[1] == 0x9F
        }
    }

    /// The windows-1252 byte of the first character, and how many bytes of UTF-8 it takes.
    private static func single(_ text: ArraySlice<UInt8>) -> (byte: UInt8, length: Int)? {
        guard let first = text.first, first >= 0x80 else { return nil }
        if first == 0xC2 || first == 0xC3 {
            guard let second = text.dropFirst().first else { return nil }
            return (first == 0xC2 ? second : second | 0x40, 2)
        }
        let length = first >= 0xE0 ? 3 : 2
        return upper[Array(text.prefix(length))].map { ($0, length) }
    }

    /// The characters that windows-1252 has at 0x80–0x9F and that are not Latin-1.
    private static let upper: [[UInt8]: UInt8] = {
        var upper: [[UInt8]: UInt8] = [:]
        for byte in UInt8(0x80)...0x9F {
            let scalar = SingleByteTable.windows1252Scalar(byte)
            if scalar.value > 0xFF { upper[Array(String(Character(scalar)).utf8)] = byte }
        }
        return upper
    }()
}
