import SystemPackage

/// Folders to sync because names changed in them. Those of one second are synced together.
///
/// A rename survives a power cut whole even without a sync: the file is in one folder or the other. If `done/` loses
/// it, it is in the inbox again and is recognised as a repeat. So the delay costs one more reading at most.
struct FolderSync {
    private static let delay = Duration.seconds(1)

    private(set) var due: ContinuousClock.Instant?
    private var folders: Set<FilePath> = []

    mutating func insert(_ folder: FilePath, at now: ContinuousClock.Instant) {
        folders.insert(folder)
        if due == nil { due = now + Self.delay }
    }

    func isDue(at now: ContinuousClock.Instant) -> Bool { due.map { $0 <= now } ?? false }

    mutating func take() -> Set<FilePath> {
        defer { self = FolderSync() }
        return folders
    }
}
