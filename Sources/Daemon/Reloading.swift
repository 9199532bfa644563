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
        manager.reloading()
        board.enter(.reloading)
        await reopen()
        await rules.reload()
        await inbox.rescan()
        board.enter(.running)
        manager.ready("reloaded")
    }

    private func reopen() async {
        do {
            try await journal.reopen()
            board.trouble(.reopening, nil)
            logger.info("journal reopened", metadata: ["journal.path": "\(journal.configuration.path)"])
        } catch {
            board.trouble(.reopening, "The journal could not be opened anew, lines go on to the old file: \(error)")
            logger.error("journal not reopened", metadata: ["error": "\(error)"])
        }
    }
}
