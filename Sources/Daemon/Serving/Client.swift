import Foundation
import NIOCore

/// Whose a connection is, as far as can be told, so that nobody takes the places of all others.
enum Client: Sendable, Hashable {
    /// At a Unix socket: the user that opened the connection, as the kernel says.
    case user(UInt32)
    /// By TCP from this machine: any user here may come from any of its addresses.
    case thisMachine
    case address(String)
    case unknown

    /// Whether it is the daemon's own user, or root.
    var isOwner: Bool {
        guard case .user(let user) = self else { return false }
        return user == 0 || user == geteuid()
    }
}

extension Client {
    /// - Parameter channel: A connection on whose event loop this is called.
    init(_ channel: any Channel) {
        if let address = channel.remoteAddress?.ipAddress {
            self = address.hasPrefix("127.") || address == "::1" ? .thisMachine : .address(address)
        } else {
            self = Self.user(of: channel)
        }
    }

    /// What `SO_PEERCRED` fills in: `struct ucred`, which glibc declares for those who ask for GNU's names only. (unix(7))
    private struct Credentials: Sendable {
        var process: Int32
        var user: UInt32
        var group: UInt32
    }

    private static func user(of channel: any Channel) -> Client {
        var client = Client.unknown
        guard let options = channel as? any SocketOptionProvider else { return client }
        let credentials: EventLoopFuture<Credentials> = options.unsafeGetSocketOption(
            level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED))
        // On its event loop it is there at once.
        credentials.assumeIsolated().whenSuccess { client = .user($0.user) }
        return client
    }
}
