import SystemPackage

@testable import Inbox

/// Follows a watcher's hints, and nothing else, to know what is in a directory.
actor Follower {
    private let scratch: Scratch
    private let delay: Duration
    private var known: Set<InboxPath> = []
    private var wasTold = false
    private(set) var restarts = 0
    private(set) var blindness: String?

    private init(_ scratch: Scratch, delay: Duration) {
        self.scratch = scratch
        self.delay = delay
    }

    static func run(
        _ kind: WatcherTests.Kind, _ scratch: Scratch, delay: Duration = .zero,
        body: @Sendable (Follower) async throws -> Void
    ) async throws {
        try await run(try kind.make(), scratch, delay: delay, body: body)
    }

    static func run(
        _ watcher: any Watcher, _ scratch: Scratch, delay: Duration = .zero,
        body: @Sendable (Follower) async throws -> Void
    ) async throws {
        let follower = Follower(scratch, delay: delay)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await watcher.watch(scratch.inbox) { await follower.take($0) } }
            try await body(follower)
            group.cancelAll()
        }
    }

    private func take(_ hints: [Hint]) async {
        for hint in hints { take(hint) }
        if delay > .zero { try? await Task.sleep(for: delay) }
    }

    private func take(_ hint: Hint) {
        wasTold = true
        switch hint {
        case .created(let path), .closed(let path): known.insert(path)
        case .folder(let path): look(path)
        case .ready, .overflow, .due: look(nil)
        case .gone: break
        case .restarted: restarts += 1
        case .blind(let reason): blindness = reason
        }
    }

    private func look(_ folder: InboxPath?) {
        var sweep = Sweep(scratch.inbox, folder: folder)
        while let found = sweep.next(1000) { known.formUnion(found.map(\.path)) }
    }

    func until(_ holds: @Sendable (isolated Follower) -> Bool) async throws {
        while !holds(self) { try await Task.sleep(for: .milliseconds(5)) }
    }

    func isReady() async throws { try await until { $0.wasTold } }

    func knows(_ paths: InboxPath...) async throws { try await until { $0.known.isSuperset(of: paths) } }

    func knows(count: Int) async throws { try await until { $0.known.count >= count } }
}
