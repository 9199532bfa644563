#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension String {
    /// Whether a byte occurs in the UTF-8, found by the C library's vectorised search: a whole file is looked through.
    func containsUTF8(_ byte: UInt8, followedBy holds: (UInt8?) -> Bool = { _ in true }) -> Bool {
        let found = unsafe utf8.withContiguousStorageIfAvailable { buffer in
            unsafe Self.search(UnsafeRawBufferPointer(buffer), for: byte, followedBy: holds)
        }
        if let found { return found }
        var copy = self
        copy.makeContiguousUTF8()
        return copy.containsUTF8(byte, followedBy: holds)
    }

    /// How many bytes pass the test. Compiles to a vectorised loop, unlike `utf8.count(where:)`.
    @inline(__always) func countUTF8(_ isCounted: (UInt8) -> Bool) -> Int {
        let count = unsafe utf8.withContiguousStorageIfAvailable { bytes in
            var count = 0
            for at in bytes.indices { count &+= unsafe isCounted(bytes[at]) ? 1 : 0 }
            return count
        }
        return count ?? utf8.count(where: isCounted)
    }

    private static func search(
        _ buffer: UnsafeRawBufferPointer, for byte: UInt8, followedBy holds: (UInt8?) -> Bool
    ) -> Bool {
        guard let base = buffer.baseAddress else { return false }
        var start = 0
        while start < buffer.count,
            let hit = unsafe memchr(base + start, Int32(byte), buffer.count - start)
        {
            let next = unsafe UnsafeRawPointer(hit) - base + 1
            if unsafe holds(next < buffer.count ? buffer[next] : nil) { return true }
            start = next
        }
        return false
    }
}
