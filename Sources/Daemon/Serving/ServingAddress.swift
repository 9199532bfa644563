package import Setup
package import SystemPackage

/// An address that the status is served at, and who may connect to it.
package enum ServingAddress: Sendable {
    /// For the users that the mode lets connect.
    case socket(FilePath, mode: UInt32)
    /// For the daemon's own user and root only, so that no crowd at the other addresses keeps them out.
    case owner(FilePath)
    /// Whoever reaches it, with the token where there is one.
    case network(ListenAddress, AccessToken?)

    /// Connections at one door are no crowd at another.
    package enum Door: Sendable { case everybody, owner }

    var door: Door { if case .owner = self { .owner } else { .everybody } }

    /// - Parameter path: The socket that everybody asks at.
    /// - Returns: Nil where the name would be too long for a socket.
    package static func ownersSocket(beside path: FilePath) -> FilePath? {
        let name = path.string + ".owner"
        return name.utf8.count <= UnixSocket.longestPath ? FilePath(name) : nil
    }
}
