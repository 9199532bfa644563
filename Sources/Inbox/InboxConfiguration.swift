package import SystemPackage

/// Where the inbox is and how it is kept. Durations are monotonic time.
package struct InboxConfiguration: Sendable {
    package var inbox: FilePath
    /// Gets `YYYY-MM-DD/` folders, dated in UTC. By default the inbox's sibling of that name.
    package var done: FilePath
    package var failed: FilePath
    /// What becomes of a finished file.
    package var after: After = .move
    /// How long a file must stay unchanged before it is taken, if nobody announced it as complete.
    package var settleTime: Duration = .seconds(2)
    /// The same for a file that was created and not closed: its writer may be stalled. A file with several names was
    /// linked in, not created here, so `settleTime` holds.
    package var unclosedSettleTime: Duration = .seconds(20)
    /// The longest time between two scans.
    package var rescanInterval: Duration = .seconds(60)
    /// The same while the watcher misses files.
    package var degradedRescanInterval: Duration = .seconds(5)
    /// Bytes; larger files go to `failed/` unread.
    package var maximumSize: Int64 = 64 << 20
    /// Bytes: a file of this size or smaller may pass larger ones that came earlier. News articles have some thousands.
    /// The model reads this many in about half a second, which is as long as one that passes can delay a large one.
    package var smallSize: Int64 = 64 << 10
    /// How long a file that may not be read is tried again before it goes to `failed/`.
    package var permissionWindow: Duration = .seconds(180)
    /// How many files are held in memory, stuck ones aside. A later scan finds the rest.
    package var heldLimit = 16_384
    /// Files that are left alone.
    package var spared = SparedNames()
    /// Folders of `done/` older than this are removed; nil keeps them.
    package var keepDone: Duration?
    /// Mode of folders that are made, before the umask.
    package var folderMode: FilePermissions = [.ownerReadWriteExecute, .groupReadWriteExecute]

    package enum After: String, Sendable, CaseIterable {
        case move, keep, delete
    }

    package init(inbox: FilePath, done: FilePath? = nil, failed: FilePath? = nil) {
        let inbox = inbox.lexicallyNormalized()
        self.inbox = inbox
        let siblings = inbox.removingLastComponent()
        self.done = done ?? siblings.appending("done")
        self.failed = failed ?? siblings.appending("failed")
    }
}
