import Files
import SystemPackage
import TestSupport

@testable import Inbox

/// Follows a watcher's hints, and nothing else, to know what is in a directory.
actor Follower {
    private let scratch: InboxFolders
    private var isReading = true
    private var known: Set<RelativePath> = []
    private var wasTold = false
    private(set) var overflows = 0
    private(set) var restarts = 0
    private(set) var blindness: String?

    private init(_ scratch: InboxFolders) { self.scratch = scratch }

    static func run(
        _ kind: WatcherTests.Kind, _ scratch: InboxFolders,
        body: @Sendable (Follower) async throws -> Void
    ) async throws {
        try await run(try kind.make(), scratch, body: body)
    }

    static func run(
        _ watcher: any Watcher, _ scratch: InboxFolders,
        body: @Sendable (Follower) async throws -> Void
    ) async throws {
        let follower = Follower(scratch)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await watcher.watch(scratch.inbox) { await follower.take($0) } }
            try await body(follower)
            group.cancelAll()
        }
    }

    private func take(_ hints: [Hint]) async {
        for hint in hints { take(hint) }
        while !isReading && !Task.isCancelled { try? await Task.sleep(for: .milliseconds(10)) }
    }

    private func take(_ hint: Hint) {
        wasTold = true
        switch hint {
        case .created(let path), .paused(let path), .closed(let path, _): known.insert(path)
        case .folder(let path): look(path)
        case .ready, .due: look(nil)
        case .overflow:
            overflows += 1
            look(nil)
        case .gone: break
        case .restarted: restarts += 1
        case .blind(let reason): blindness = reason
        }
    }

    private func look(_ folder: RelativePath?) {
        var sweep = Sweep(scratch.inbox, folder: folder)
        while let found = sweep.next(1000) { known.formUnion(found.map(\.path)) }
    }

    func until(_ holds: @Sendable (isolated Follower) -> Bool) async throws {
        try await waitUntil("the watcher tells of it; known so far: \(known.sorted())") { holds(self) }
    }

    /// Whatever is told next is not taken until `readOn`.
    func stopReading() { isReading = false }

    func readOn() { isReading = true }

    func isReady() async throws { try await until { $0.wasTold } }

    func knows(_ paths: RelativePath...) async throws { try await until { $0.known.isSuperset(of: paths) } }

    func knows(count: Int) async throws { try await until { $0.known.count >= count } }
}
