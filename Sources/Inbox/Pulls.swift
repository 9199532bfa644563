import ServiceLifecycle
import Synchronization

/// Workers that wait for an arrival, first come, first served.
///
/// Guarded by a lock, not by the inbox's actor, so that a worker that is cancelled or shut down leaves at once.
final class Pulls: Sendable {
    private struct State {
        var waiting: [(id: Int, continuation: CheckedContinuation<Arrival?, Never>)] = []
        var gone: Set<Int> = []
        var lastID = 0
        var isClosed = false
    }

    private let state = Mutex(State())

    var isClosed: Bool { state.withLock { $0.isClosed } }

    var hasWaiting: Bool { state.withLock { !$0.waiting.isEmpty } }

    /// Waits for an arrival. Nil if this task is cancelled or shuts down, or the inbox is closed. Registers before it
    /// first suspends.
    nonisolated(nonsending) func wait() async -> Arrival? {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        return await withTaskCancellationOrGracefulShutdownHandler {
            await withCheckedContinuation { enter(id, $0) }
        } onCancelOrGracefulShutdown: {
            self.leave(id)
        }
    }

    /// - Returns: whether somebody took it.
    func give(_ arrival: Arrival) -> Bool {
        let first = state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
        first?.continuation.resume(returning: arrival)
        return first != nil
    }

    /// Sends all workers away, later ones too.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for worker in waiting { worker.continuation.resume(returning: nil) }
    }

    private func enter(_ id: Int, _ continuation: CheckedContinuation<Arrival?, Never>) {
        let stays = state.withLock { state in
            if state.isClosed || state.gone.remove(id) != nil { return false }
            state.waiting.append((id, continuation))
            return true
        }
        if !stays { continuation.resume(returning: nil) }
    }

    /// May come before the worker has entered, or after it got something, or twice.
    private func leave(_ id: Int) {
        let continuation = state.withLock { state -> CheckedContinuation<Arrival?, Never>? in
            guard let index = state.waiting.firstIndex(where: { $0.id == id }) else {
                state.gone.insert(id)
                return nil
            }
            return state.waiting.remove(at: index).continuation
        }
        continuation?.resume(returning: nil)
    }
}
