import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// The one place that owns signals. SIGHUP reads everything again; SIGTERM and SIGINT end `run`, and with it the group.
struct Signals: Service {
    let reload: @Sendable () async -> Void
    let stop: @Sendable () -> Void
    let logger: Logger

    /// To be called first thing: a signal that comes while the daemon starts must not end it half-way. (SIGTERM may.)
    static func ignoreHangups() {
        signal(SIGHUP, SIG_IGN)
        // A reader that goes away is an error of `write`, not the end.
        signal(SIGPIPE, SIG_IGN)
    }

    func run() async throws {
        for await signal in await UnixSignalsSequence(trapping: .sighup, .sigterm, .sigint).cancelOnGracefulShutdown() {
            logger.notice("signal", metadata: ["signal": "\(signal)"])
            guard signal == .sighup else { return stop() }
            await reload()
        }
    }
}
