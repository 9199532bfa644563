import CZLib

/// CRC-32 of a line without its newline. Tells whether a line was altered.
struct Checksum: Equatable, Sendable {
    private(set) var value: UInt32 = 0

    init() {}

    /// - Parameter line: with its newline or without it.
    init(line: some Collection<UInt8>) { add(Array(line)[...]) }

    /// - Parameter bytes: more of the line; a newline at the end does not count.
    mutating func add(_ bytes: ArraySlice<UInt8>) {
        let content = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes
        value = unsafe content.withUnsafeBufferPointer { buffer in
            unsafe UInt32(truncatingIfNeeded: crc32_z(UInt(value), buffer.baseAddress, buffer.count))
        }
    }
}
