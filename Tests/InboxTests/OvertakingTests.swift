import SystemPackage
import TestSupport
import Testing

@testable import Inbox

/// Small files that pass large ones, in a real inbox. Up to ten bytes are small here.
@Suite(.timeLimit(.minutes(10))) struct OvertakingTests {
    private func run(_ body: @escaping @Sendable (RunningInbox) async throws -> Void) async throws {
        try await RunningInbox.run(watcher: try WatchProcess.find(), configure: { $0.smallSize = 10 }) { bench in
            try await bench.until { _ in await bench.inbox.isReady }
            try await body(bench)
        }
    }

    @Test func aSmallFilePassesALargeOneWhereAllHaveLargeOnes() async throws {
        try await run { bench in
            try bench.scratch.deliver("a large file", to: bench.scratch.inbox.appending("a"))
            let first = try #require(await bench.inbox.next())
            try bench.scratch.deliver("another large file", to: bench.scratch.inbox.appending("b"))
            try bench.scratch.deliver("small", to: bench.scratch.inbox.appending("c"))
            let small = try #require(await bench.inbox.nextSmall())
            #expect(small.path == "c")
            await bench.inbox.finish(small, .done())
            await bench.inbox.finish(first, .done())
            #expect(try await bench.work().map(\.path) == ["b"])
        }
    }

    @Test func whoWaitsForASmallFileGetsItWhenTheOthersHaveLargeOnes() async throws {
        try await run { bench in
            let waiting = Task { await bench.inbox.nextSmall() }
            async let next = bench.inbox.next()
            try bench.scratch.deliver("a large file", to: bench.scratch.inbox.appending("a"))
            #expect(await next?.path == "a")
            try bench.scratch.deliver("small", to: bench.scratch.inbox.appending("b"))
            #expect(await waiting.value?.path == "b")
        }
    }

    @Test func idleWorkersAreServedFirst() async throws {
        try await run { bench in
            let small = Task { await bench.inbox.nextSmall() }
            let idle = Task { await bench.inbox.next() }
            try await bench.until { _ in bench.inbox.workers.hasWaiting }
            try await bench.until { _ in bench.inbox.smallWorkers.hasWaiting }
            try bench.scratch.deliver("small", to: bench.scratch.inbox.appending("a"))
            #expect(await idle.value?.path == "a")
            small.cancel()
            #expect(await small.value == nil)
        }
    }

    /// One who has a small file is soon free, and files go in their order.
    @Test func nobodyPassesWhileSomebodyHasASmallFile() async throws {
        try await run { bench in
            try bench.scratch.deliver("small", to: bench.scratch.inbox.appending("a"))
            let first = try #require(await bench.inbox.next())
            let waiting = Task { await bench.inbox.nextSmall() }
            try bench.scratch.deliver("small too", to: bench.scratch.inbox.appending("b"))
            // It would wait for ever if the other had the file.
            let second = try #require(await bench.inbox.next())
            #expect(second.path == "b")
            await bench.inbox.finish(first, .done())
            await bench.inbox.finish(second, .done())
            try bench.scratch.deliver("small", to: bench.scratch.inbox.appending("c"))
            #expect(await waiting.value?.path == "c", "nobody else is there")
        }
    }
}
