import CLinux
package import Glibc
package import SystemPackage

/// An open directory. Everything in it is reached relative to it, one component at a time. So a link that somebody puts
/// in place of a folder between two calls leads nowhere.
package struct Directory: ~Copyable {
    package let descriptor: CInt

    deinit { close(descriptor) }

    /// Follows links: the administrator configured this path.
    package static func open(_ path: FilePath) throws(Errno) -> Directory {
        let opened = unsafe path.withPlatformString { path in
            unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK)
        }
        return Directory(descriptor: try checked(opened))
    }

    /// - Throws: `.notDirectory` for anything else, a link to a directory included.
    package func enter(_ name: some Collection<UInt8>) throws(Errno) -> Directory {
        let opened = unsafe withName(name) { name in
            unsafe openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        }
        return Directory(descriptor: try checked(opened))
    }

    /// The folder that holds `path`, this directory being the inbox (or the root of one of its mirrors).
    package func parent(of path: RelativePath) throws(Errno) -> Directory { try descend(path.components.dropLast()) }

    package func descend(_ names: some Sequence<ArraySlice<UInt8>>) throws(Errno) -> Directory {
        var directory = Directory(descriptor: try checked(fcntl(descriptor, F_DUPFD_CLOEXEC, 0)))
        for name in names { directory = try directory.enter(name) }
        return directory
    }

    /// Succeeds if it exists already.
    package func make(_ name: some Collection<UInt8>, mode: mode_t) throws(Errno) {
        do throws(Errno) {
            try checked(unsafe withName(name) { unsafe mkdirat(descriptor, $0, mode) })
        } catch .fileExists {}
    }

    package func look(_ name: some Collection<UInt8>) throws(Errno) -> Look {
        do throws(Errno) {
            return Look(try FileStatus(name, in: self))
        } catch .noSuchFileOrDirectory {
            return .gone
        }
    }

    package func stamp() throws(Errno) -> Stamp { Stamp(try FileStatus(descriptor: descriptor)) }

    package func remove(_ name: some Collection<UInt8>, directory: Bool = false) throws(Errno) {
        try checked(unsafe withName(name) { unsafe unlinkat(descriptor, $0, directory ? AT_REMOVEDIR : 0) })
    }

    /// Syncs the directory: its names then survive a power cut.
    package func sync() throws(Errno) { try checked(fsync(descriptor)) }
}

extension Directory {
    /// Never overwrites: throws `.fileExists` when the new name is taken.
    package func rename(
        _ name: some Collection<UInt8>, to target: borrowing Directory, as newName: some Collection<UInt8>
    ) throws(Errno) {
        let other = target.descriptor
        do throws(Errno) {
            try checked(
                unsafe withName(name) { old in
                    unsafe withName(newName) { new in
                        unsafe renameat2(descriptor, old, other, new, noReplace)
                    }
                })
        } catch .invalidArgument {
            // NFS and some other file systems cannot refuse to replace. Looking first is nearly as good where nobody
            // else writes.
            guard try target.look(newName) == .gone else { throw .fileExists }
            try renameReplacing(name, to: target, as: newName)
        }
    }

    package func renameReplacing(
        _ name: some Collection<UInt8>, to target: borrowing Directory, as newName: some Collection<UInt8>
    ) throws(Errno) {
        let other = target.descriptor
        try checked(
            unsafe withName(name) { old in
                unsafe withName(newName) { new in unsafe renameat(descriptor, old, other, new) }
            })
    }
}

/// RENAME_NOREPLACE of linux/fs.h.
private let noReplace: CUnsignedInt = 1

@discardableResult
package func checked(_ result: CInt) throws(Errno) -> CInt {
    guard result >= 0 else { throw Errno(rawValue: errno) }
    return result
}

package func withName(_ name: some Collection<UInt8>, _ body: (UnsafePointer<CChar>) -> CInt) -> CInt {
    var bytes = name.map { CChar(bitPattern: $0) }
    bytes.append(0)
    return unsafe bytes.withUnsafeBufferPointer { unsafe body($0.baseAddress!) }
}
