import Foundation

/// What the bytes of an entity tell without being parsed: most of a dump is nothing for a directory of speakers, and is
/// passed over by the C library's search.
enum ItemScan {
    /// Bytes within which a dump has an entity's own id: `{"type":"item","id":"Q42",`.
    private static let head = 64

    /// The entity's own id, where it stands at its beginning; nil tells nothing.
    static func id(of entity: ArraySlice<UInt8>) -> ItemID? {
        let head = entity.prefix(Self.head)
        // What is nested has ids, too.
        guard let open = head.firstIndex(of: UInt8(ascii: "{")),
            let key = head.firstRange(of: Array("\"id\"".utf8)),
            !head[(open + 1)..<key.lowerBound].contains(UInt8(ascii: "{"))
        else { return nil }
        let value = head[key.upperBound...].drop { $0 <= 0x20 || $0 == UInt8(ascii: ":") }
        guard value.starts(with: Array("\"Q".utf8)) else { return nil }
        let digits = value.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
        // Cut off by the end of what was looked at.
        guard digits.endIndex < head.endIndex else { return nil }
        return ItemID.number(digits).map { ItemID(number: $0) }
    }

    /// Whether an entity names one of some items, anywhere.
    static func mentions(anyOf items: Set<ItemID>, in entity: ArraySlice<UInt8>) -> Bool {
        unsafe entity.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            var start = 0
            while start < bytes.count,
                let hit = unsafe memchr(base + start, CInt(UInt8(ascii: "Q")), bytes.count - start)
            {
                let letter = unsafe UnsafeRawPointer(hit) - base
                start = letter + 1
                if letter > 0, unsafe bytes[letter - 1] == UInt8(ascii: "\""),
                    let item = unsafe item(in: bytes, at: start),
                    items.contains(item)
                {
                    return true
                }
            }
            return false
        }
    }

    /// The item whose digits begin at a place, up to a quotation mark.
    private static func item(in bytes: UnsafeRawBufferPointer, at start: Int) -> ItemID? {
        var number: UInt64 = 0
        var at = start
        while unsafe at < bytes.count && bytes[at] != UInt8(ascii: "\"") {
            let digit = unsafe bytes[at] &- UInt8(ascii: "0")
            number = number * 10 + UInt64(digit)
            guard digit < 10, number <= UInt64(UInt32.max) else { return nil }
            at += 1
        }
        return at > start && at < bytes.count ? ItemID(number: UInt32(number)) : nil
    }
}
