import Files
import Logging
import SystemPackage
import TestSupport

@testable import Inbox

/// A running inbox with its directory.
struct RunningInbox: Sendable {
    let scratch: InboxFolders
    let inbox: Inbox
    let configuration: InboxConfiguration

    /// Runs an inbox with short times while `body` works with it.
    static func run(
        watcher: any Watcher = ScanOnly(every: .milliseconds(100)), scratch: InboxFolders? = nil,
        lock: FolderLock? = nil,
        configure: (inout InboxConfiguration) -> Void = { _ in },
        wallClock: @escaping @Sendable () -> Int64 = Inbox.systemTime,
        isKnown: @escaping @Sendable (_ sha256: String) async -> Bool = { _ in true }, doubtfulSince: Int64? = nil,
        body: @escaping @Sendable (RunningInbox) async throws -> Void
    ) async throws {
        let scratch = try scratch ?? InboxFolders()
        var configuration = InboxConfiguration(inbox: scratch.inbox)
        configuration.settleTime = .milliseconds(200)
        configure(&configuration)
        let inbox = Inbox(
            configuration, watcher: watcher, logger: .silent, lock: lock, wallClock: wallClock, isKnown: isKnown,
            doubtfulSince: doubtfulSince)
        try inbox.prepare()
        let bench = RunningInbox(scratch: scratch, inbox: inbox, configuration: configuration)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await inbox.run() }
            group.addTask { try await body(bench) }
            // An inbox that fails ends the test at once.
            try await group.next()
            group.cancelAll()
        }
    }

    /// Takes arrivals, reads and finishes each as done, until `count` are done. Returns them in order.
    @discardableResult
    func work(
        _ count: Int = 1, outcome: @Sendable (Arrival, Contents) throws -> WorkOutcome = { _, _ in .done() }
    ) async throws -> [Worked] {
        var worked: [Worked] = []
        while worked.count < count, let arrival = await inbox.next() {
            do {
                let contents = try inbox.read(arrival)
                let ending = await inbox.finish(arrival, try outcome(arrival, contents))
                if case .again = ending { continue }
                worked.append(Worked(path: arrival.path, contents: contents, ending: ending))
            } catch let error as ReadingError {
                await inbox.finish(arrival, .unread(error))
            }
        }
        return worked
    }

    /// The same by several workers at once.
    func work(inParallel workers: Int, _ count: Int) async throws -> [Worked] {
        try await withThrowingTaskGroup(of: [Worked].self) { group in
            for _ in 0..<workers { group.addTask { try await work(.max) } }
            try await until { $0.done >= count }
            group.cancelAll()
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    struct Worked: Sendable {
        var path: RelativePath
        var contents: Contents
        var ending: Ending

        var text: String { String(decoding: contents.bytes, as: UTF8.self) }
    }

    /// Waits for something that the inbox does by itself.
    func until(
        fileID: String = #fileID, line: Int = #line, _ holds: @Sendable (InboxCounts) async throws -> Bool
    ) async throws {
        var last = InboxCounts()
        try await waitUntil("the inbox gets there from \(last)", fileID: fileID, line: line) {
            last = await inbox.counts
            return try await holds(last)
        }
    }
}
