import SystemPackage

/// Folders in which names changed and that are to be synced, all that came together in a second at once.
///
/// A rename is whole after a power cut with or without it: a file is in one folder or in the other. What was lost of
/// `done/` is found in the inbox again and known as a repeat; so the delay costs nothing but that.
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
