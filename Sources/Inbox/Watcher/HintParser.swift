import Files

/// Reads what `quoted-watch` prints: a letter, a space and an argument, ended by a NUL byte.
struct HintParser {
    /// Far more than a path can have.
    private static let longest = 64 << 10

    private var rest: [UInt8] = []

    /// Takes the next bytes of the pipe, wherever they were cut.
    mutating func parse(_ bytes: some Sequence<UInt8>) -> [Hint] {
        var hints: [Hint] = []
        for byte in bytes {
            if byte == 0 {
                hints.append(Self.hint(rest))
                rest.removeAll(keepingCapacity: true)
            } else if rest.count < Self.longest {
                rest.append(byte)
            }
        }
        return hints
    }

    /// A hint that is not understood counts as lost, so the inbox scans.
    private static func hint(_ bytes: [UInt8]) -> Hint {
        let text = bytes.dropFirst(2)
        return switch bytes.first.map({ Character(Unicode.Scalar($0)) }) {
        case "C": RelativePath(text).map(Hint.created) ?? .overflow
        case "P": RelativePath(text).map(Hint.paused) ?? .overflow
        case "W", "M": closed(text) ?? .overflow
        case "D": RelativePath(text).map(Hint.folder) ?? .overflow
        case "R": .ready
        case "G": .gone
        case "E": .blind(reason: RelativePath.printed(Array(text)))
        default: .overflow
        }
    }

    /// The size, a space, the path.
    private static func closed(_ text: ArraySlice<UInt8>) -> Hint? {
        guard let space = text.firstIndex(of: UInt8(ascii: " ")),
            let size = Int64(String(decoding: text[..<space], as: UTF8.self)), size >= 0
        else { return nil }
        return RelativePath(text[(space + 1)...]).map { .closed($0, size: size) }
    }
}
