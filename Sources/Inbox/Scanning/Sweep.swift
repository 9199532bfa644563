import SystemPackage

/// A walk through the inbox or one of its folders, some files at a time, with a look at each.
struct Sweep: ~Copyable {
    typealias Unreadable = (folder: InboxPath?, error: Errno)

    /// Folders that could not be read, nil for the inbox itself. The sweep is not complete then.
    private(set) var unreadable: [Unreadable] = []

    private let root: FilePath
    /// Yet to be read; nil is the inbox itself.
    private var folders: [InboxPath?]
    private var current: (InboxPath?)?
    private var directory: Directory?
    private var listing: Directory.Listing?

    init(_ root: FilePath, folder: InboxPath? = nil) {
        self.root = root
        folders = [folder]
    }

    /// About `limit` files, or nil at the end. Names that the inbox leaves alone are passed over.
    mutating func next(_ limit: Int) -> [(path: InboxPath, look: Look)]? {
        var found: [(path: InboxPath, look: Look)] = []
        while found.count < limit {
            if listing == nil {
                guard let folder = folders.popLast() else { return found.isEmpty ? nil : found }
                current = .some(folder)
                attempt { sweep throws(Errno) in try sweep.enter(folder) }
            } else {
                attempt { sweep throws(Errno) in try sweep.read(into: &found) }
            }
        }
        return found
    }

    private mutating func attempt(_ body: (inout Sweep) throws(Errno) -> Void) {
        do throws(Errno) {
            try body(&self)
        } catch {
            listing = nil
            directory = nil
            // A folder that went away between two calls is no trouble; without the inbox itself there is nothing.
            let isGone = error == .noSuchFileOrDirectory || error == .notDirectory
            let folder = current ?? nil
            if !isGone || folder == nil { unreadable.append((folder, error)) }
        }
    }

    private mutating func enter(_ folder: InboxPath?) throws(Errno) {
        let directory = try Directory.open(root).descend(folder?.components ?? [])
        listing = try Directory.Listing(directory)
        self.directory = consume directory
    }

    private mutating func read(into found: inout [(path: InboxPath, look: Look)]) throws(Errno) {
        guard let name = try listing?.next() else {
            listing = nil
            directory = nil
            return
        }
        guard !InboxPath.isIgnored(name: name) else { return }
        let path = InboxPath(in: current ?? nil, name: name)
        switch try directory?.look(name) {
        case .directory: folders.append(path)
        case .gone, nil: break
        case .some(let look): found.append((path, look))
        }
    }
}
