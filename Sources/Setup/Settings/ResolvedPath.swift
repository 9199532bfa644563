import Foundation
import SystemPackage

/// Where a path leads, so that two can be compared: by what is there, not by how it is spelled. Links, hard links and
/// bind mounts lead several names to one place.
struct ResolvedPath {
    /// Without links, as far as something is there.
    let path: FilePath
    private let own: Identity?
    /// Of the folders above it, the nearest first.
    private let above: [Identity]

    private struct Identity: Equatable {
        var device: dev_t
        var inode: ino_t

        init?(_ path: FilePath) {
            var status = stat()
            guard unsafe path.withPlatformString({ unsafe stat($0, &status) }) == 0 else { return nil }
            (device, inode) = (status.st_dev, status.st_ino)
        }
    }

    /// - Parameter path: Absolute. There need not be anything yet.
    init(_ path: FilePath) {
        self.path = Self.resolved(path, links: Self.mostLinks)
        own = Identity(self.path)
        var (folder, above) = (self.path, [Identity]())
        while folder.removeLastComponent() {
            if let identity = Identity(folder) { above.append(identity) }
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
        if let real = real(path) { return real }
        guard let last = path.lastComponent, links > 0 else { return path }
        let named = resolved(path.removingLastComponent(), links: links).appending(last)
        // A link that leads to nothing yet: a file that is made by its name comes to lie where it leads.
        guard let target = target(of: named) else { return named }
        return resolved(named.removingLastComponent().pushing(target), links: links - 1)
    }

    private static func real(_ path: FilePath) -> FilePath? {
        guard let real = unsafe path.withPlatformString({ unsafe realpath($0, nil) }) else { return nil }
        defer { unsafe free(real) }
        return unsafe FilePath(platformString: real)
    }

    static func target(of link: FilePath) -> FilePath? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = unsafe link.withPlatformString { unsafe readlink($0, &buffer, Int(PATH_MAX)) }
        guard length > 0 else { return nil }
        return FilePath(platformString: buffer)
    }
}
