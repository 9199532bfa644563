/// UTF-8 that was once read as windows-1252 and written as UTF-8 again: `â€œ` for `“`, `Ã©` for `é`; or as Mac Roman:
/// `‚Äú`, `√©`. Some went that way twice: `Ã¢â‚¬Å“`.
///
/// Only what is certain is mended. Three characters that make one quotation mark or an emoji are no accident, and two that
/// make one letter are none where all of their kind in the text do, and there are several, or such marks beside them.
enum Mojibake {
    /// Whether two characters stand for one.
    enum Pairs: Sendable { case asWritten, mended }

    /// - Parameter text: A whole text, before its white space is evened out: some of it is halves of letters.
    static func pairs(in text: Bytes) -> Pairs {
        // Pairs, and what takes more characters than two.
        var found = 0
        var at = 0
        while true {
            // Â and Ã are 0xC3 0x82 and 0xC3 0x83.
            at = text.first(0xC3, from: at)
            guard at + 1 < text.count else { return found > 1 ? .mended : .asWritten }
            let mayBePair = text[at + 1] == 0x82 || text[at + 1] == 0x83
            if let meant = meant(by: text, at: at, pairs: mayBePair ? .mended : .asWritten) {
                found += 1
                at += meant.length
            } else if mayBePair {
                return .asWritten
            } else {
                at += 1
            }
        }
    }

    /// - Returns: The character that those at a place were meant to be, and how many bytes they take; nil where they are
    ///   what they look like.
    static func meant(by text: Bytes, at start: Int, pairs: Pairs) -> (meant: Unicode.Scalar, length: Int)? {
        // All leads are Latin-1 letters that begin with it: Â, Ã, â, ï, ð.
        guard text[start] == 0xC3, let lead = MisreadByte.windows1252(text, start), isLead(lead.byte) else {
            return nil
        }
        return character(text, start, pairs, unit: MisreadByte.twice)
            ?? character(text, start, pairs, unit: MisreadByte.windows1252)
    }

    /// The same of UTF-8 that was read as Mac Roman, `‚Äú` for `“`: of quotation marks, dashes and the like alone, or of
    /// everything where the text holds some of them.
    static func meantByMacRoman(_ text: Bytes, at start: Int, pairs: Pairs) -> (meant: Unicode.Scalar, length: Int)? {
        guard let lead = MisreadByte.macRoman(text, start), isLead(lead.byte) else { return nil }
        return character(text, start, pairs, isLossy: false, unit: MisreadByte.macRoman)
    }

    /// Whether a character is `‚`, with which quotation marks, dashes and dots begin that were read as Mac Roman.
    static func beginsMacRoman(_ text: Bytes, _ at: Int) -> Bool {
        text[at] == macRomanLead && at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] == 0x9A
    }

    /// The first byte of `‚`.
    static let macRomanLead: UInt8 = 0xE2

    private static func isLead(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2, 0xC3, 0xE2, 0xEF, 0xF0: true
        default: false
        }
    }

    /// The character whose UTF-8 the characters from a place on are, each read as a byte.
    /// - Parameter isLossy: Whether the encoding has no character for some bytes.
    private static func character(
        _ text: Bytes, _ start: Int, _ pairs: Pairs, isLossy: Bool = true,
        unit: (Bytes, Int) -> (byte: UInt8, length: Int)?
    ) -> (meant: Unicode.Scalar, length: Int)? {
        guard let lead = unit(text, start), isLead(lead.byte) else { return nil }
        let wanted = MisreadByte.length(lead: lead.byte)
        guard wanted > 2 || pairs == .mended else { return nil }
        var value = UInt32(lead.byte) & 0xFF >> UInt32(wanted + 1)
        var length = lead.length
        for _ in 1..<wanted {
            guard let next = unit(text, start + length) ?? (isLossy ? lost(text, start + length, after: value) : nil),
                (0x80...0xBF).contains(next.byte)
            else { return nil }
            value = value << 6 | UInt32(next.byte & 0x3F)
            length += next.length
        }
        return isCertain(value) ? Unicode.Scalar(value).map { ($0, length) } : nil
    }

    /// The last byte of “”” is none of windows-1252's, so it is often lost, or has become a control character or U+FFFD,
    /// which may have been misread in its turn: `â€�`, `â€ï¿½`.
    private static func lost(_ text: Bytes, _ at: Int, after value: UInt32) -> (byte: UInt8, length: Int)? {
        guard value == 0x80 else { return nil }
        let rest = text.extracting(droppingFirst: at)
        let replaced = replacements.first { rest.count >= $0.count && rest.extracting(first: $0.count).isEqual(to: $0) }
        return (0x9D, replaced?.count ?? 0)
    }

    private static let replacements = ["\u{9D}", "\u{FFFD}", "ï¿½"].map { Array($0.utf8) }

    private static func isCertain(_ value: UInt32) -> Bool {
        switch value {
        // No-break space, marks such as « » £ © °, À to ÿ; not C1, nor the soft hyphen.
        case 0xA0...0xFF: value != 0xAD
        // Punctuation, currency, arrows, signs; ligatures and the byte-order mark; emoji.
        case 0x2000...0x2FFF, 0xFB00...0xFB06, 0xFEFF, 0x1F000...0x1FFFF: true
        default: false
        }
    }
}

/// A character taken for the byte that it was misread from.
enum MisreadByte {
    /// Bytes of the UTF-8 that begins with one.
    static func length(lead: UInt8) -> Int {
        switch lead {
        case 0xF0...: 4
        case 0xE0...: 3
        default: 2
        }
    }

    /// The windows-1252 byte of a character, and how many bytes of UTF-8 it takes.
    static func windows1252(_ text: Bytes, _ at: Int) -> (byte: UInt8, length: Int)? {
        guard at + 1 < text.count else { return nil }
        switch text[at] {
        case 0xC2: return (text[at + 1], 2)
        case 0xC3: return (text[at + 1] | 0x40, 2)
        case 0xC5, 0xC6, 0xCB, 0xE2: return look(text, at, windows1252)
        default: return nil
        }
    }

    /// The windows-1252 byte of a character that was misread twice: `Ã¢` was `â`, and that is 0xE2.
    static func twice(_ text: Bytes, _ at: Int) -> (byte: UInt8, length: Int)? {
        guard let lead = windows1252(text, at), (0xC2...0xEF).contains(lead.byte) else { return nil }
        var bytes: [UInt8] = [lead.byte]
        var length = lead.length
        for _ in 1..<self.length(lead: lead.byte) {
            guard let next = windows1252(text, at + length), (0x80...0xBF).contains(next.byte) else { return nil }
            bytes.append(next.byte)
            length += next.length
        }
        return windows1252(bytes.span, 0).map { ($0.byte, length) }
    }

    /// The Mac Roman byte of a character.
    static func macRoman(_ text: Bytes, _ at: Int) -> (byte: UInt8, length: Int)? {
        at < text.count && text[at] >= 0xC2 ? look(text, at, macRoman) : nil
    }

    private static func look(_ text: Bytes, _ at: Int, _ table: [UInt32: UInt8]) -> (byte: UInt8, length: Int)? {
        let length = length(lead: text[at])
        guard at + length <= text.count else { return nil }
        return table[pack(text.extracting(at..<at + length))].map { ($0, length) }
    }

    private static func pack(_ bytes: Bytes) -> UInt32 {
        var packed: UInt32 = 0
        for at in bytes.indices { packed = packed << 8 | UInt32(bytes[at]) }
        return packed
    }

    private static func table(_ scalar: (UInt8) -> Unicode.Scalar) -> [UInt32: UInt8] {
        var table: [UInt32: UInt8] = [:]
        for byte in UInt8(0x80)...0xFF {
            table[pack(Array(String(Character(scalar(byte))).utf8).span)] = byte
        }
        return table
    }

    /// By the UTF-8 of the character.
    private static let windows1252 = table { SingleByteTable.windows1252Scalar($0) }
    private static let macRoman = table { MacRoman.scalar($0) }
}

extension [UInt8] {
    mutating func append(_ bytes: Bytes) { unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) } }
}
