package import Files
import Glibc
package import SystemPackage

/// Puts files from `failed/` back into the inbox, once their cause is mended. Works with or without a daemon.
package enum FailedFiles {
    package struct Entry: Sendable, Equatable {
        /// In `failed/`.
        package var file: FilePath
        /// In the inbox: where it came from.
        package var path: RelativePath
        /// Nil if there is no readable note beside it.
        package var note: FailureNote?
    }

    /// What lies in `failed/`, sorted by path.
    package static func list(_ configuration: InboxConfiguration) throws(InboxError) -> [Entry] {
        try FailedFolder(configuration.failed).files.map(\.entry)
    }

    /// Moves files back to where they were in the inbox and removes the JSON beside them.
    ///
    /// - Parameter patterns: shell patterns, matched against the path in the inbox and against the name alone; none
    ///   means all files.
    /// - Returns: what was put back, with its path in the inbox: a new name if the old one is taken.
    package static func putBack(
        _ configuration: InboxConfiguration, matching patterns: [String] = []
    ) throws(InboxError) -> [Entry] {
        let archive = Archive(configuration: configuration, wallClock: Inbox.systemTime)
        let folder = try FailedFolder(configuration.failed)
        folder.removeStrayNotes()
        var entries: [Entry] = []
        for (place, entry) in folder.files where matches(entry.path, patterns) {
            do throws(Errno) {
                var entry = entry
                let sidecar = entry.note == nil ? nil : Sidecar.failure
                entry.path = try archive.putBack(place, as: entry.path, sidecar: sidecar)
                entries.append(entry)
            } catch {
                throw InboxError(
                    .move, "\(entry.file.printed) cannot be moved back to \(configuration.inbox.printed)", cause: error)
            }
        }
        return entries
    }

    private static func matches(_ path: RelativePath, _ patterns: [String]) -> Bool {
        let names = [path.printed, RelativePath.printed(Array(path.name))]
        return patterns.isEmpty
            || patterns.contains { pattern in
                names.contains { name in unsafe fnmatch(pattern, name, 0) == 0 }
            }
    }
}

/// The files of `failed/`, without the notes beside them.
private struct FailedFolder {
    private(set) var files: [(place: RootedPath, entry: FailedFiles.Entry)] = []
    /// Notes without a file: a crash came between writing the note and moving its file, which then went through the
    /// inbox again.
    private var strayNotes: [RootedPath] = []

    init(_ root: FilePath) throws(InboxError) {
        var sweep = Sweep(root)
        var paths: Set<RelativePath> = []
        while let found = sweep.next(1000) { paths.formUnion(found.map(\.path)) }
        if let (folder, error) = sweep.findings.unreadable.first {
            let path = folder.map(root.appending) ?? root
            throw InboxError(.folder, "The folder \(path.printed) cannot be read", cause: error)
        }
        for path in paths.sorted() { add(RootedPath(root: root, path: path), among: paths) }
    }

    func removeStrayNotes() {
        for place in strayNotes { try? Directory.open(place.root).parent(of: place.path).remove(place.path.name) }
    }

    private mutating func add(_ place: RootedPath, among paths: Set<RelativePath>) {
        let ending = Sidecar.failure
        let note = Self.note(place.path.renamed(place.path.name + ending), in: place.root)
        if note == nil && place.path.name.suffix(ending.count).elementsEqual(ending) {
            if RelativePath(place.path.bytes.dropLast(ending.count)).map(paths.contains) == true { return }
            if Self.note(place.path, in: place.root) != nil { return strayNotes.append(place) }
        }
        let original = note.flatMap { RelativePath(printed: $0.path) } ?? place.path
        files.append((place, FailedFiles.Entry(file: place.filePath, path: original, note: note)))
    }

    private static func note(_ path: RelativePath, in root: FilePath) -> FailureNote? {
        guard case .file(let stamp)? = try? RootedPath(root: root, path: path).look() else { return nil }
        let file = Arrival(path: path, root: root, stamp: stamp, ticket: 0, noticed: .now)
        guard let contents = try? file.read(maximum: 1 << 20) else { return nil }
        return try? FailureNote(decoding: contents.bytes)
    }
}
