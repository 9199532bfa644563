import Foundation
import Setup

/// Speaks to the service manager: one datagram a message to the socket that `NOTIFY_SOCKET` names.
///
/// sd_notify(3) describes the protocol and encourages speaking it directly instead of linking libsystemd.
struct NotifySocket: Sendable {
    private let address: [UInt8]

    /// - Parameter name: A path, or "@" and the name of an abstract address.
    /// - Returns: nil where it is neither.
    init?(name: String) {
        var bytes = Array(name.utf8)
        guard let first = bytes.first, bytes.count > 1, bytes.count <= UnixSocket.longestPath else { return nil }
        switch first {
        case UInt8(ascii: "/"): bytes.append(0)
        case UInt8(ascii: "@"): bytes[0] = 0
        default: return nil
        }
        address = bytes
    }

    /// - Throws: `POSIXError`, which is of no consequence for the daemon's work.
    func send(_ message: String) throws {
        let descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw POSIXError.current }
        defer { close(descriptor) }
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &name.sun_path) { unsafe $0.copyBytes(from: address) }
        // The length ends an abstract name, so it must not count the padding.
        let length = socklen_t(MemoryLayout.offset(of: \sockaddr_un.sun_path)! + address.count)
        let bytes = Array(message.utf8)
        let sent = unsafe withUnsafePointer(to: &name) { name in
            unsafe name.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe sendto(descriptor, bytes, bytes.count, CInt(MSG_NOSIGNAL), $0, length)
            }
        }
        guard sent == bytes.count else { throw POSIXError.current }
    }
}

extension POSIXError {
    /// What `errno` says.
    static var current: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
