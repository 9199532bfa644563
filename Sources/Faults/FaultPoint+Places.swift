/// All fault points, by room.
extension FaultPoint {
    package static let all = inbox + pipeline + journal + ledger + repair + [withinReopening]

    // MARK: The inbox

    /// The work on a file has ended; the file still lies in the inbox. Also an error: the move is refused.
    package static let beforeMove = FaultPoint("before-move")
    /// The JSON beside the file is in place, the file is not.
    package static let afterSidecar = FaultPoint("after-sidecar")
    /// Move to another file system: the copy is in place, and the original is still there.
    package static let afterCopy = FaultPoint("after-copy")
    /// The file is moved; the inbox knows nothing of it.
    package static let afterMove = FaultPoint("after-move")
    /// A file that was written to after the move is back in the inbox; the inbox does not know it yet.
    package static let afterReturn = FaultPoint("after-return")

    package static let inbox = [beforeMove, afterSidecar, afterCopy, afterMove, afterReturn]

    // MARK: The pipeline

    /// The attempt is counted; nothing else is done.
    package static let afterAttempt = FaultPoint("after-attempt")
    /// In the middle of an annotation.
    package static let withinAnnotation = FaultPoint("within-annotation")

    package static let pipeline = [afterAttempt, withinAnnotation]

    // MARK: The journal, in the order in which they are passed

    /// Room is reserved, nothing written.
    package static let beforeWrite = FaultPoint("before-write")
    /// Half a line is written.
    package static let withinLine = FaultPoint("within-line")
    /// Between two lines of one batch.
    package static let betweenLines = FaultPoint("between-lines")
    /// All lines of a batch are written, none is synced.
    package static let afterWrite = FaultPoint("after-write")
    /// Also an error: the disk refuses to sync.
    package static let beforeSync = FaultPoint("before-sync")
    /// The lines are on the disk; the ledger knows nothing of them.
    package static let afterSync = FaultPoint("after-sync")
    /// The ledger knows the lines; the worker does not know yet.
    package static let afterLedger = FaultPoint("after-ledger")

    package static let journal = [
        beforeWrite, withinLine, betweenLines, afterWrite, beforeSync, afterSync, afterLedger,
    ]

    /// Rotation has renamed the journal; the new one does not exist yet. Also an error.
    package static let withinReopening = FaultPoint("within-reopening")

    // MARK: The ledger

    /// A transaction is complete but not committed. Also an error.
    package static let withinTransaction = FaultPoint("within-transaction")
    /// A damaged ledger is moved aside, and the new one knows nothing.
    package static let beforeRebuilding = FaultPoint("before-rebuilding")
    /// A new ledger has read some journals, not all.
    package static let withinRebuilding = FaultPoint("within-rebuilding")

    package static let ledger = [withinTransaction, beforeRebuilding, withinRebuilding]

    // MARK: Repair of a torn journal

    /// The torn journal is renamed; its lines are not separated yet.
    package static let afterSettingAside = FaultPoint("after-setting-aside")
    /// The whole lines are copied, the rest is not. Also an error.
    package static let withinRepair = FaultPoint("within-repair")
    /// Both are copied; the torn journal still exists.
    package static let afterRepair = FaultPoint("after-repair")

    package static let repair = [afterSettingAside, withinRepair, afterRepair]
}
