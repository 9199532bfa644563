import Executors
import Files
import Foundation
package import Logging

/// The way of all log lines out of the process: whoever logs leaves a line here and goes on, and a thread of its own writes
/// it. A reader that stalls costs lines, which are counted, and never work.
package final class LogQueue: @unchecked Sendable {
    private let condition = NSCondition()
    // Guarded by `condition`.
    private var backlog: LogBacklog
    /// When the line that is being written was taken.
    private var writingSince: ContinuousClock.Instant?
    private var isClosed = false
    private let write: @Sendable ([UInt8]) -> Bool

    /// - Parameters:
    ///   - note: Gives the line that says how many are missing.
    ///   - write: May block. False where the line is lost.
    package init(
        room: Int = LogBacklog.usualRoom, note: @escaping @Sendable (Int) -> [UInt8],
        write: @escaping @Sendable ([UInt8]) -> Bool
    ) {
        backlog = LogBacklog(room: room, note: note)
        self.write = write
        let thread = Thread { self.run() }
        thread.name = "log"
        thread.start()
    }

    /// Never waits for the reader of the log.
    package func add(_ line: [UInt8], level: Logger.Level) {
        condition.lock()
        backlog.add(line, isUrgent: level >= .warning)
        condition.broadcast()
        condition.unlock()
    }

    /// Ends the thread when all is written.
    ///
    /// - Parameter limit: How long that may take; what is not written by then is lost.
    package func close(within limit: Duration) async {
        try? await onThread("end of log") { [self] in waitForEnd(until: .now + limit.seconds) }
    }

    private func waitForEnd(until end: Date) {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        condition.broadcast()
        while backlog.counts.waiting > 0, condition.wait(until: end) {}
    }

    private func run() {
        while let line = next() {
            let wasRead = write(line.bytes)
            condition.lock()
            backlog.written(line, wasRead: wasRead)
            writingSince = nil
            condition.broadcast()
            condition.unlock()
            // On a full disk, say, the next one fares no better at once.
            if !wasRead { Thread.sleep(forTimeInterval: Self.pause) }
        }
    }

    /// In seconds.
    private static let pause = 1.0

    private func next() -> LogBacklog.Line? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let line = backlog.take() {
                writingSince = .now
                return line
            }
            if isClosed { return nil }
            condition.wait()
        }
    }
}

extension LogQueue {
    /// How the log goes.
    struct Status: Sendable, Equatable {
        var counts = LogBacklog.Counts()
        /// For how long nobody has taken the line that is being written.
        var stalled = Duration.zero
    }

    var status: Status {
        condition.lock()
        defer { condition.unlock() }
        return Status(counts: backlog.counts, stalled: writingSince.map { .now - $0 } ?? .zero)
    }
}

extension LogQueue.Status {
    /// A reader may be busy for a moment.
    private static let patience = Duration.seconds(5)

    /// A sentence for the status; nil where all is well.
    var problem: String? {
        guard stalled >= Self.patience else { return nil }
        return "Nobody has read the log for \(stalled.components.seconds) s: \(counts.waiting) lines wait, and "
            + "\(counts.dropped) were dropped. The work goes on. Look at what reads the daemon's standard error."
    }
}
