/// Cuts the bytes of a journal into lines and says of each whether it is one whole JSON object.
///
/// It looks at structure only (quotes, escapes, brackets, control characters, which the encoder never writes): enough
/// to tell a whole line from one that was cut short or that power loss filled with zeros. Memory does not grow with
/// the line.
struct LineScanner {
    struct Line: Equatable {
        /// In bytes, from the start of the file.
        var offset: Int64
        /// In bytes, the newline included where there is one.
        var count: Int64
        var isWhole: Bool
        /// The line's first bytes, at most `headLimit`.
        var head: [UInt8]

        /// An empty line is no damage and no record.
        var isBlank: Bool { head == [UInt8(ascii: "\n")] }
    }

    static let headLimit = 8192

    private(set) var offset: Int64
    private var line: Line
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var isClosed = false
    private var isBroken = false

    /// - Parameter offset: where in the file the first byte stands; the start of a line.
    init(offset: Int64 = 0) {
        self.offset = offset
        line = Line(offset: offset, count: 0, isWhole: false, head: [])
    }

    /// What stands after the last newline; nil where the file ends in one.
    var rest: Line? {
        var line = line
        line.isWhole = isWhole
        return line.count > 0 ? line : nil
    }

    mutating func scan(_ chunk: ArraySlice<UInt8>, _ body: (Line) throws -> Void) rethrows {
        var start = chunk.startIndex
        for index in chunk.indices {
            let byte = chunk[index]
            guard byte == UInt8(ascii: "\n") else {
                look(at: byte)
                continue
            }
            take(chunk[start...index])
            line.isWhole = isWhole
            try body(line)
            self = LineScanner(offset: offset)
            start = index + 1
        }
        take(chunk[start...])
    }

    private var isWhole: Bool { isClosed && !isBroken }

    private mutating func take(_ bytes: ArraySlice<UInt8>) {
        line.head += bytes.prefix(Self.headLimit - line.head.count)
        line.count += Int64(bytes.count)
        offset += Int64(bytes.count)
    }

    private mutating func look(at byte: UInt8) {
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
            if byte < 0x20 { isBroken = true }
        } else {
            lookOutside(at: byte)
        }
    }

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
        default:
            if depth == 0 || byte < 0x20 { isBroken = true }
        }
    }
}
