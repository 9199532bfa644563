import Glibc
package import SystemPackage

/// Which file a name or a descriptor leads to.
package struct FileIdentity: Hashable, Sendable {
    package var device: UInt64
    package var inode: UInt64
}

/// What `stat` says of a file. Other rooms read its fields through this only: beside NIO, the C struct hides them.
package struct FileStatus: Sendable, Equatable {
    package enum Kind: Sendable {
        case file, folder, symlink, fifo, socket, device
    }

    package let identity: FileIdentity
    package let kind: Kind
    /// Bytes.
    package let size: Int64
    /// How many names the file has.
    package let links: Int
    /// Permission bits.
    package let mode: UInt32
    package let owner: UInt32
    package let group: UInt32
    /// Nanoseconds since 1970, as are all times here. Wraps for years past 2262, which a sender may write into a file.
    package let modified: Int64
    /// Set at every change of content, mode, owner or links, and on most file systems at a rename.
    package let changed: Int64

    /// Follows symbolic links.
    package init(_ path: FilePath) throws(Errno) { try self.init(AT_FDCWD, path, flags: 0) }

    /// Of a symbolic link itself, where the path leads to one.
    package init(ofLink path: FilePath) throws(Errno) { try self.init(AT_FDCWD, path, flags: AT_SYMLINK_NOFOLLOW) }

    package init(descriptor: CInt) throws(Errno) {
        var status = stat()
        try checked(unsafe fstat(descriptor, &status))
        self.init(status)
    }

    package init(_ file: OwnedDescriptor) throws(Errno) { try self.init(descriptor: file.rawValue) }

    /// Of a name in a directory, without following a link.
    init(_ name: some Collection<UInt8>, in directory: borrowing Directory) throws(Errno) {
        let descriptor = directory.descriptor
        var status = stat()
        try checked(unsafe withName(name) { unsafe fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) })
        self.init(status)
    }

    private init(_ descriptor: CInt, _ path: FilePath, flags: CInt) throws(Errno) {
        var status = stat()
        try checked(unsafe path.withPlatformString { unsafe fstatat(descriptor, $0, &status, flags) })
        self.init(status)
    }

    private init(_ status: stat) {
        identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        kind = Kind(status.st_mode)
        size = Int64(status.st_size)
        links = Int(status.st_nlink)
        mode = status.st_mode & 0o7777
        owner = status.st_uid
        group = status.st_gid
        modified = Self.nanoseconds(status.st_mtim)
        changed = Self.nanoseconds(status.st_ctim)
    }
}

extension FileStatus {
    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}

extension FileStatus.Kind {
    fileprivate init(_ mode: mode_t) {
        self =
            switch mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .symlink
            case S_IFIFO: .fifo
            case S_IFSOCK: .socket
            default: .device
            }
    }
}
