/// JSON as pages embed it: line breaks in strings, commas too many and comments around it are let pass.
indirect enum LooseJSON: Equatable, Sendable {
    case object([String: LooseJSON])
    case array([LooseJSON])
    case string(String)
    /// Numbers and words, as they are written.
    case bare(String)

    /// - Returns: Nil where it is no JSON or is nested more than 64 levels deep.
    init?(_ text: String) {
        var parser = LooseJSONParser(text)
        guard let value = parser.document() else { return nil }
        self = value
    }

    subscript(key: String) -> LooseJSON? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    var string: String? {
        switch self {
        case .string(let text): text
        case .bare(let text) where text != "null": text
        default: nil
        }
    }

    /// An array's elements; anything else is the one element.
    var elements: [LooseJSON] {
        if case .array(let elements) = self { elements } else { [self] }
    }
}

private struct LooseJSONParser {
    private let bytes: [UInt8]
    private var at = 0
    private static let deepest = 64

    init(_ text: String) { bytes = Array(text.utf8) }

    /// From the first brace or bracket: a comment or `<![CDATA[` may stand before it.
    mutating func document() -> LooseJSON? {
        while at < bytes.count, !startsValue { at += startsCharacterData ? 7 : 1 }
        return value(depth: 0)
    }

    private var startsValue: Bool {
        bytes[at] == UInt8(ascii: "{") || bytes[at] == UInt8(ascii: "[") && !startsCharacterData
    }

    private var startsCharacterData: Bool { bytes[at...].begins(with: "[CDATA[") }

    private mutating func value(depth: Int) -> LooseJSON? {
        guard depth < Self.deepest else { return nil }
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map(LooseJSON.string)
        default: return bare()
        }
    }

    private mutating func object(depth: Int) -> LooseJSON? {
        at += 1
        var members: [String: LooseJSON] = [:]
        while true {
            skipSeparators()
            if peek == UInt8(ascii: "}") { break }
            guard peek == UInt8(ascii: "\""), let key = string() else { return nil }
            skipSpace()
            guard peek == UInt8(ascii: ":") else { return nil }
            at += 1
            guard let value = value(depth: depth + 1) else { return nil }
            members[key] = members[key] ?? value
        }
        at += 1
        return .object(members)
    }

    private mutating func array(depth: Int) -> LooseJSON? {
        at += 1
        var elements: [LooseJSON] = []
        while true {
            skipSeparators()
            if peek == UInt8(ascii: "]") { break }
            guard let value = value(depth: depth + 1) else { return nil }
            elements.append(value)
        }
        at += 1
        return .array(elements)
    }

    private mutating func string() -> String? {
        at += 1
        var units: [UInt16] = []
        var plain = at
        func text(to end: Int) -> String.UTF16View { String(decoding: bytes[plain..<end], as: UTF8.self).utf16 }
        while let byte = peek {
            if byte == UInt8(ascii: "\"") {
                units += text(to: at)
                at += 1
                return String(decoding: units, as: UTF16.self)
            }
            guard byte == UInt8(ascii: "\\") else {
                at += 1
                continue
            }
            units += text(to: at)
            at += 1
            guard let escaped = peek else { return nil }
            at += 1
            units.append(contentsOf: unescaped(escaped))
            plain = at
        }
        return nil
    }

    private mutating func unescaped(_ byte: UInt8) -> [UInt16] {
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "r"): return [0x0A]
        case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): return [0x20]
        case UInt8(ascii: "u"):
            let digits = String(decoding: bytes[at..<min(at + 4, bytes.count)], as: UTF8.self)
            guard digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) else { return [] }
            at += 4
            return [unit]
        default: return [UInt16(byte)]
        }
    }

    private mutating func bare() -> LooseJSON? {
        let start = at
        while let byte = peek, byte.isASCIILetter || (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E].contains(byte) {
            at += 1
        }
        return at > start ? .bare(String(decoding: bytes[start..<at], as: UTF8.self)) : nil
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = peek, byte <= 0x20 { at += 1 }
    }

    private mutating func skipSeparators() {
        while let byte = peek, byte <= 0x20 || byte == UInt8(ascii: ",") { at += 1 }
    }
}
