import Foundation
import NIOCore
import Setup
import SystemPackage

extension ListenAddress {
    /// Nobody can listen there, which `tryOut` finds before anything else starts.
    struct Unusable: Error, CustomStringConvertible {
        var address: ListenAddress
        var cause: Errno

        var description: String {
            let (reason, remedy) = advice
            return "--listen: \(reason); \(remedy)"
        }

        private var advice: (reason: String, remedy: String) {
            switch cause {
            case .addressInUse:
                (
                    "the address \(address) is in use by another program",
                    "name another port with --listen, QUOTED_LISTEN or `listen` in the settings file, or end that one"
                )
            case .addressNotAvailable:
                ("\(address.host) is not an address of this machine", "name one that `ip address` shows, or 127.0.0.1")
            case .permissionDenied:
                ("the daemon may not listen on port \(address.port)", "name a port from 1024 on")
            default: ("the daemon cannot listen on \(address) (\(cause))", "name another address")
            }
        }
    }

    /// Listens there for a moment, as the server does later.
    func tryOut() throws(Unusable) {
        do throws(Errno) {
            try bindForAMoment()
        } catch {
            throw Unusable(address: self, cause: error)
        }
    }

    private func bindForAMoment() throws(Errno) {
        guard let address = try? SocketAddress(ipAddress: host, port: port) else { throw .invalidArgument }
        let family = address.protocol.rawValue
        let descriptor = socket(CInt(family), CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Errno(rawValue: errno) }
        defer { close(descriptor) }
        var yes: CInt = 1
        // Connections of a daemon that has just ended may linger, and are in nobody's way.
        _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
        let result = unsafe address.withSockAddr { unsafe bind(descriptor, $0, socklen_t($1)) }
        guard result == 0 else { throw Errno(rawValue: errno) }
    }
}
