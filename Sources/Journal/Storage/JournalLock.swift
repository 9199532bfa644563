import Glibc
import SystemPackage

/// The right to write a journal, held until the process ends, however it ends.
///
/// The lock is on a file of its own beside the journal: the journal itself is renamed away by rotation, and a second
/// process would find an unlocked one in its place. The file stays; only the lock on it counts.
final class JournalLock: Sendable {
    private let descriptor: FileDescriptor

    init(journal: FilePath) throws(JournalError) {
        let path = journal.appending(suffix: ".lock")
        do {
            descriptor = try FileDescriptor.open(
                path, .readWrite, options: [.create, .closeOnExec], permissions: [.ownerReadWrite, .groupRead])
        } catch {
            throw .unavailable(path, "open", error as? Errno ?? .ioError)
        }
        guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else {
            let error = Errno(rawValue: errno)
            try? descriptor.close()
            throw error == .wouldBlock ? .locked(journal) : .unavailable(path, "lock", error)
        }
    }

    deinit { try? descriptor.close() }
}
