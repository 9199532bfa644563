import Inbox
import Journal
import Logging

/// What SIGHUP does: opens the journal anew for logrotate, reads the rules again, looks through the inbox.
struct Reloading: Sendable {
    let journal: Journal
    let rules: RuleReloader
    let inbox: Inbox
    let board: StatusBoard
    let manager: ServiceManager
    let logger: Logger

    func carryOut() async {
        // Before it is ready there is nothing to be told, and `READY=1` would be too early.
        let isRunning = board.move(from: .running, to: .reloading)
        if isRunning { manager.reloading() }
        await reopen()
        await rules.reload()
        await inbox.rescan()
        if isRunning, board.move(from: .reloading, to: .running) { manager.reloaded() }
    }

    private func reopen() async {
        do {
            try await journal.reopen()
            board.trouble(.reopening, nil)
            logger.info("journal reopened", metadata: ["journal.path": "\(journal.configuration.path)"])
        } catch {
            board.trouble(.reopening, "The journal could not be reopened, so lines still go to the old file: \(error)")
            logger.error("journal not reopened", metadata: ["error": "\(error)"])
        }
    }
}
