internal import CZLib

/// Decompresses gzip (RFC 1952) piece by piece, one member or several after one another. Memory does not grow with what is
/// read.
@safe package struct GzipStream: ~Copyable {
    private var stream: UnsafeMutablePointer<z_stream>
    private var room = [UInt8](repeating: 0, count: 256 << 10)
    private var place = Place.before

    private enum Place {
        /// Where a member may begin.
        case before
        case within
        /// What follows the last member and is no other one is passed over.
        case behind
    }

    /// Whether a file is gzip, by its first bytes.
    package static func begins(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

    /// - Throws: `NewswireError` where zlib cannot be used.
    package init() throws(NewswireError) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for the header of gzip.
        let status = unsafe inflateInit2_(stream, 31, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw Gzip.damaged("zlib gives status \(status)") }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// - Returns: What the bytes hold; maybe nothing yet.
    /// - Throws: `NewswireError` if they are damaged.
    package mutating func inflate(_ bytes: [UInt8]) throws(NewswireError) -> [UInt8] {
        var input = bytes
        var output: [UInt8] = []
        let status = unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe stream.pointee.next_in = input.baseAddress
            unsafe stream.pointee.avail_in = uInt(input.count)
            return step(into: &output)
        }
        guard status == Z_OK || status == Z_BUF_ERROR else {
            throw Gzip.damaged("they do not decompress (status \(status))")
        }
        return output
    }

    /// Called after the last bytes.
    /// - Throws: `NewswireError` if they break off.
    package func finish() throws(NewswireError) {
        if case .within = place { throw Gzip.damaged("the data break off") }
    }

    /// Until the input is used up and the room was not filled.
    private mutating func step(into output: inout [UInt8]) -> CInt {
        while true {
            if case .before = place {
                guard unsafe stream.pointee.avail_in > 0 else { return Z_OK }
                place = unsafe stream.pointee.next_in[0] == 0x1F ? .within : .behind
            }
            if case .behind = place { return Z_OK }
            let (status, count) = fill()
            output += room[..<count]
            if status == Z_STREAM_END {
                place = .before
                unsafe inflateReset(stream)
            } else if status != Z_OK || count < room.count {
                // A room that is not full tells that the input is used up.
                return status
            }
        }
    }

    private mutating func fill() -> (status: CInt, count: Int) {
        unsafe room.withUnsafeMutableBufferPointer { room in
            unsafe stream.pointee.next_out = room.baseAddress
            unsafe stream.pointee.avail_out = uInt(room.count)
            let status = unsafe CZLib.inflate(stream, Z_NO_FLUSH)
            return (status, unsafe room.count - Int(stream.pointee.avail_out))
        }
    }
}
