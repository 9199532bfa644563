import Files
import SystemPackage

/// The right to write a journal.
///
/// The lock is on a file of its own beside the journal: the journal itself is renamed away by rotation, and a second
/// process would find an unlocked one in its place.
struct JournalLock {
    private let journal: FilePath
    private let file: LockFile

    /// - Parameter journal: without symbolic links, so that no two names of it are locked apart.
    init(journal: FilePath) throws(JournalError) {
        self.journal = journal
        let path = journal.appending(suffix: ".lock")
        do {
            file = try LockFile(path, namesHolder: false)
        } catch {
            throw JournalError(error, path, of: journal)
        }
    }

    /// Sees to it that the lock which others would ask for is the one that is held.
    ///
    /// - Throws: `.locked` where another process was faster.
    func renew() throws(JournalError) {
        do {
            try file.renew()
        } catch {
            throw JournalError(error, file.path, of: journal)
        }
    }

    func release() { file.release() }
}

extension JournalError {
    fileprivate init(_ failure: LockFile.Failure, _ lock: FilePath, of journal: FilePath) {
        self =
            switch failure {
            case .held: .locked(journal)
            case .closed(let error): .unavailable(lock, "open", error)
            case .unlockable(let error): .unavailable(lock, "lock", error)
            }
    }
}
