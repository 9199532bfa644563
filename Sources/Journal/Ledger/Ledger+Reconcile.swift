import Faults
import GRDB
import Logging
import SystemPackage

extension Ledger {
    /// Brings ledger and journals together: closes a torn journal aside, takes down every line that the ledger lacks,
    /// whether a crash came between the journal and the ledger or there is no ledger at all, and finds out which lines
    /// the ledger knows and no journal has any more.
    ///
    /// Nobody may write the journal meanwhile.
    ///
    /// - Parameter rotated: the first line's hash of a journal that was renamed away whole a moment ago: its lines are kept,
    ///   wherever it is.
    /// - Returns: what people should be told of what was found.
    package func takeStock(rotated: UInt64? = nil) throws(JournalError) -> [String] {
        if let rotated { try transaction { try $0.closeJournal(head: rotated) } }
        let found = try? FileInfo(journal)
        return try repairJournal(found) + readJournals(found)
    }

    // MARK: Repair

    private func repairJournal(_ found: FileInfo?) throws(JournalError) -> [String] {
        let torn = TornJournal(journal: journal)
        do {
            if let found {
                guard found.isRegular, try torn.isPlausible() else { throw JournalError.foreign(journal) }
                switch try examine(torn) {
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

    /// For work that asks the ledger about each of many lines. What goes wrong with files is told as it is, and not as a
    /// trouble of the ledger's.
    private func inOneTransaction<Value>(_ body: (LedgerStore) throws -> Value) throws -> Value {
        let result: Result<Value, any Error> = try transaction { store in
            do {
                return .success(try body(store))
            } catch let error as DatabaseError {
                throw error
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Looks at the journal's end. Where that is not what the ledger knows, all of the journal is to be read again.
    private func examine(_ torn: TornJournal) throws -> TornJournal.State {
        let file = JournalReader(path: journal)
        // One that was emptied has no end: it is missed as a whole.
        guard file.size > 0 else { return .whole }
        doubtfulSince = try torn.timeOfEnd()
        let head = try file.head()
        guard let row = try transaction({ try $0.journal(head: head, inode: file.inode) }) else {
            return try torn.condition(known: 0) { _ in .unknown }.state
        }
        let condition = try inOneTransaction { store in
            try torn.condition(known: row.reconciled) { try store.standing(of: $0, in: row, head: head) }
        }
        if condition.isAltered {
            logger.warning("journal altered", metadata: ["journal.path": "\(journal)"])
            try transaction { _ = try $0.presumeLost(row.id, .cut) }
        }
        return condition.state
    }

    /// Parts whole lines from torn ones in what was set aside. Where that fails, above all for lack of room, the whole
    /// lines are read where they are, and the journal can begin anew all the same.
    private func part(_ torn: TornJournal) -> [String] {
        do {
            let aside = try inOneTransaction { store in
                try torn.finish { line, file, head in
                    guard let row = try store.journal(head: head, inode: file.inode) else { return .unknown }
                    return try store.standing(of: line, in: row, head: head)
                }
            }
            return aside.map { aside in
                logger.warning("torn journal closed aside", metadata: ["journal.path": "\(aside)"])
                return
                    "A torn journal was closed aside: its whole lines are in \(aside), the rest in \(aside).tail. What "
                    + "was torn is written again where its file is there; delete the rest when you have looked at it."
            }
        } catch {
            logger.error("torn journal not repaired", metadata: ["journal.path": "\(journal)", "error": "\(error)"])
            return ["A torn journal beside \(journal) could not be repaired (\(error)); the next start tries again."]
        }
    }
}
