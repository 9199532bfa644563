import Files
import Logging
import SystemPackage

/// The folder that is the inbox. Every call blocks.
struct InboxFolder: Sendable {
    let root: FilePath
    /// Nil where no other daemon can use the inbox.
    let lock: FolderLock?
    let logger: Logger

    /// Locks the folder that the path leads to now.
    func claim() -> FolderState {
        switch lock?.claim() {
        case nil: .usable
        case .held: lock?.isUnmounted == true ? .unmounted : .usable
        case .taken(let holder): .taken(by: holder)
        case .missing(let error): .unreadable(error)
        }
    }

    /// Whether the path leads to the folder that was locked, and not to what lies below a disk that was taken away: what is put
    /// there is hidden as soon as the disk is back.
    var isThere: Bool { lock.map { $0.isHeld && !$0.isUnmounted } ?? true }

    /// Nil if the look fails, or if the path no longer leads to the locked folder.
    func look(at path: RelativePath) -> Look? {
        if lock?.isHeld == false { return nil }
        do throws(Errno) {
            return try RootedPath(root: root, path: path).look()
        } catch {
            logger.warning("Cannot look at file", metadata: ["file.path": "\(path)", "error": "\(error)"])
            return nil
        }
    }
}
