/// A SHA-256 digest: the identity of a file's content or of an article.
package struct Fingerprint: Hashable, Comparable, Sendable {
    package static let byteCount = 32

    // Four words rather than an array: ledgers and sets hold many, and a copy must not allocate.
    private var words: (UInt64, UInt64, UInt64, UInt64)

    /// - Returns: nil unless there are exactly 32 bytes.
    package init?(bytes: some Sequence<UInt8>) {
        var words: [UInt64] = [0, 0, 0, 0]
        var count = 0
        for byte in bytes {
            guard count < Self.byteCount else { return nil }
            words[count / 8] = words[count / 8] << 8 | UInt64(byte)
            count += 1
        }
        guard count == Self.byteCount else { return nil }
        self.words = (words[0], words[1], words[2], words[3])
    }

    /// - Parameter hex: 64 hexadecimal digits in ASCII.
    /// - Returns: nil for anything else.
    package init?(hex: some Sequence<UInt8>) {
        var words: [UInt64] = [0, 0, 0, 0]
        var count = 0
        for digit in hex {
            guard count < 2 * Self.byteCount, let value = Self.value(ofHexDigit: digit) else { return nil }
            words[count / 16] = words[count / 16] << 4 | value
            count += 1
        }
        guard count == 2 * Self.byteCount else { return nil }
        self.words = (words[0], words[1], words[2], words[3])
    }

    package init?(hex: String) { self.init(hex: hex.utf8) }

    /// 32 bytes.
    package var bytes: [UInt8] { nibbles(bits: 8) }

    /// 64 lower-case hexadecimal digits, in ASCII.
    package var hexBytes: [UInt8] { nibbles(bits: 4).map { Self.digits[Int($0)] } }

    package var hex: String { String(decoding: hexBytes, as: UTF8.self) }

    package static func == (a: Self, b: Self) -> Bool { a.words == b.words }

    /// Ordered as their bytes are.
    package static func < (a: Self, b: Self) -> Bool { a.words < b.words }

    package func hash(into hasher: inout Hasher) {
        // The bytes are a digest already, so one word is random enough.
        hasher.combine(words.0)
    }

    private func nibbles(bits: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(256 / bits)
        for word in [words.0, words.1, words.2, words.3] {
            for shift in stride(from: 64 - bits, through: 0, by: -bits) {
                result.append(
                    UInt8(truncatingIfNeeded: word >> UInt64(shift)) & UInt8(truncatingIfNeeded: 1 << bits - 1))
            }
        }
        return result
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func value(ofHexDigit digit: UInt8) -> UInt64? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(digit - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}

extension Fingerprint: CustomStringConvertible {
    package var description: String { hex }
}
