/// Cuts the bytes of a journal into lines and says whether each is one whole JSON object. Memory does not grow with the
/// line.
struct LineScanner {
    struct Line: Equatable {
        /// In bytes, from the start of the file.
        var offset: Int64
        /// In bytes, including the newline if there is one.
        var count: Int64
        var isWhole: Bool
        /// The line's first bytes, at most `headLimit`.
        var head: [UInt8]
        var checksum = Checksum()

        /// Whether it looks like a record, by its structure and its identifier.
        var isRecord: Bool { isWhole && LineHead.hasIdentifier(head) }

        /// An empty line is no damage and no record.
        var isBlank: Bool { head == [UInt8(ascii: "\n")] }
    }

    /// Room for the article's fields: its title and address may be long.
    static let headLimit = 32768

    private(set) var offset: Int64
    private var line: Line
    private var structure = LineStructure()

    /// - Parameter offset: where in the file the first byte stands; the start of a line.
    init(offset: Int64 = 0) {
        self.offset = offset
        line = Line(offset: offset, count: 0, isWhole: false, head: [])
    }

    /// What follows the last newline; nil if the file ends in one.
    var rest: Line? {
        var line = line
        line.isWhole = structure.isWhole
        return line.count > 0 ? line : nil
    }

    mutating func scan(_ chunk: ArraySlice<UInt8>, _ body: (Line) throws -> Void) rethrows {
        var rest = chunk
        while !rest.isEmpty {
            let end = structure.look(at: rest)
            take(rest[..<end])
            rest = rest[end...]
            guard line.count > 0, chunk[end - 1] == UInt8(ascii: "\n") else { return }
            line.isWhole = structure.isWhole
            try body(line)
            self = LineScanner(offset: offset)
        }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) {
        line.head += bytes.prefix(Self.headLimit - line.head.count)
        line.checksum.add(bytes)
        line.count += Int64(bytes.count)
        offset += Int64(bytes.count)
    }
}

/// Checks a line's structure only: quotes, escapes, brackets, and control characters, which the encoder never writes.
/// That is enough to detect a line that was cut short or filled with zeros by power loss.
struct LineStructure {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var isClosed = false
    private var isBroken = false

    /// True if the bytes seen are one object.
    var isWhole: Bool { isClosed && !isBroken }

    /// Looks at the bytes up to the first newline or the end.
    ///
    /// - Returns: the index after the last byte that was looked at.
    mutating func look(at bytes: ArraySlice<UInt8>) -> Int {
        // A copy that the optimiser can keep in registers: old journals are long.
        var structure = self
        defer { self = structure }
        let span = bytes.span
        var index = 0
        while index < span.count {
            if structure.isInString, !structure.isEscaped {
                while index < span.count, !Self.isSpecial(span[index]) { index += 1 }
                if index == span.count { break }
            }
            let byte = span[index]
            index += 1
            if structure.isInString {
                structure.lookInside(at: byte)
            } else {
                structure.lookOutside(at: byte)
            }
            if byte == UInt8(ascii: "\n") { break }
        }
        return bytes.startIndex + index
    }

    /// Whether a byte inside a string needs attention.
    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    @inline(__always)
    private mutating func lookInside(at byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInString = false
        }
        if byte < 0x20 { isBroken = true }
    }

    @inline(__always)
    private mutating func lookOutside(at byte: UInt8) {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            if depth == 0, byte == UInt8(ascii: "[") || isClosed { isBroken = true }
            depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            if depth < 0 { isBroken = true }
            if depth == 0 { isClosed = true }
        case UInt8(ascii: "\""):
            if depth == 0 { isBroken = true }
            isInString = true
        case UInt8(ascii: "\n"):
            // The line's end is no part of it.
            if depth != 0 { isBroken = true }
        default:
            if depth == 0 || byte < 0x20 { isBroken = true }
        }
    }
}
