/// Reads text that is UTF-8 but for a few bytes, as comes of cutting a file short or pasting two sources together.
enum UTF8Mender {
    /// Stray bytes are read as windows-1252, whose curly quotes they mostly are; a sequence that was cut short
    /// becomes U+FFFD.
    static func mend(_ bytes: [UInt8]) -> Charset.Decoded {
        var decoded = Charset.Decoded(text: "")
        decoded.text.reserveCapacity(bytes.count)
        var whole = 0
        walk(bytes) { fault in
            decoded.text += String(decoding: bytes[whole..<fault.lowerBound], as: UTF8.self)
            let stray = fault.count == 1 && fault.upperBound < bytes.count
            decoded.text.unicodeScalars.append(
                stray ? SingleByteTable.windows1252Scalar(bytes[fault.lowerBound]) : "\u{FFFD}")
            decoded.mended += 1
            whole = fault.upperBound
        }
        decoded.text += String(decoding: bytes[whole...], as: UTF8.self)
        return decoded
    }

    /// Whether bytes that are not valid UTF-8 are nevertheless meant as such: more than twice as many characters of
    /// several bytes are whole as are broken. Text in a single-byte charset hardly ever makes a whole one by chance.
    static func looksLikeUTF8(_ bytes: [UInt8]) -> Bool {
        var faults = 0
        let sequences = walk(bytes) { _ in faults += 1 }
        return sequences > 2 * faults
    }

    /// Calls `fault` for each maximal ill-formed part (Unicode 16, section 3.9) in order.
    /// - Returns: The number of well-formed sequences of two bytes or more.
    @discardableResult
    private static func walk(_ bytes: [UInt8], fault: (Range<Int>) -> Void) -> Int {
        var sequences = 0
        var at = 0
        while at < bytes.count {
            if bytes[at] < 0x80 {
                at += 1
                continue
            }
            let (length, whole) = sequence(in: bytes, at: at)
            if whole { sequences += 1 } else { fault(at..<at + length) }
            at += length
        }
        return sequences
    }

    private static func sequence(in bytes: [UInt8], at start: Int) -> (length: Int, whole: Bool) {
        let wanted: Int
        var next: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[start] {
        case 0xC2...0xDF: wanted = 2
        case 0xE0: (wanted, next) = (3, 0xA0...0xBF)
        case 0xED: (wanted, next) = (3, 0x80...0x9F)
        case 0xE1...0xEF: wanted = 3
        case 0xF0: (wanted, next) = (4, 0x90...0xBF)
        case 0xF4: (wanted, next) = (4, 0x80...0x8F)
        case 0xF1...0xF3: wanted = 4
        default: return (1, false)
        }
        var length = 1
        while length < wanted, start + length < bytes.count, next.contains(bytes[start + length]) {
            next = 0x80...0xBF
            length += 1
        }
        return (length, length == wanted)
    }
}
