import Files
import SystemPackage

/// A walk through the inbox or one of its folders, some entries at a time; each is looked at.
///
/// A folder is opened from its parent, which stays open while more of its folders are to come. So an entry costs the
/// same however deep it lies, and there are at most two more open descriptors than nested folders.
struct Sweep: ~Copyable {
    /// Not Sendable: the descriptors belong to the walk.
    private final class Folder {
        let directory: Directory
        /// Nil for the root.
        let path: RelativePath?
        let depth: Int

        init(_ directory: consuming Directory, _ path: RelativePath?, depth: Int) {
            self.directory = directory
            self.path = path
            self.depth = depth
        }
    }

    private enum Step {
        /// The folder to begin with, nil for the root.
        case first(RelativePath?)
        case inner(RelativePath, of: Folder)

        var path: RelativePath? {
            switch self {
            case .first(let path): path
            case .inner(let path, _): path
            }
        }
    }

    /// What could not be seen so far.
    private(set) var findings = Findings()

    private let root: FilePath
    private let names: SparedNames
    private let deepest: Int
    /// Folders yet to be read, the next one last.
    private var steps: [Step]
    private var current: Folder?
    private var listing: Directory.Listing?

    /// - Parameters:
    ///   - names: What is passed over.
    ///   - deepest: How many folders may lie within one another below the root; what lies deeper is not looked at.
    init(
        _ root: FilePath, folder: RelativePath? = nil, sparing names: SparedNames = SparedNames(),
        deepest: Int = RelativePath.deepest
    ) {
        self.root = root
        self.names = names
        self.deepest = deepest
        steps = [.first(folder)]
    }

    /// What is found among the next `limit` entries, which may be nothing; nil at the end.
    mutating func next(_ limit: Int) -> [(path: RelativePath, look: Look)]? {
        var found: [(path: RelativePath, look: Look)] = []
        for _ in 0..<limit {
            if let folder = current {
                attempt(folder.path) { sweep throws(Errno) in try sweep.read(folder, into: &found) }
            } else {
                guard let step = steps.popLast() else { return found.isEmpty ? nil : found }
                attempt(step.path) { sweep throws(Errno) in try sweep.enter(step) }
            }
        }
        return found
    }

    private mutating func attempt(_ folder: RelativePath?, _ body: (inout Sweep) throws(Errno) -> Void) {
        do throws(Errno) {
            try body(&self)
        } catch {
            leave()
            // A folder that vanished between two calls is no trouble, unless it is the root.
            let isGone = error == .noSuchFileOrDirectory || error == .notDirectory
            if !isGone || folder == nil { findings.cannotRead(folder, error) }
        }
    }

    private mutating func enter(_ step: Step) throws(Errno) {
        let folder: Folder
        switch step {
        case .first(let path):
            let names = path?.components ?? []
            folder = Folder(try Directory.open(root).descend(names), path, depth: names.count)
        case .inner(let path, let above):
            folder = Folder(try above.directory.enter(path.name), path, depth: above.depth + 1)
        }
        listing = try Directory.Listing(folder.directory)
        current = folder
    }

    private mutating func leave() {
        listing = nil
        current = nil
    }

    private mutating func read(_ folder: Folder, into found: inout [(path: RelativePath, look: Look)]) throws(Errno) {
        guard let name = try listing?.next() else { return leave() }
        guard !names.spare(name: name) else { return }
        let path = RelativePath(in: folder.path, name: name)
        switch try folder.directory.look(name) {
        case .directory where folder.depth >= deepest: findings.isTooDeep(path)
        case .directory: steps.append(.inner(path, of: folder))
        case .gone: break
        case let look: found.append((path, look))
        }
    }
}
