internal import CZLib

/// Decompresses gzip (RFC 1952) by zlib: one member or several after one another.
@safe struct Gzip: ~Copyable {
    /// No article is longer than this. The limit on files counts compressed bytes.
    static let largest = 128 << 20

    private var stream: UnsafeMutablePointer<z_stream>

    /// Whether a file is gzip, by its first bytes.
    static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

    /// - Throws: `NewswireError` if the data are truncated, damaged or too large.
    static func decompress(_ bytes: [UInt8], largest: Int = Self.largest) throws(NewswireError) -> [UInt8] {
        var gzip = try Gzip()
        return try gzip.inflate(bytes, largest: largest)
    }

    private init() throws(NewswireError) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for the header of gzip.
        let status = unsafe inflateInit2_(stream, 31, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw Self.damaged("zlib gives status \(status)") }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    private mutating func inflate(_ bytes: [UInt8], largest: Int) throws(NewswireError) -> [UInt8] {
        var input = bytes
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        result.reserveCapacity(min(Self.statedSize(bytes), largest + buffer.count))
        let status = unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe stream.pointee.next_in = input.baseAddress
            unsafe stream.pointee.avail_in = uInt(input.count)
            return step(&buffer, into: &result, largest: largest)
        }
        guard result.count <= largest else { throw Self.tooLarge(largest) }
        switch status {
        case Z_STREAM_END: return result
        case Z_OK, Z_BUF_ERROR:
            throw Self.damaged("the data break off after \(result.count) bytes of content")
        default: throw Self.damaged("they do not decompress (status \(status))")
        }
    }

    /// To the end of the input or the limit; what follows the last member and is no other one is passed over.
    private func step(_ buffer: inout [UInt8], into result: inout [UInt8], largest: Int) -> CInt {
        while true {
            let status = unsafe buffer.withUnsafeMutableBufferPointer { room in
                unsafe stream.pointee.next_out = room.baseAddress
                unsafe stream.pointee.avail_out = uInt(room.count)
                return unsafe CZLib.inflate(stream, Z_NO_FLUSH)
            }
            let written = unsafe buffer.count - Int(stream.pointee.avail_out)
            result += buffer[..<written]
            if status == Z_STREAM_END, unsafe stream.pointee.avail_in > 2, unsafe stream.pointee.next_in[0] == 0x1F {
                unsafe inflateReset(stream)
            } else if status != Z_OK || result.count > largest || written == 0 {
                return status
            }
        }
    }

    /// The size that the last member claims. It is mostly right, and saves growing the buffer by doubling.
    private static func statedSize(_ bytes: [UInt8]) -> Int {
        bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    static func damaged(_ reason: String) -> NewswireError {
        NewswireError(
            .malformed, reason: "the gzip data are not whole: \(reason)",
            remedy: "check that its writer finished, and drop the file in again")
    }

    private static func tooLarge(_ largest: Int) -> NewswireError {
        NewswireError(
            .tooLarge, reason: "decompressed, the file has more than \(largest >> 20) MiB",
            remedy: "if it holds articles, split it into several files")
    }
}
