import Foundation
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

/// The page and its events from the real server, in this process.
@Suite struct LiveServerTests {
    private let folder: ScratchFolder
    private let board = LiveBoard()
    private let serving = ServingBoard()

    init() throws { folder = try ScratchFolder() }

    /// On a busy machine an answer may take longer than a daemon gives it.
    private static let patient = {
        var limits = ServingLimits()
        limits.time = .seconds(600)
        return limits
    }()

    private var socket: FilePath { folder("s.sock") }

    private func withServer(
        limits: ServingLimits = Self.patient, streams: Int = 2, search: StatusResponder.Searching? = nil,
        _ body: (StatusClient) async throws -> Void
    ) async throws {
        let pace = LivePace(look: .milliseconds(10), silence: .milliseconds(50), streams: streams)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let server = StatusServer(
            at: .socket(socket, mode: 0o660),
            responder: StatusResponder(report: { .sample() }, search: search, board: board, pace: pace),
            limits: limits, board: serving, logger: logger)
        let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            try await waitUntil("the socket is there") { FileManager.default.fileExists(atPath: socket.string) }
            try await body(StatusClient(socket: socket, timeout: .seconds(60)))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// - Returns: A connection that looks on, after its first event.
    private func onlooker() async throws -> RawConnection {
        let connection = try RawConnection(socket)
        try connection.ask(for: "/events")
        try await waitUntil("an event comes") { connection.read().contains("data: ") }
        return connection
    }

    @Test func givesThePageWithItsPolicy() async throws {
        try await withServer { _ in
            let connection = try RawConnection(socket)
            try connection.ask(for: "/")
            try await waitUntil("the page ends") {
                _ = connection.read()
                return connection.isEnded
            }
            let answer = connection.read().lowercased()
            #expect(answer.hasPrefix("http/1.1 200"))
            #expect(answer.contains("content-type: text/html; charset=utf-8\r\n"))
            #expect(answer.contains("content-security-policy: default-src 'none'; "))
            #expect(answer.contains("x-content-type-options: nosniff\r\n"))
            #expect(answer.hasSuffix("</html>\n"))
        }
    }

    @Test func tellsWhatIsLive() async throws {
        board.wrote(SampleRecord.record(1, ("Ines Aldana", "The bridge is safe.")))
        try await withServer { client in
            let live = try await client.live()
            #expect(live.status == .sample() && live.quotations.map(\.text) == ["The bridge is safe."])
            #expect(live.speakers == [.init(name: "Ines Aldana", quotations: 1)] && !live.canFind)
        }
    }

    @Test func sendsWhatChangesAsItComesIn() async throws {
        try await withServer { _ in
            let connection = try await onlooker()
            try await waitUntil("the first event is whole") { connection.read().contains(#""can_find":false"#) }
            let head = connection.read().lowercased()
            #expect(head.contains("content-type: text/event-stream\r\n"))
            #expect(connection.read().contains(#""status":{"#))
            board.wrote(SampleRecord.record(1, ("Ines Aldana", "The bridge\nis safe.")))
            try await waitUntil("the quotation is sent") { connection.read().contains(#"The bridge\nis safe."#) }
            let last = try #require(connection.read().components(separatedBy: "data: ").last)
            #expect(last.contains(#""quotations":["#) && !last.contains(#""files""#), "\(last)")
            try await waitUntil("somebody says that all is well") { connection.read().contains(": nothing new\n\n") }
        }
    }

    @Test func turnsAwayWhoFindsNoSeatAndGivesTheSeatsOfThoseWhoLeft() async throws {
        try await withServer(streams: 2) { client in
            var connections = [try await onlooker(), try await onlooker()]
            let answer = try await client.get("/events")
            #expect(answer.code == 503 && String(decoding: answer.body, as: UTF8.self).contains("/live"))
            #expect(try await client.get("/live").code == 200)
            connections.removeLast()
            try await waitUntil("the seat is free") {
                let next = try RawConnection(socket)
                try next.ask(for: "/events")
                try await waitUntil("an answer comes") { next.read().contains("\r\n\r\n") }
                return next.read().hasPrefix("HTTP/1.1 200")
            }
            #expect(!connections[0].isEnded)
        }
    }

    @Test func letsSoManySearchesWaitAndNoMore() async throws {
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let begun = Mutex(0)
        let search: StatusResponder.Searching = { _ in
            begun.withLock { $0 += 1 }
            for await _ in gate {}
            return []
        }
        try await withServer(search: search) { client in
            let waiting = try (0..<StatusResponder.searchesAtOnce).map { _ in
                let connection = try RawConnection(socket)
                try connection.ask(for: "/find?words=bridge")
                return connection
            }
            try await waitUntil("all of them wait") {
                begun.withLock { $0 } == StatusResponder.searchesAtOnce
            }
            #expect(try await client.get("/find?words=toll").code == 503)
            #expect(try await client.get("/status").code == 200)
            open.finish()
            for connection in waiting {
                try await waitUntil("the answer comes") { connection.read().contains(#""found""#) }
            }
            #expect(try await client.get("/find?words=toll").code == 200)
        }
    }

    @Test func dropsWhoTakesNothing() async throws {
        var limits = ServingLimits()
        limits.time = .milliseconds(300)
        try await withServer(limits: limits) { _ in
            let connection = try RawConnection(socket)
            try connection.ask(for: "/events")
            let text = String(repeating: "word ", count: 100)
            var number = 0
            try await waitUntil("who takes nothing is dropped") {
                number += 1
                board.wrote(SampleRecord.record(number, title: text, (text, "\(number) " + text)))
                return serving.report(limits).timedOut == 1
            }
            try await waitUntil("the connection is gone") { serving.report(limits).connections == 0 }
        }
    }

    /// `withServer` waits for the server's end.
    @Test func endsWithTheDaemonThoughSomebodyLooksOn() async throws {
        var connection: RawConnection?
        try await withServer { _ in connection = try await onlooker() }
        _ = connection?.read()
        #expect(connection?.isEnded == true)
    }
}
