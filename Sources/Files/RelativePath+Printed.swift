extension RelativePath: CustomStringConvertible {
    /// The path as logs, the status and JSON files show it: one line, valid UTF-8, nothing that a terminal obeys; and
    /// `init(printed:)` gets the bytes back from it.
    ///
    /// A backslash is `\\`, a newline `\n`, a byte that is no UTF-8 `\xNN`, any other control or format character
    /// (one that turns the direction of writing, say) `\u{NNNN}`.
    package var printed: String { Self.printed(bytes) }

    package var description: String { printed }

    /// `printed`, or its two ends where it is long.
    package var shortened: String {
        let text = printed
        return text.count > 200 ? "\(text.prefix(100))…\(text.suffix(99))" : text
    }

    package static func printed(_ bytes: [UInt8]) -> String {
        var output = ""
        var rest = bytes[...]
        while let first = rest.first {
            var decoder = UTF8.ForwardParser()
            var iterator = rest.makeIterator()
            if case .valid(let encoded) = decoder.parseScalar(from: &iterator) {
                output += escaped(UTF8.decode(encoded))
                rest = rest.dropFirst(encoded.count)
            } else {
                output += #"\x"# + hexadecimal(UInt32(first), digits: 2)
                rest = rest.dropFirst()
            }
        }
        return output
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case #"\"#: return #"\\"#
        case "\n": return #"\n"#
        case "\r": return #"\r"#
        case "\t": return #"\t"#
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
            return #"\u{"# + hexadecimal(scalar.value, digits: 1) + "}"
        default:
            return String(Character(scalar))
        }
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

extension RelativePath {
    /// Reads what `printed` wrote. Nil for an escape that it does not write, or for what is no relative path.
    package init?(printed text: String) {
        guard let bytes = Self.bytes(printed: text[...]) else { return nil }
        self.init(bytes)
    }

    private static func bytes(printed text: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == #"\"# {
                guard let unescaped = unescape(&rest) else { return nil }
                bytes += unescaped
            } else {
                bytes += Array(String(Character(scalar)).utf8)
            }
        }
        return bytes
    }

    /// Takes what follows a backslash.
    private static func unescape(_ rest: inout Substring.UnicodeScalarView) -> [UInt8]? {
        switch rest.popFirst() {
        case #"\"#: return [UInt8(ascii: #"\"#)]
        case "n": return [UInt8(ascii: "\n")]
        case "r": return [UInt8(ascii: "\r")]
        case "t": return [UInt8(ascii: "\t")]
        case "x":
            let digits = String(String.UnicodeScalarView(rest.prefix(2)))
            rest = rest.dropFirst(2)
            return digits.utf8.count == 2 ? UInt8(digits, radix: 16).map { [$0] } : nil
        case "u":
            guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}") else { return nil }
            let digits = String(String.UnicodeScalarView(rest[..<end]))
            rest = rest[end...].dropFirst()
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { Array(String(Character($0)).utf8) }
        default: return nil
        }
    }
}
