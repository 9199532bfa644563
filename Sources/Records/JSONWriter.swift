/// Writes JSON straight into bytes, in the order it is told.
///
/// Foundation's encoder would take longer than the whole annotation.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    /// Offset of the null that may be replaced later.
    private(set) var slot: Int?

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func object(_ members: (inout JSONWriter) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        members(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    mutating func array<Element>(_ elements: [Element], _ element: (inout JSONWriter, Element) -> Void) {
        bytes.append(UInt8(ascii: "["))
        for (index, value) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            element(&self, value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// - Parameter name: A name that needs no escaping.
    mutating func key(_ name: StaticString) {
        // A member needs a comma unless it follows the opening brace; no value ends in such a brace.
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        raw(name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func null() { raw("null") }

    mutating func nullForNow() {
        slot = bytes.count
        null()
    }

    mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

    mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

    /// Text that needs no escaping, as it is.
    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func ascii(quoted text: [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: text)
        bytes.append(UInt8(ascii: "\""))
    }
}

// MARK: Numbers

extension JSONWriter {
    mutating func number(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var magnitude = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10))
            magnitude /= 10
        } while magnitude > 0
        bytes[start...].reverse()
    }

    /// A number from 0 to 1, or null.
    mutating func fraction(_ value: Double?) {
        if let value { fraction(value) } else { raw("null") }
    }

    /// A number from 0 to 1 with at most four decimals, since no score here is more precise.
    mutating func fraction(_ value: Double) {
        // `max` first, so that NaN becomes 0.
        let tenThousandths = Int((min(max(0, value), 1) * 10_000).rounded())
        guard tenThousandths < 10_000 else { return raw("1") }
        guard tenThousandths > 0 else { return raw("0") }
        raw("0.")
        var rest = tenThousandths
        var scale = 1000
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / scale))
            rest %= scale
            scale /= 10
        }
    }
}

// MARK: Strings

extension JSONWriter {
    /// Escapes only what JSON requires; U+2028 and U+2029 stay as they are.
    mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { utf8 in
            var plain = 0
            for index in 0..<utf8.count where Self.needsEscape(unsafe utf8[index]) {
                unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[plain..<index]))
                unsafe escape(utf8[index])
                plain = index + 1
            }
            unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[plain...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    @inline(__always)
    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): raw("\\\"")
        case UInt8(ascii: "\\"): raw("\\\\")
        case 0x0A: raw("\\n")
        case 0x0D: raw("\\r")
        case 0x09: raw("\\t")
        default:
            raw("\\u00")
            bytes.append(UInt8(ascii: "0") + byte >> 4)
            bytes.append(Array("0123456789abcdef".utf8)[Int(byte & 15)])
        }
    }
}
