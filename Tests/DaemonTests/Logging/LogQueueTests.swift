import Foundation
import Logging
import Synchronization
import Testing

@testable import Daemon

@Suite struct LogQueueTests {
    /// A reader that takes nothing until it is told to.
    private final class Reader: @unchecked Sendable {
        private let condition = NSCondition()
        // Guarded by `condition`.
        private var isReading: Bool
        private var lines: [String] = []

        init(isReading: Bool) { self.isReading = isReading }

        var all: [String] { condition.withLock { lines } }

        func begin() {
            condition.withLock {
                isReading = true
                condition.broadcast()
            }
        }

        func take(_ line: [UInt8]) {
            condition.lock()
            defer { condition.unlock() }
            while !isReading { condition.wait() }
            lines.append(String(decoding: line, as: UTF8.self))
        }
    }

    private func queue(_ reader: Reader, room: Int = LogBacklog.usualRoom) -> LogQueue {
        LogQueue(room: room, note: { Array("\($0) missing".utf8) }) { line in
            reader.take(line)
            return true
        }
    }

    @Test func neverWaitsForWhoeverReads() async throws {
        let reader = Reader(isReading: false)
        let queue = queue(reader, room: 7_000)
        // A queue that waited would not come to the end of this.
        for number in 0..<1_000 { queue.add(Array("\(number)".utf8), level: .info) }
        let counts = queue.status.counts
        #expect(counts.dropped > 800 && counts.waiting + counts.dropped == 1_000)
        reader.begin()
        await queue.close(within: .seconds(600))
        #expect(reader.all.contains("\(counts.dropped) missing"))
        #expect(reader.all.count == counts.waiting + 1)
    }

    @Test func writesWhatWaitsBeforeTheEnd() async throws {
        let reader = Reader(isReading: true)
        let queue = queue(reader)
        for number in 0..<1_000 { queue.add(Array("\(number)".utf8), level: .info) }
        await queue.close(within: .seconds(600))
        #expect(reader.all == (0..<1_000).map(String.init))
    }

    @Test func doesNotWaitForEverAtTheEnd() async throws {
        let reader = Reader(isReading: false)
        let queue = queue(reader)
        queue.add([65], level: .error)
        await queue.close(within: .milliseconds(10))
        #expect(reader.all == [] && queue.status.counts.waiting == 1)
        reader.begin()
    }

    @Test func saysThatNobodyReads() {
        var status = LogQueue.Status(counts: .init(waiting: 7, dropped: 3), stalled: .seconds(4))
        #expect(status.problem == nil)
        status.stalled = .seconds(60)
        #expect(status.problem?.contains("for 60 s: 7 lines wait, and 3 were dropped") == true)
    }
}
