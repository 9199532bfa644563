import Logging
import SystemPackage

/// The inbox's folder, as far as this daemon may look into it. Every call blocks.
struct InboxFolder: Sendable {
    let root: FilePath
    /// Nil where nobody else can come to the inbox.
    let lock: FolderLock?
    let logger: Logger

    /// Takes the lock of the folder that the path leads to now.
    func claim() -> FolderState {
        switch lock?.claim() {
        case nil: .usable
        case .held: lock?.isUnmounted == true ? .unmounted : .usable
        case .taken(let holder): .taken(by: holder)
        case .missing(let error): .unreadable(error)
        }
    }

    /// Nil if it cannot be said, or if the path leads to another folder than the one that is locked.
    func look(at path: InboxPath) -> Look? {
        if lock?.isHeld == false { return nil }
        do throws(Errno) {
            return try RootedPath(root: root, path: path).look()
        } catch {
            logger.warning("Cannot look at file", metadata: ["file.path": "\(path)", "error": "\(error)"])
            return nil
        }
    }
}
