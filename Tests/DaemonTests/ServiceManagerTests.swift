import Foundation
import Logging
import SystemPackage
import TestSupport
import Testing

@testable import Daemon

/// What systemd would hold: a datagram socket.
final class DatagramListener {
    private let descriptor: CInt

    /// - Parameter name: A path, or "@" and an abstract name.
    init(name: String) throws {
        descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(name.utf8)
        if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let bound = unsafe withUnsafePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(descriptor, $0, length) }
        }
        try #require(bound == 0)
    }

    deinit { close(descriptor) }

    /// What has come so far, one message after the other.
    func received() -> [String] {
        var messages: [String] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe recv(descriptor, &buffer, buffer.count, CInt(MSG_DONTWAIT))
            guard count >= 0 else { return messages }
            messages.append(String(decoding: buffer.prefix(count), as: UTF8.self))
        }
    }
}

@Suite struct ServiceManagerTests {
    private func manager(_ environment: [String: String]) -> ServiceManager {
        ServiceManager(environment: environment, logger: Logger(label: "test"))
    }

    @Test(arguments: [true, false])
    func tellsASocketByPathOrAbstractName(isAbstract: Bool) throws {
        let folder = try ScratchFolder()
        let name = isAbstract ? "@quoted-test-\(UUID().uuidString)" : folder("notify").string
        let listener = try DatagramListener(name: name)
        let manager = manager(["NOTIFY_SOCKET": name])

        manager.extend(by: .seconds(30))
        manager.ready("0 pending")
        manager.status("3 pending")
        manager.alive()
        manager.reloading()
        manager.reloaded()
        manager.stopping(within: .seconds(45))

        let messages = listener.received()
        #expect(messages.count == 7)
        #expect(
            messages.prefix(4) == [
                "EXTEND_TIMEOUT_USEC=30000000", "READY=1\nSTATUS=0 pending", "STATUS=3 pending", "WATCHDOG=1",
            ])
        let reloading = try #require(messages.dropFirst(4).first).split(separator: "\n")
        #expect(reloading.first == "RELOADING=1")
        let time = try #require(reloading.dropFirst().first.flatMap { Int($0.dropFirst("MONOTONIC_USEC=".count)) })
        let uptime = try String(contentsOfFile: "/proc/uptime", encoding: .utf8)
        let now = try #require(Double(uptime.split(separator: " ")[0]))
        #expect(abs(Double(time) / 1_000_000 - now) < 60)
        #expect(
            messages.suffix(2) == [
                "READY=1", "STOPPING=1\nEXTEND_TIMEOUT_USEC=45000000\nSTATUS=finishing the articles in work",
            ])
    }

    @Test(arguments: [[:], ["NOTIFY_SOCKET": ""], ["NOTIFY_SOCKET": "relative"], ["NOTIFY_SOCKET": "vsock:2:1"]])
    func saysNothingWhereNobodyListens(environment: [String: String]) {
        #expect(!manager(environment).isListening)
        manager(environment).ready("x")
    }

    @Test func livesOnWithoutTheManager() {
        let manager = manager(["NOTIFY_SOCKET": "/nonexistent/notify"])
        #expect(manager.isListening)
        manager.alive()
    }

    @Test func knowsTheWatchdogThatIsMeantForIt() {
        #expect(manager(["WATCHDOG_USEC": "60000000"]).watchdog == .seconds(60))
        #expect(manager(["WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "\(getpid())"]).watchdog == .seconds(60))
        #expect(manager(["WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "1"]).watchdog == nil)
        #expect(manager(["WATCHDOG_USEC": "0"]).watchdog == nil)
        #expect(manager([:]).watchdog == nil)
    }
}
