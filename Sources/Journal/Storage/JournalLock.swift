import Glibc
import SystemPackage

/// The right to write a journal, held until it is released or the process ends, however it ends.
///
/// The lock is on a file of its own beside the journal: the journal itself is renamed away by rotation, and a second
/// process would find an unlocked one in its place. The file stays; only the lock on it counts. Whoever deletes it, or the
/// folder with it, lets a second process lock another one of that name: `renew` notices.
final class JournalLock {
    private let journal: FilePath
    private var file: OwnedDescriptor

    /// - Parameter journal: without symbolic links, so that no two names of it are locked apart.
    init(journal: FilePath) throws(JournalError) {
        self.journal = journal
        file = try Self.take(journal)
    }

    /// Sees to it that the lock which others would ask for is the one that is held.
    ///
    /// - Throws: `.locked` where another process was faster.
    func renew() throws(JournalError) {
        let path = Self.path(journal)
        if let there = try? FileInfo(path).identity, let held = try? FileInfo(file).identity, there == held { return }
        file = try Self.take(journal)
    }

    /// Closing the file would not do: a child process that is just being started may hold it a moment longer.
    func release() { flock(file.rawValue, LOCK_UN) }

    private static func path(_ journal: FilePath) -> FilePath { journal.appending(suffix: ".lock") }

    private static func take(_ journal: FilePath) throws(JournalError) -> OwnedDescriptor {
        let path = path(journal)
        let file: OwnedDescriptor
        do {
            file = try OwnedDescriptor(opening: path, .readWrite, .create, permissions: [.ownerReadWrite, .groupRead])
        } catch {
            throw .unavailable(path, "open", error)
        }
        guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
            let error = Errno(rawValue: errno)
            throw error == .wouldBlock ? .locked(journal) : .unavailable(path, "lock", error)
        }
        return file
    }
}
