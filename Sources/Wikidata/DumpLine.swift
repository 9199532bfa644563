/// A line of a dump: Wikidata's are one array of JSON with an entity a line, and what filters make of them has only the
/// entities.
enum DumpLine: Equatable {
    /// A bracket of the array, or nothing.
    case empty
    /// JSON of one entity, as far as its first and last byte tell.
    case entity(ArraySlice<UInt8>)
    case broken

    init(_ bytes: ArraySlice<UInt8>) {
        var line = bytes
        if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        line = Self.trimmed(line)
        if line.first == UInt8(ascii: "[") { line = Self.trimmed(line.dropFirst()) }
        if line.last == UInt8(ascii: "]") { line = Self.trimmed(line.dropLast()) }
        if line.last == UInt8(ascii: ",") { line = Self.trimmed(line.dropLast()) }
        if line.isEmpty {
            self = .empty
        } else if line.first == UInt8(ascii: "{"), line.last == UInt8(ascii: "}") {
            self = .entity(line)
        } else {
            self = .broken
        }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes.drop { $0 <= 0x20 }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return bytes
    }
}
