/// Reads bytes line by line, blocking. Memory grows with the longest line only.
struct LineReader {
    enum Line: Equatable {
        /// Without its newline.
        case whole([UInt8])
        /// One that was longer than allowed; its bytes are gone.
        case tooLong(bytes: Int)
    }

    private var source: any ByteSource
    private let limit: Int
    private var buffer: [UInt8] = []
    /// Where in the buffer the next line begins.
    private var start = 0
    private var isOver = false

    /// - Parameter limit: Bytes that a line may have.
    init(_ source: any ByteSource, limit: Int = 256 << 20) {
        self.source = source
        self.limit = limit
    }

    /// Of an open file.
    init(_ descriptor: CInt, limit: Int = 256 << 20) {
        self.init(DescriptorBytes(descriptor), limit: limit)
    }

    /// - Returns: nil at the end. A last line without a newline is a line.
    /// - Throws: What the source throws: of an open file a `POSIXError`.
    mutating func next() throws -> Line? {
        var dropped = 0
        var searched = 0
        while true {
            if let end = buffer[(start + searched)...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return dropped > 0 ? .tooLong(bytes: dropped + end - start) : .whole(Array(buffer[start..<end]))
            }
            if buffer.count - start > limit || dropped > 0 {
                dropped += buffer.count - start
                start = buffer.count
            }
            searched = buffer.count - start
            guard try fill() else { return last(dropped) }
        }
    }

    /// The next bytes without taking them: `count`, or fewer at the end.
    mutating func head(_ count: Int) throws -> ArraySlice<UInt8> {
        while buffer.count - start < count, try fill() {}
        return buffer[start...].prefix(count)
    }

    /// All that is left, lines and newlines.
    mutating func rest() throws -> [UInt8] {
        while try fill() {}
        defer { start = buffer.count }
        return Array(buffer[start...])
    }

    private mutating func last(_ dropped: Int) -> Line? {
        defer { start = buffer.count }
        if dropped > 0 { return .tooLong(bytes: dropped + buffer.count - start) }
        return start < buffer.count ? .whole(Array(buffer[start...])) : nil
    }

    /// - Returns: false at the end.
    private mutating func fill() throws -> Bool {
        guard !isOver else { return false }
        buffer.removeFirst(start)
        start = 0
        let more = try source.next()
        buffer += more
        isOver = more.isEmpty
        return !isOver
    }
}
