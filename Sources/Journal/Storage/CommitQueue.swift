import Synchronization

/// Where entries wait for the journal's one writer.
///
/// An entry is its committer's to take back, by cancelling, until the writer has room for it.
final class CommitQueue: Sendable {
    struct Waiting {
        fileprivate var ticket: UInt64
        var entry: Entry
        var continuation: CheckedContinuation<CommitOutcome, any Error>
    }

    typealias Reopening = CheckedContinuation<Void, any Error>

    private struct State {
        var waiting: [Waiting] = []
        var reopenings: [Reopening] = []
        var wantsLook = false
        var nextTicket: UInt64 = 0
        /// Tickets of the entries that the writer took, and of those among them whose tasks were cancelled since.
        var taken: Set<UInt64> = []
        var leaving: Set<UInt64> = []
        /// The error for whoever comes after the end.
        var end: JournalError?
        /// The writer, when it has nothing to do.
        var writer: CheckedContinuation<Void, Never>?

        mutating func wake() {
            writer?.resume()
            writer = nil
        }
    }

    private let state = Mutex(State())

    // MARK: The committers' side

    /// Waits until the entry is written, or until the task is cancelled before the writer has begun with it.
    func commit(_ entry: Entry) async throws -> CommitOutcome {
        let ticket = state.withLock { state in
            defer { state.nextTicket += 1 }
            return state.nextTicket
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { state in
                    // The handler may have run before this; if it runs later, it waits for the lock and finds the entry.
                    if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
                    if let end = state.end { return continuation.resume(throwing: end) }
                    state.waiting.append(Waiting(ticket: ticket, entry: entry, continuation: continuation))
                    state.wake()
                }
            }
        } onCancel: {
            state.withLock { state in
                if let index = state.waiting.firstIndex(where: { $0.ticket == ticket }) {
                    state.waiting.remove(at: index).continuation.resume(throwing: CancellationError())
                } else if state.taken.contains(ticket) {
                    state.leaving.insert(ticket)
                }
            }
        }
    }

    func reopen() async throws {
        try await withCheckedThrowingContinuation { (continuation: Reopening) in
            state.withLock { state in
                if let end = state.end { return continuation.resume(throwing: end) }
                state.reopenings.append(continuation)
                state.wake()
            }
        }
    }

    /// Has the writer look after the file, should it have nothing else to do.
    func look() {
        state.withLock { state in
            state.wantsLook = true
            state.wake()
        }
    }

    var count: Int { state.withLock { $0.waiting.count } }

    /// Lets in nobody more; what waits is still the writer's.
    func finish(_ end: JournalError) {
        state.withLock { state in
            state.end = state.end ?? end
            state.wake()
        }
    }

    var isFinished: Bool { state.withLock { $0.end != nil } }

    // MARK: The writer's side

    /// Waits until there is something to do.
    ///
    /// - Returns: false when the queue is finished and empty.
    func somethingToDo() async -> Bool {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                let isIdle =
                    state.waiting.isEmpty && state.reopenings.isEmpty && !state.wantsLook && state.end == nil
                if isIdle { state.writer = continuation } else { continuation.resume() }
            }
        }
        return state.withLock { !$0.waiting.isEmpty || !$0.reopenings.isEmpty || $0.end == nil }
    }

    func takeReopenings() -> [Reopening] {
        state.withLock { state in
            defer { state.reopenings = [] }
            return state.reopenings
        }
    }

    func takeLook() -> Bool {
        state.withLock { state in
            defer { state.wantsLook = false }
            return state.wantsLook
        }
    }

    /// Takes the next batch. If nothing was begun with it, it can be put back.
    func take(_ limit: BatchLimit) -> [Waiting] {
        state.withLock { state in
            let count = limit.count(of: state.waiting)
            let batch = Array(state.waiting.prefix(count))
            state.waiting.removeFirst(count)
            state.taken = Set(batch.map(\.ticket))
            state.leaving = []
            return batch
        }
    }

    /// Puts the batch back where it was, but for the entries whose tasks were cancelled meanwhile.
    func putBack(_ batch: [Waiting]) {
        state.withLock { state in
            for item in batch where state.leaving.contains(item.ticket) {
                item.continuation.resume(throwing: CancellationError())
            }
            state.waiting.insert(contentsOf: batch.filter { !state.leaving.contains($0.ticket) }, at: 0)
            state.taken = []
        }
    }

    /// Sends everybody away.
    func abandon(_ error: any Error) {
        let (waiting, reopenings) = state.withLock { state in
            defer { (state.waiting, state.reopenings) = ([], []) }
            return (state.waiting, state.reopenings)
        }
        for item in waiting { item.continuation.resume(throwing: error) }
        for item in reopenings { item.resume(throwing: error) }
    }
}

/// How much one batch may hold.
struct BatchLimit {
    var entries: Int
    var bytes: Int

    static let normal = BatchLimit(entries: 256, bytes: 4 << 20)
    /// While room is short: whatever fits goes first.
    static let single = BatchLimit(entries: 1, bytes: 0)

    /// How many of the first entries make a batch: one at least, where there is one.
    func count(of waiting: [CommitQueue.Waiting]) -> Int {
        var bytes = 0
        for (index, item) in waiting.prefix(entries).enumerated() {
            bytes += item.entry.byteCount
            if bytes > self.bytes { return max(index, 1) }
        }
        return min(waiting.count, entries)
    }
}
