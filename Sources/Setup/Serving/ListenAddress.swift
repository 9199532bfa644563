import NIOCore

/// An address of this machine and a port: "127.0.0.1:9464", "[::1]:9464", "localhost:9464", "0.0.0.0:9464".
package struct ListenAddress: Sendable, Equatable {
    /// As digits: no name is looked up, so a loopback address stays one.
    package var host: String
    package var port: Int

    /// - Returns: nil for other names than localhost, and for port 0.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[colon...].dropFirst()), port > 0 else {
            return nil
        }
        let name = text[..<colon]
        let isBracketed = name.hasPrefix("[") && name.hasSuffix("]")
        host = name == "localhost" ? "127.0.0.1" : String(isBracketed ? name.dropFirst().dropLast() : name)
        guard Self.isAddress(host, isBracketed ? .inet6 : .inet) else { return nil }
        self.port = Int(port)
    }

    /// Whether only this machine reaches it.
    package var isLoopback: Bool { host.hasPrefix("127.") || host == "::1" }

    /// Whether a request's Host names the machine by its digits, or as localhost. A page in somebody's browser whose
    /// name is made to lead here does not.
    package static func isOwn(_ authority: String?) -> Bool {
        guard let authority else { return false }
        var name = authority[...]
        if let colon = name.lastIndex(of: ":"), name[colon...].dropFirst().allSatisfy(\.isNumber), name.last != "]" {
            name = name[..<colon]
        }
        if name.hasPrefix("["), name.hasSuffix("]") { return isAddress(String(name.dropFirst().dropLast()), .inet6) }
        return name.lowercased() == "localhost" || isAddress(String(name), .inet)
    }

    private static func isAddress(_ text: String, _ family: NIOBSDSocket.ProtocolFamily) -> Bool {
        // A NUL would end the text for C and for nobody else, and a zone ("%eth0") would be looked up.
        guard !text.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "%") }) else { return false }
        return (try? SocketAddress(ipAddress: text, port: 0))?.protocol == family
    }
}

extension ListenAddress: CustomStringConvertible {
    package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
