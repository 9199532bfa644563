import Foundation

/// Gives bytes piece by piece, blocking.
protocol ByteSource {
    /// - Returns: Nothing at the end.
    mutating func next() throws -> [UInt8]
}

/// Those of an open file.
struct DescriptorBytes: ByteSource {
    private static let chunk = 64 << 10

    private let descriptor: CInt

    init(_ descriptor: CInt) { self.descriptor = descriptor }

    func next() throws(POSIXError) -> [UInt8] {
        var code: CInt = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunk) { room, count in
            var read = 0
            repeat {
                read = unsafe Foundation.read(descriptor, room.baseAddress, room.count)
                code = errno
            } while read < 0 && code == EINTR
            if read >= 0 { code = 0 }
            count = max(0, read)
        }
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        return bytes
    }
}
