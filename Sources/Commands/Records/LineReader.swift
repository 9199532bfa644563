import Foundation

/// Reads an open file line by line, blocking. Memory grows with the longest line only.
struct LineReader {
    enum Line: Equatable {
        /// Without its newline.
        case whole([UInt8])
        /// One that was longer than allowed; its bytes are gone.
        case tooLong(bytes: Int)
    }

    private static let chunk = 64 << 10

    private let descriptor: CInt
    private let limit: Int
    private var buffer: [UInt8] = []
    /// Where in the buffer the next line begins.
    private var start = 0
    private var isOver = false

    /// - Parameter limit: Bytes that a line may have.
    init(_ descriptor: CInt, limit: Int = 256 << 20) {
        self.descriptor = descriptor
        self.limit = limit
    }

    /// - Returns: nil at the end. A last line without a newline is a line.
    /// - Throws: `POSIXError` where reading fails.
    mutating func next() throws(POSIXError) -> Line? {
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
    mutating func head(_ count: Int) throws(POSIXError) -> ArraySlice<UInt8> {
        while buffer.count - start < count, try fill() {}
        return buffer[start...].prefix(count)
    }

    /// All that is left, lines and newlines.
    mutating func rest() throws(POSIXError) -> [UInt8] {
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
    private mutating func fill() throws(POSIXError) -> Bool {
        guard !isOver else { return false }
        buffer.removeFirst(start)
        start = 0
        let known = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
        var count = 0
        repeat {
            count = unsafe buffer[known...].withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
        } while count < 0 && errno == EINTR
        let code = errno
        buffer.removeLast(Self.chunk - max(count, 0))
        guard count >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        isOver = count == 0
        return !isOver
    }
}
