/// Distinguishes states of a file without reading it.
///
/// Not the identity of an article, which is the SHA-256 of its bytes: inodes are used again, and files arrive with old
/// modification times.
package struct Stamp: Sendable, Hashable {
    package var device: UInt64
    package var inode: UInt64
    /// Bytes.
    package var size: Int64
    /// Nanoseconds since 1970, as are all times here.
    package var modified: Int64
    /// Set at every change of content, mode, owner or links, and on most file systems at a rename.
    package var changed: Int64
    /// How many names the file has.
    package var links: Int

    package init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64, links: Int = 1) {
        self.device = device
        self.inode = inode
        self.size = size
        self.modified = modified
        self.changed = changed
        self.links = links
    }

    /// Whether this is the same file with the same content as far as a stamp can tell. The time of change is left
    /// out, since a rename moves it.
    package func sameContent(as other: Stamp) -> Bool {
        sameFile(as: other) && size == other.size && modified == other.modified
    }

    package func sameFile(as other: Stamp) -> Bool { device == other.device && inode == other.inode }
}

extension Stamp {
    package init(_ status: FileStatus) {
        self.init(
            device: status.identity.device, inode: status.identity.inode, size: status.size, modified: status.modified,
            changed: status.changed, links: status.links)
    }
}
