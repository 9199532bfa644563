import SystemPackage

/// What a walk through the inbox could not see.
struct Findings: Sendable {
    /// How many folders are told by name.
    private static let most = 1000

    /// The first of the folders that could not be read, nil for the inbox itself.
    private(set) var unreadable: [(folder: InboxPath?, error: Errno)] = []
    private(set) var unreadableCount = 0
    /// The first of the folders that lie too deep, and how many there are.
    private(set) var tooDeep: InboxPath?
    private(set) var tooDeepCount = 0
    private var names: Set<InboxPath> = []

    mutating func cannotRead(_ folder: InboxPath?, _ error: Errno) {
        unreadableCount += 1
        guard unreadable.count < Self.most else { return }
        unreadable.append((folder, error))
        if let folder { names.insert(folder) }
    }

    mutating func isTooDeep(_ folder: InboxPath) {
        tooDeepCount += 1
        if tooDeep == nil { tooDeep = folder }
    }

    /// Whether a file of that path would have been found: it does not lie where nothing could be read.
    func covers(_ path: InboxPath) -> Bool {
        guard unreadableCount > 0 else { return true }
        // With that many nobody keeps count, and the inbox itself may be among them.
        guard unreadableCount == names.count else { return false }
        var folder = path.parent
        while let above = folder {
            if names.contains(above) { return false }
            folder = above.parent
        }
        return true
    }
}
