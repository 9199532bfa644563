import Glibc
import SystemPackage

/// What `stat` says of a file, as far as it matters here.
struct FileInfo {
    var identity: FileIdentity
    var size: Int64
    var links: Int
    var isRegular: Bool
    /// Permission bits.
    var mode: UInt32
    /// Nanoseconds since 1970.
    var modified: Int64

    init(_ file: OwnedDescriptor) throws(Errno) {
        var info = stat()
        guard unsafe fstat(file.rawValue, &info) == 0 else { throw Errno(rawValue: errno) }
        self.init(info)
    }

    /// Follows symbolic links.
    init(_ path: FilePath) throws(Errno) {
        var info = stat()
        guard unsafe path.withPlatformString({ unsafe stat($0, &info) }) == 0 else { throw Errno(rawValue: errno) }
        self.init(info)
    }

    private init(_ info: stat) {
        identity = FileIdentity(device: UInt64(info.st_dev), inode: UInt64(info.st_ino))
        size = Int64(info.st_size)
        links = Int(info.st_nlink)
        isRegular = info.st_mode & S_IFMT == S_IFREG
        mode = info.st_mode & 0o7777
        modified = Int64(info.st_mtim.tv_sec) * 1_000_000_000 + Int64(info.st_mtim.tv_nsec)
    }
}

/// Makes names that were made, changed or removed in a path's directory last through power loss.
func syncDirectory(of path: FilePath) throws(Errno) {
    let parent = path.removingLastComponent()
    let directory = try OwnedDescriptor(opening: parent.isEmpty ? "." : parent, .readOnly, .directory)
    if fsync(directory.rawValue) != 0 { throw Errno(rawValue: errno) }
}

func rename(_ old: FilePath, to new: FilePath) throws(Errno) {
    let result = unsafe old.withPlatformString { old in unsafe new.withPlatformString { unsafe rename(old, $0) } }
    guard result == 0 else { throw Errno(rawValue: errno) }
}

func remove(_ path: FilePath) throws(Errno) {
    guard unsafe path.withPlatformString({ unsafe unlink($0) }) == 0 else { throw Errno(rawValue: errno) }
}

extension FilePath {
    /// The same path without symbolic links; the file itself need not be there yet.
    var resolved: FilePath {
        if let path = realPath { return path }
        let folder = removingLastComponent()
        guard let name = lastComponent, let path = (folder.isEmpty ? "." : folder).realPath else { return self }
        return path.appending(name)
    }

    private var realPath: FilePath? {
        guard let resolved = unsafe withPlatformString({ unsafe realpath($0, nil) }) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe FilePath(platformString: resolved)
    }

    /// The same path with something more at the end of its last name.
    func appending(suffix: String) -> FilePath { FilePath(string + suffix) }
}
