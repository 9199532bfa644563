import Inbox
import ServiceLifecycle

/// Tells the service manager when the daemon is ready, how it is, and that it lives.
///
/// A sign of life is sent only when the inbox has answered and no worker hangs over a file: a timer alone would
/// vouch for a process that does nothing.
struct SystemdNotifier: Service {
    let manager: ServiceManager
    let inbox: Inbox
    let activity: Activity
    let board: StatusBoard

    func run() async throws {
        await cancelWhenGracefulShutdown { await notify() }
    }

    private func notify() async {
        await untilReady()
        guard !Task.isCancelled else { return }
        board.move(from: .starting, to: .running)
        var last = await line()
        manager.ready(last)
        while !Task.isCancelled {
            try? await Task.sleep(for: interval)
            let line = await line()
            if line != last { manager.status(line) }
            last = line
            vouch()
        }
    }

    /// Half of the watchdog's time, and often enough for the status to be of use.
    private var interval: Duration { min(manager.watchdog.map { $0 / 2 } ?? .seconds(5), .seconds(5)) }

    private func untilReady() async {
        while await !inbox.isReady {
            do { try await Task.sleep(for: .milliseconds(10)) } catch { return }
        }
    }

    private func vouch() {
        if let hanging = activity.hanging() {
            board.trouble(.watchdog, "A worker has been busy with one file for \(hanging.components.seconds) s.")
            return
        }
        board.trouble(.watchdog, nil)
        manager.alive()
    }

    private func line() async -> String {
        let counts = await inbox.counts
        return "\(counts.pending) pending, \(counts.working) in work, \(counts.done) done, \(counts.repeats) repeats, "
            + "\(counts.failed) failed"
    }
}
