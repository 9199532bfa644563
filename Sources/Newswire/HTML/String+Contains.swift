#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension String {
    /// Whether the UTF-8 of another text occurs in this one's, its first byte found by the C library: `contains` of the
    /// standard library goes by characters, which took a tenth of a page's time.
    func utf8Contains(_ other: String) -> Bool {
        var (text, needle) = (self, other)
        return text.withUTF8 { text in needle.withUTF8 { unsafe Self.search(text, for: $0) } }
    }

    /// Whether some small ASCII letters occur in it, as they are or as capitals.
    func holdsASCII(_ letters: [UInt8]) -> Bool {
        let text = utf8.span
        guard text.count >= letters.count else { return false }
        for start in 0...text.count - letters.count where text[start] | 0x20 == letters[0] {
            if letters.indices.allSatisfy({ text[start + $0] | 0x20 == letters[$0] }) { return true }
        }
        return false
    }

    func utf8Ends(with ending: String) -> Bool {
        let (text, ending) = (utf8.span, ending.utf8.span)
        let start = text.count - ending.count
        return start >= 0 && ending.indices.allSatisfy { text[start + $0] == ending[$0] }
    }

    private static func search(_ text: UnsafeBufferPointer<UInt8>, for needle: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = unsafe needle.first, let wanted = needle.baseAddress else { return true }
        guard let base = text.baseAddress, text.count >= needle.count else { return false }
        var start = 0
        while start <= text.count - needle.count,
            let hit = unsafe memchr(base + start, Int32(first), text.count - needle.count - start + 1)
        {
            if unsafe memcmp(hit, wanted, needle.count) == 0 { return true }
            start = unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base) + 1
        }
        return false
    }
}
