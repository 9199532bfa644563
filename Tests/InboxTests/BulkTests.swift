import Files
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

@Suite(.timeLimit(.minutes(10))) struct BulkTests {
    /// More files than are held in memory, there before the start, while others come.
    @Test func twentyThousandFilesAreWorkedOffWithFewInMemory() async throws {
        let count = 20_000
        let scratch = try InboxFolders()
        try scratch.makeFolder(scratch.inbox)
        for number in 0..<count { try scratch.touch("\(scratch.inbox)/\(number)") }
        try await RunningInbox.run(
            watcher: try WatchProcess.find(), scratch: scratch,
            configure: {
                $0.heldLimit = 3000
                $0.after = .delete
                $0.settleTime = .milliseconds(50)
            }
        ) { bench in
            try await bench.until { _ in await bench.inbox.isReady }
            try await bench.until { $0.scans > 0 }
            let backlog = await bench.inbox.counts
            #expect(backlog.pending + backlog.done >= count)
            try scratch.deliver("urgent", to: scratch.inbox.appending("urgent"))
            try await bench.until { _ in await bench.inbox.knowsAsFresh("urgent") }
            var position: Int?
            var seen: Set<RelativePath> = []
            while seen.count <= count, let arrival = await bench.inbox.next() {
                #expect(seen.insert(arrival.path).inserted)
                if arrival.path == "urgent" { position = seen.count }
                await bench.inbox.finish(arrival, .done())
                #expect(await bench.inbox.held <= 3001)
            }
            #expect(try #require(position) <= Lanes.freshInARow + 1)
            #expect(await bench.inbox.counts.done == count + 1)
            #expect(try scratch.files(in: scratch.inbox) == [])
        }
    }
}

extension Inbox {
    var held: Int { state.arrivals.files.count }

    func knowsAsFresh(_ path: RelativePath) -> Bool {
        state.arrivals.files[path].map { $0.hinted && $0.state == .ready } ?? false
    }
}
