import Foundation
import NIOCore
import ProgramSupport
import Setup
import SystemPackage
import TestSupport
import Testing

@testable import Daemon

@Suite struct ListenAddressTryingTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// Holds a free port of this machine until it goes.
    private final class Holder {
        let address: ListenAddress
        private let descriptor: CInt

        init() throws {
            descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
            let any = try SocketAddress(ipAddress: "127.0.0.1", port: 0)
            let bound = unsafe any.withSockAddr { [descriptor] in unsafe bind(descriptor, $0, socklen_t($1)) }
            try #require(bound == 0 && listen(descriptor, 1) == 0)
            // The family, then the port, highest byte first. (sockaddr_in)
            var name = [UInt8](repeating: 0, count: 128)
            var length = socklen_t(name.count)
            let named = unsafe name.withUnsafeMutableBytes { [descriptor] name in
                unsafe getsockname(descriptor, name.baseAddress!.assumingMemoryBound(to: sockaddr.self), &length)
            }
            try #require(named == 0)
            address = try #require(ListenAddress("127.0.0.1:\(Int(name[2]) << 8 | Int(name[3]))"))
        }

        deinit { close(descriptor) }
    }

    @Test func whatIsTakenIsFoundOutAndWhatIsFreeIsNot() throws {
        let holder = try Holder()
        let error = #expect(throws: ListenAddress.Unusable.self) { try holder.address.tryOut() }
        #expect(error?.cause == .addressInUse)
        let free = try Holder().address
        try free.tryOut()
    }

    @Test func whatIsNoAddressOfThisMachineIsToldOf() throws {
        // Of TEST-NET-1, which nobody has. (RFC 5737)
        let address = try #require(ListenAddress("192.0.2.1:9464"))
        let error = #expect(throws: ListenAddress.Unusable.self) { try address.tryOut() }
        #expect(error?.description.contains("192.0.2.1 is not an address of this machine; name one") == true)
    }

    @Test func theDaemonSaysInOneLineThatTheAddressIsTaken() async throws {
        let holder = try Holder()
        let program = try RunningDaemon.launch(
            in: folder, ["--engine", "rules", "--listen", holder.address.description])
        let result = try await program.result()
        #expect(result.status == 1)
        let sentence = "quoted: --listen: the address \(holder.address) is in use by another program; name another port"
        #expect(result.errors.hasPrefix(sentence) && result.errors.split(separator: "\n").count == 1, "\(result)")
        withExtendedLifetime(holder) {}
    }
}
