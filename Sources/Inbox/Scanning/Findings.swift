import Files
import SystemPackage

/// The folders that a walk through the inbox could not look into.
struct Findings: Sendable {
    /// How many folders are remembered by name.
    private static let most = 1000

    /// The first of the folders that could not be read, nil for the inbox itself.
    private(set) var unreadable: [(folder: RelativePath?, error: Errno)] = []
    private(set) var unreadableCount = 0
    /// The first of the folders that lie too deep, and how many there are.
    private(set) var tooDeep: RelativePath?
    private(set) var tooDeepCount = 0
    private var names: Set<RelativePath> = []

    mutating func cannotRead(_ folder: RelativePath?, _ error: Errno) {
        unreadableCount += 1
        guard unreadable.count < Self.most else { return }
        unreadable.append((folder, error))
        if let folder { names.insert(folder) }
    }

    mutating func isTooDeep(_ folder: RelativePath) {
        tooDeepCount += 1
        if tooDeep == nil { tooDeep = folder }
    }

    /// Whether the walk would have found a file of that path: false in unreadable folders.
    func covers(_ path: RelativePath) -> Bool {
        guard unreadableCount > 0 else { return true }
        // Not all names were remembered, or the inbox itself is among them: it could be anywhere.
        guard unreadableCount == names.count else { return false }
        var folder = path.parent
        while let above = folder {
            if names.contains(above) { return false }
            folder = above.parent
        }
        return true
    }
}
