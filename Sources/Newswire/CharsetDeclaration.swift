/// What a text says of its own encoding: an XML prolog, an HTML `meta`, a mail header, an editor's mode line.
enum CharsetDeclaration {
    /// How far from the start a declaration is looked for, in bytes: what browsers look at.
    private static let reach = 1024
    private static let keys: [StaticString] = ["encoding=", "charset=", "coding:"]

    /// The label as it was written, for `Charset(label:)`.
    static func find(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(reach)
        for start in head.indices where head[start].isASCIILetter {
            let rest = head[start...]
            guard let key = keys.first(where: { rest.begins(with: $0) }) else { continue }
            let value = rest.dropFirst(key.utf8CodeUnitCount)
                .drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == 0x20 }
            let label = value.prefix {
                $0.isASCIILetter || (0x30...0x3A).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
            }
            if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
        }
        return nil
    }
}
