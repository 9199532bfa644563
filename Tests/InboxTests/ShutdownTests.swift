import Logging
import ServiceLifecycle
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

@Suite(.timeLimit(.minutes(10))) struct ShutdownTests {
    @Test func aWorkerThatIsCancelledWhileItWaitsGetsNothing() async throws {
        try await RunningInbox.run { bench in
            let worker = Task { await bench.inbox.next() }
            try await bench.until { $0.scans > 0 }
            worker.cancel()
            #expect(await worker.value == nil)
            try bench.scratch.write("x", to: bench.scratch.inbox.appending("a"))
            #expect(try await bench.work().map(\.path) == ["a"])
        }
    }

    @Test func gracefulShutdownEndsTheWaitingAndLetsWorkInFlightFinish() async throws {
        let scratch = try InboxFolders()
        try scratch.write("x", to: scratch.inbox.appending("a"))
        var configuration = InboxConfiguration(inbox: scratch.inbox)
        configuration.settleTime = .milliseconds(50)
        let inbox = Inbox(configuration, watcher: try WatchProcess.find(), logger: .silent)
        let worker = Worker(inbox: inbox)
        let group = ServiceGroup(
            configuration: .init(services: [.init(service: inbox), .init(service: worker)], logger: .silent))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            // The worker has the file and waits for the shutdown before it finishes.
            try await waitUntil("the worker has the file") { await inbox.counts.working > 0 }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        #expect(await inbox.counts.done == 1)
        #expect(try scratch.files(in: scratch.inbox) == [])
        #expect(await inbox.next() == nil)
    }

    private struct Worker: Service {
        let inbox: Inbox

        func run() async throws {
            while let arrival = await inbox.next() {
                try await gracefulShutdown()
                _ = try inbox.read(arrival)
                await inbox.finish(arrival, .done())
            }
        }
    }
}
