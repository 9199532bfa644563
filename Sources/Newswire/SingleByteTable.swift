/// A charset of one byte a character whose lower half is ASCII.
struct SingleByteTable: Sendable {
    /// The UTF-8 of each of the bytes 0x80–0xFF, first byte lowest, none longer than three.
    private let upper: [UInt32]

    private init(_ scalar: (UInt8) -> Unicode.Scalar) {
        upper = (0x80...0xFF).map { byte in
            String(Character(scalar(UInt8(byte)))).utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    static let windows1252 = SingleByteTable { windows1252Scalar($0) }

    static let macRoman = SingleByteTable { MacRoman.scalar($0) }

    /// ISO-8859-15, its control characters read as windows-1252 like those of ISO-8859-1.
    static let latin9 = SingleByteTable { byte in
        switch byte {
        case 0xA4: "€"
        case 0xA6: "Š"
        case 0xA8: "š"
        case 0xB4: "Ž"
        case 0xB8: "ž"
        case 0xBC: "Œ"
        case 0xBD: "œ"
        case 0xBE: "Ÿ"
        default: windows1252Scalar(byte)
        }
    }

    func decode(_ bytes: [UInt8]) -> String {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count + bytes.count / 4)
        for byte in bytes {
            guard byte >= 0x80 else {
                utf8.append(byte)
                continue
            }
            var units = upper[Int(byte - 0x80)]
            while units > 0 {
                utf8.append(UInt8(truncatingIfNeeded: units))
                units >>= 8
            }
        }
        return String(decoding: utf8, as: UTF8.self)
    }

    /// The bytes of a text; nil where a character has none.
    static func windows1252Bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) ?? c1Bytes[scalar] else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    private static let c1Bytes = Dictionary(uniqueKeysWithValues: zip(c1, UInt8(0x80)...0x9F))

    /// What windows-1252 has for the C1 control characters; its five empty places stay what they are.
    private static let c1: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
        "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]

    /// The character that windows-1252 has at a byte; for a C1 control character, the one that was meant by it.
    static func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? c1[Int(byte - 0x80)] : Unicode.Scalar(byte)
    }
}
