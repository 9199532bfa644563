/// Reads what `quoted-watch` prints: a letter, a space and a path or a text, ended by a NUL byte.
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

    /// What is not understood counts as lost: the inbox then looks for itself.
    private static func hint(_ bytes: [UInt8]) -> Hint {
        let text = bytes.dropFirst(2)
        return switch bytes.first.map({ Character(Unicode.Scalar($0)) }) {
        case "C": InboxPath(text).map(Hint.created) ?? .overflow
        case "W", "M": InboxPath(text).map(Hint.closed) ?? .overflow
        case "D": InboxPath(text).map(Hint.folder) ?? .overflow
        case "R": .ready
        case "G": .gone
        case "E": .blind(reason: InboxPath.printed(Array(text)))
        default: .overflow
        }
    }
}
