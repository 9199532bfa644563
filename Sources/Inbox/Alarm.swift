import Synchronization

/// A sleep that others can end.
final class Alarm: Sendable {
    private let sleeper = Mutex<Task<Void, Never>?>(nil)

    /// Until then, until it rings, or until the task is cancelled.
    func sleep(until deadline: ContinuousClock.Instant) async {
        // A task of its own only so that `ring` can end it.
        let sleep = Task { _ = try? await Task.sleep(until: deadline, clock: .continuous) }
        sleeper.withLock { $0 = sleep }
        await withTaskCancellationHandler {
            await sleep.value
        } onCancel: {
            sleep.cancel()
        }
    }

    /// Wakes whoever sleeps now.
    func ring() { sleeper.withLock { $0?.cancel() } }
}
