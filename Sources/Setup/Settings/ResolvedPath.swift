import Files
import SystemPackage

/// Where a path leads, so that two can be compared: by what is there, not by how it is spelled. Links, hard links and
/// bind mounts lead several names to one place.
struct ResolvedPath {
    /// Without links, as far as something is there.
    let path: FilePath
    private let own: FileIdentity?
    /// Of the folders above it, the nearest first.
    private let above: [FileIdentity]

    /// - Parameter path: Absolute. There need not be anything yet.
    init(_ path: FilePath) {
        self.path = Self.resolved(path, links: Self.mostLinks)
        own = Self.identity(self.path)
        var (folder, above) = (self.path, [FileIdentity]())
        while folder.removeLastComponent() {
            if let identity = Self.identity(folder) { above.append(identity) }
        }
        self.above = above
    }

    func isSame(as other: ResolvedPath) -> Bool { path == other.path || (own != nil && own == other.own) }

    /// Whether it is below a folder, at any depth.
    func isWithin(_ folder: ResolvedPath) -> Bool {
        if let identity = folder.own { return above.contains(identity) }
        return path != folder.path && path.starts(with: folder.path)
    }

    /// As the kernel bounds them.
    private static let mostLinks = 40

    private static func resolved(_ path: FilePath, links: Int) -> FilePath {
        if let real = path.realPath { return real }
        guard let last = path.lastComponent, links > 0 else { return path }
        let named = resolved(path.removingLastComponent(), links: links).appending(last)
        // A link that leads to nothing yet: a file that is made by its name comes to lie where it leads.
        guard let target = named.linkTarget else { return named }
        return resolved(named.removingLastComponent().pushing(target), links: links - 1)
    }

    private static func identity(_ path: FilePath) -> FileIdentity? { try? FileStatus(path).identity }
}
