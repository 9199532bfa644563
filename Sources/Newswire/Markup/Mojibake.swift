/// UTF-8 that was once read as windows-1252 and written as UTF-8 again: `â€œ` for `“`, `Ã©` for `é`.
///
/// Only what is certain is mended. Three characters that make one quotation mark or an emoji are no accident, and two that
/// make one letter are none where all of their kind in the text do, and there are several.
enum Mojibake {
    /// Whether two characters stand for one.
    enum Pairs: Sendable { case asWritten, mended }

    /// - Parameter text: A whole text, before its white space is evened out: some of it is halves of letters.
    static func pairs(in text: Bytes) -> Pairs {
        var pairs = 0
        var at = 0
        while true {
            // Â and Ã are 0xC3 0x82 and 0xC3 0x83.
            at = text.first(0xC3, from: at)
            guard at + 1 < text.count else { return pairs > 1 ? .mended : .asWritten }
            if text[at + 1] == 0x82 || text[at + 1] == 0x83 {
                guard meant(by: text, at: at, pairs: .mended) != nil else { return .asWritten }
                pairs += 1
            }
            at += 1
        }
    }

    /// - Returns: The text as it was meant, and how many characters were mended; nil where there is nothing to mend.
    static func mended(_ text: String) -> (text: String, count: Int)? {
        guard text.containsUTF8(0xC3) else { return nil }
        let bytes = text.utf8.span
        let pairs = pairs(in: bytes)
        var mended: [UInt8] = []
        var (count, from, at) = (0, 0, bytes.first(0xC3))
        while at < bytes.count {
            if let (scalar, length) = meant(by: bytes, at: at, pairs: pairs) {
                mended.append(bytes.extracting(from..<at))
                mended.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                count += 1
                from = at + length
                at = bytes.first(0xC3, from: from)
            } else {
                at = bytes.first(0xC3, from: at + 1)
            }
        }
        guard count > 0 else { return nil }
        mended.append(bytes.extracting(from..<bytes.count))
        return (String(decoding: mended, as: UTF8.self), count)
    }

    /// - Returns: The character that those at a place were meant to be, and how many bytes they take; nil where they are
    ///   what they look like.
    static func meant(by text: Bytes, at start: Int, pairs: Pairs) -> (meant: Unicode.Scalar, length: Int)? {
        // All leads are Latin-1 letters that begin with it: Â, Ã, â, ï, ð.
        guard text[start] == 0xC3, let lead = single(text, start) else { return nil }
        let wanted: Int
        switch lead.byte {
        case 0xC2, 0xC3: wanted = 2
        case 0xE2, 0xEF: wanted = 3
        case 0xF0: wanted = 4
        default: return nil
        }
        guard wanted > 2 || pairs == .mended else { return nil }
        var value = UInt32(lead.byte) & 0xFF >> UInt32(wanted + 1)
        var length = lead.length
        for _ in 1..<wanted {
            guard let next = single(text, start + length) ?? lost(text, start + length, after: value),
                (0x80...0xBF).contains(next.byte)
            else { return nil }
            value = value << 6 | UInt32(next.byte & 0x3F)
            length += next.length
        }
        return isCertain(value) ? Unicode.Scalar(value).map { ($0, length) } : nil
    }

    /// The last byte of “”” is none of windows-1252's, so it is often lost, or has become U+FFFD: `â€�`.
    private static func lost(_ text: Bytes, _ at: Int, after value: UInt32) -> (byte: UInt8, length: Int)? {
        guard value == 0x80 else { return nil }
        let isReplaced = at + 2 < text.count && text[at] == 0xEF && text[at + 1] == 0xBF && text[at + 2] == 0xBD
        return (0x9D, isReplaced ? 3 : 0)
    }

    private static func isCertain(_ value: UInt32) -> Bool {
        switch value {
        // No-break space, marks such as « » £ © °, À to ÿ; not C1, nor the soft hyphen.
        case 0xA0...0xFF: value != 0xAD
        // Punctuation, currency, arrows, signs; ligatures and the byte-order mark; emoji.
        case 0x2000...0x2FFF, 0xFB00...0xFB06, 0xFEFF, 0x1F000...0x1FFFF: true
        default: false
        }
    }

    /// The windows-1252 byte of a character, and how many bytes of UTF-8 it takes.
    private static func single(_ text: Bytes, _ at: Int) -> (byte: UInt8, length: Int)? {
        guard at + 1 < text.count else { return nil }
        switch text[at] {
        case 0xC2: return (text[at + 1], 2)
        case 0xC3: return (text[at + 1] | 0x40, 2)
        case 0xC5, 0xC6, 0xCB: return upper[pack(text[at], text[at + 1], 0)].map { ($0, 2) }
        case 0xE2 where at + 2 < text.count:
            return upper[pack(text[at], text[at + 1], text[at + 2])].map { ($0, 3) }
        default: return nil
        }
    }

    private static func pack(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
        UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
    }

    /// The characters that windows-1252 has at 0x80–0x9F and that are not Latin-1, by their UTF-8.
    private static let upper: [UInt32: UInt8] = {
        var upper: [UInt32: UInt8] = [:]
        for byte in UInt8(0x80)...0x9F {
            let scalar = SingleByteTable.windows1252Scalar(byte)
            let utf8 = Array(String(Character(scalar)).utf8)
            if scalar.value > 0xFF { upper[pack(utf8[0], utf8[1], utf8.count > 2 ? utf8[2] : 0)] = byte }
        }
        return upper
    }()
}

extension [UInt8] {
    mutating func append(_ bytes: Bytes) { unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) } }
}
