#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// UTF-8 that lies in memory somewhere: what text is read by, before strings are made of it.
typealias Bytes = Swift.Span<UInt8>

extension Swift.Span<UInt8> {
    /// The first place from one on that holds a byte, or the end: the C library's vectorised search.
    func first(_ wanted: UInt8, from start: Int = 0) -> Int {
        guard start < count else { return start }
        return unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress,
                let hit = unsafe memchr(base + start, Int32(wanted), bytes.count - start)
            else { return bytes.count }
            return unsafe UnsafeRawPointer(hit) - base
        }
    }

    /// Nothing but white space and control characters.
    var isBlank: Bool { !indices.contains { self[$0] > 0x20 } }

    func isEqual(to other: [UInt8]) -> Bool {
        count == other.count && indices.allSatisfy { self[$0] == other[$0] }
    }

    func has(_ wanted: UInt8) -> Bool { first(wanted) < count }

    /// Where ASCII words that stand one blank apart end: they can be taken over as they are.
    /// - Parameter start: Where the first begins.
    func endOfWords(from start: Int) -> Int {
        var at = start
        var blank: UInt64 = 0
        while at + 8 <= count {
            let word = eight(at)
            let odd = (word | (word &- Self.blanks) | ((word ^ Self.ones &* 0x7F) &- Self.ones)) & Self.highs
            // The high bit of each byte that is a blank, where all are ASCII.
            let blanks = ~((word ^ Self.blanks) &+ Self.ones &* 0x7F) & Self.highs
            guard odd == 0, blanks & (blanks &<< 8 | blank) == 0 else { break }
            blank = blanks &>> 56
            at += 8
        }
        // It is not known yet what follows a blank that they ended in.
        if blank != 0 { at -= 1 }
        while at < count, isWord(at) || self[at] == 0x20 && at + 1 < count && isWord(at + 1) { at += 1 }
        return at
    }

    /// How many characters (code points) the UTF-8 has: its bytes without those that only go on with one, 10xxxxxx.
    var codePointCount: Int {
        var at = 0
        var others = 0
        while at + 8 <= count {
            let word = eight(at)
            others += (word & ~word &<< 1 & Self.highs).nonzeroBitCount
            at += 8
        }
        while at < count {
            others += self[at] & 0xC0 == 0x80 ? 1 : 0
            at += 1
        }
        return count - others
    }

    private func isWord(_ at: Int) -> Bool { self[at] > 0x20 && self[at] < 0x7F }

    private func eight(_ at: Int) -> UInt64 {
        UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self))
    }

    private static var ones: UInt64 { 0x0101_0101_0101_0101 }
    private static var highs: UInt64 { 0x8080_8080_8080_8080 }
    private static var blanks: UInt64 { 0x2020_2020_2020_2020 }
}
