import Glibc
import SystemPackage

/// The right to write a journal, held until it is released or the process ends, however it ends.
///
/// The lock is on a file of its own beside the journal: the journal itself is renamed away by rotation, and a second
/// process would find an unlocked one in its place. The file stays; only the lock on it counts.
final class JournalLock: Sendable {
    private let file: OwnedDescriptor

    init(journal: FilePath) throws(JournalError) {
        let path = journal.appending(suffix: ".lock")
        do {
            file = try OwnedDescriptor(opening: path, .readWrite, .create, permissions: [.ownerReadWrite, .groupRead])
        } catch {
            throw .unavailable(path, "open", error)
        }
        guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
            let error = Errno(rawValue: errno)
            throw error == .wouldBlock ? .locked(journal) : .unavailable(path, "lock", error)
        }
    }

    /// Closing the file would not do: a child process that is just being started may hold it a moment longer.
    func release() { flock(file.rawValue, LOCK_UN) }
}
