import Foundation
import SystemPackage
import Testing

/// A connection to a Unix socket on which a test says and reads what it likes, when it likes.
final class RawConnection {
    private let descriptor: CInt
    /// What came so far, as far as it was asked for.
    private var bytes: [UInt8] = []
    private(set) var isEnded = false

    init(_ path: FilePath) throws {
        descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: Array(path.string.utf8)) }
        let connected = unsafe withUnsafePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(connected == 0)
    }

    deinit { close(descriptor) }

    func ask(for path: String) throws {
        let request = Array("GET \(path) HTTP/1.1\r\nHost: quoted\r\n\r\n".utf8)
        try #require(unsafe send(descriptor, request, request.count, CInt(MSG_NOSIGNAL)) == request.count)
    }

    /// Takes what has come, without waiting.
    func read() -> String {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while !isEnded {
            let count = unsafe recv(descriptor, &buffer, buffer.count, CInt(MSG_DONTWAIT))
            if count < 0, errno == EAGAIN { break }
            guard count > 0 else {
                isEnded = true
                break
            }
            bytes += buffer.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
