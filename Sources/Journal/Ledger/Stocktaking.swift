import Faults
import Files
import GRDB
import Logging
import Records
import SystemPackage

/// Brings ledger and journals together: see `Ledger.takeStock`. Every call blocks.
struct Stocktaking {
    let database: LedgerDatabase
    let journal: FilePath
    let logger: Logger
    let reportProgress: ((StocktakingProgress) -> Void)?

    init(
        _ database: LedgerDatabase, journal: FilePath, _ logger: Logger, report: ((StocktakingProgress) -> Void)?
    ) {
        self.database = database
        self.journal = journal
        self.logger = logger
        reportProgress = report
    }

    /// - Parameter doubtfulSince: the ledger's; updated from the journal's end.
    /// - Returns: notices for people.
    func run(rotated: UInt64?, doubtfulSince: inout Timestamp?) throws(JournalError) -> [String] {
        if let rotated { try database.transaction { try $0.closeJournal(head: rotated) } }
        let found = try? FileStatus(journal)
        return try repairJournal(found, &doubtfulSince) + readJournals(found)
    }

    // MARK: Repair

    private func repairJournal(
        _ found: FileStatus?, _ doubtfulSince: inout Timestamp?
    ) throws(JournalError) -> [String] {
        let torn = TornJournal(journal: journal)
        do {
            if let found {
                guard found.kind == .file, try torn.isPlausible() else { throw JournalError.foreign(journal) }
                switch try examine(torn, &doubtfulSince) {
                case .whole: break
                case .lacksNewline: try torn.endLine()
                case .torn: try torn.setAside(at: .now)
                }
            }
        } catch {
            throw (error as? JournalError) ?? .unavailable(journal, "read", error as? Errno ?? .ioError)
        }
        return part(torn)
    }

    /// Looks at the journal's end. If it differs from what the ledger knows, the whole journal is read again.
    private func examine(_ torn: TornJournal, _ doubtfulSince: inout Timestamp?) throws -> TornJournal.State {
        let file = JournalReader(path: journal)
        // An emptied journal has no end: all of it is missed.
        guard file.size > 0 else { return .whole }
        doubtfulSince = try torn.timeOfEnd()
        let head = try file.head()
        guard let row = try database.transaction({ try $0.journal(head: head, inode: file.inode) }) else {
            return try torn.condition(known: 0) { _ in .unknown }.state
        }
        let condition = try database.oneTransaction { store in
            try torn.condition(known: row.reconciled) { try store.standing(of: $0, in: row, head: head) }
        }
        if condition.isAltered {
            logger.warning("journal altered", metadata: ["journal.path": "\(journal)"])
            try database.transaction { _ = try $0.presumeLost(row.id, .cut) }
        }
        return condition.state
    }

    /// Separates whole lines from torn ones in a journal that was set aside. If that fails, mostly for lack of room,
    /// the whole lines are read where they are, and a new journal begins all the same.
    private func part(_ torn: TornJournal) -> [String] {
        do {
            let aside = try database.oneTransaction { store in
                try torn.finish { line, file, head in
                    guard let row = try store.journal(head: head, inode: file.inode) else { return .unknown }
                    return try store.standing(of: line, in: row, head: head)
                }
            }
            return aside.map { aside in
                logger.warning("torn journal closed aside", metadata: ["journal.path": "\(aside)"])
                return
                    "A torn journal was closed aside: its whole lines are in \(aside), the torn end in \(aside).tail. The torn "
                    + "article is written again if its file is still there. Look at the end, then delete it."
            }
        } catch {
            logger.error("torn journal not repaired", metadata: ["journal.path": "\(journal)", "error": "\(error)"])
            return ["A torn journal beside \(journal) could not be repaired (\(error)); the next start tries again."]
        }
    }
}
