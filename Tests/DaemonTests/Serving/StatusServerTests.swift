import Foundation
import Hummingbird
import Logging
import ProgramSupport
import ServiceLifecycle
import Setup
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Commands
@testable import Daemon

/// The real server on a real socket, in this process.
@Suite struct StatusServerTests {
    private let folder: ScratchFolder
    private let limits = ServingLimits()
    private let board = ServingBoard()

    init() throws { folder = try ScratchFolder() }

    private func withServer(
        _ report: StatusReport = .sample(), at address: ServingAddress? = nil,
        _ body: (StatusClient) async throws -> Void
    ) async throws {
        var socket = folder("s.sock")
        if case .owner(let path) = address { socket = path }
        let server = StatusServer(
            at: address ?? .socket(socket, mode: 0o660), responder: StatusResponder { report }, limits: limits,
            board: board,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let group = ServiceGroup(
            configuration: .init(services: [server], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            try await waitUntil("the socket is there") { FileManager.default.fileExists(atPath: socket.string) }
            try await body(StatusClient(socket: folder("s.sock"), timeout: .seconds(60)))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        #expect(!FileManager.default.fileExists(atPath: socket.string), "the socket was left behind")
    }

    @Test func tellsTheStatus() async throws {
        try await withServer { client in
            let status = try await client.status()
            #expect(status == .sample())
        }
    }

    @Test func isForOwnerAndGroup() async throws {
        try await withServer { _ in
            try await waitUntil("the mode is right") {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder("s.sock").string)
                return attributes[.posixPermissions] as? Int == 0o660
            }
        }
    }

    @Test func tellsItsHealth() async throws {
        try await withServer { client in
            let answer = try await client.get("/health")
            #expect(answer.code == 200)
            let health = try #require(JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
            #expect(health["healthy"] as? Bool == true)
            #expect(health["notices"] as? [String] == StatusReport.sample().journal.notices)
        }
        var report = StatusReport.sample()
        report.unhealthy = ["The disk is full."]
        try await withServer(report) { client in
            let answer = try await client.get("/health")
            #expect(answer.code == 503)
            #expect(String(decoding: answer.body, as: UTF8.self).contains("The disk is full."))
        }
    }

    @Test func answersMetrics() async throws {
        try await withServer { client in
            let answer = try await client.get("/metrics")
            #expect(answer.code == 200)
            #expect(String(decoding: answer.body, as: UTF8.self) == StatusReport.sample().metrics)
        }
    }

    @Test(arguments: ["/x", "/status/", "/etc/passwd", "/../../etc/passwd", "/%2e%2e/x"])
    func knowsNothingElse(path: String) async throws {
        try await withServer { client in
            let answer = try await client.get(path)
            #expect(answer.code == 404)
            let problem = try JSONDecoder().decode([String: String].self, from: Data(answer.body))
            #expect(problem["remedy"]?.contains("/health") == true)
        }
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch])
    func takesNoOrders(method: HTTPRequest.Method) async throws {
        try await withServer { client in
            let answer = try await client.request(method.rawValue, "/status")
            #expect(answer.code == 405)
            #expect(String(decoding: answer.body, as: UTF8.self).contains("use GET"))
        }
    }

    @Test func saysOfPagesWhatHEADAsks() async throws {
        try await withServer { client in
            let answer = try await client.request("HEAD", "/status")
            #expect(answer.code == 200)
            #expect(answer.body.isEmpty)
        }
    }

    @Test func makesItsSocketAgainWhereItWasDeleted() async throws {
        try await withServer { client in
            for number in 1...2 {
                try FileManager.default.removeItem(atPath: folder("s.sock").string)
                try await waitUntil("the socket is back") { (try? await client.status()) == .sample() }
                #expect(board.report(limits).socketsMadeAgain == number)
            }
        }
    }

    @Test func saysThatItsSocketCannotBeMadeAgainUntilItCan() async throws {
        try await withServer { client in
            try FileManager.default.removeItem(atPath: folder("s.sock").string)
            try FileManager.default.createDirectory(atPath: folder("s.sock").string, withIntermediateDirectories: false)
            try await waitUntil("somebody says so") { board.missing.first?.contains("s.sock was deleted") == true }
            try FileManager.default.removeItem(atPath: folder("s.sock").string)
            try await waitUntil("the socket is back") { (try? await client.status()) == .sample() }
            #expect(board.missing == [])
        }
    }

    @Test func letsTheOwnerAskAtASocketOfHisOwn() async throws {
        let owners = try #require(ServingAddress.ownersSocket(beside: folder("s.sock")))
        try await withServer(at: .owner(owners)) { client in
            // There is no other, and the client finds it.
            #expect(!FileManager.default.fileExists(atPath: folder("s.sock").string))
            #expect(try await client.status() == .sample())
            let attributes = try FileManager.default.attributesOfItem(atPath: owners.string)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func replacesASocketThatWasLeftBehind() async throws {
        let left = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) {
            unsafe $0.copyBytes(from: Array(folder("s.sock").string.utf8))
        }
        let bound = unsafe withUnsafePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(left, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        close(left)
        let error = await #expect(throws: StatusClientError.self) {
            // A machine that has much to do takes its time even to refuse.
            try await StatusClient(socket: folder("s.sock"), timeout: .seconds(300)).status()
        }
        #expect(error?.problem == .refused(.connectionRefused))
        try await withServer { client in
            try await waitUntil("the socket is replaced") { (try? await client.status()) == .sample() }
        }
    }
}

@Suite struct StatusClientTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func saysThatThereIsNoSocket() async throws {
        let error = await #expect(throws: StatusClientError.self) {
            try await StatusClient(socket: folder("none"), timeout: .seconds(300)).status()
        }
        #expect(error?.problem == .refused(.noSuchFileOrDirectory))
        #expect(error?.description.contains("\(folder("none"))") == true)
    }

    @Test func saysThatANameIsTooLong() async throws {
        let path = folder(String(repeating: "x", count: 120))
        let error = await #expect(throws: StatusClientError.self) { try await StatusClient(socket: path).status() }
        #expect(error?.problem == .pathTooLong)
    }

    @Test func doesNotWaitForever() async throws {
        let listener = try SilentListener(path: folder("s.sock"))
        let client = StatusClient(socket: folder("s.sock"), timeout: .milliseconds(200))
        let error = await #expect(throws: StatusClientError.self) { try await client.status() }
        #expect(error?.problem == .silent(.milliseconds(200)))
        withExtendedLifetime(listener) {}
    }
}

/// Takes connections and never answers.
private final class SilentListener {
    private let descriptor: CInt

    init(path: FilePath) throws {
        descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: Array(path.string.utf8)) }
        let bound = unsafe withUnsafePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0 && listen(descriptor, 4) == 0)
    }

    deinit { close(descriptor) }
}
