import Glibc
import Synchronization
package import SystemPackage

/// An exclusive `flock` on a file of its own, held until it is released or the process ends, however it ends: the kernel
/// drops it, so it is never stale.
///
/// The file stays; only the lock on it counts. A process that deleted it could delete the one that its successor has just
/// locked. Whoever else deletes it, or the folder with it, lets a second process lock another one of that name: `renew`
/// notices.
package final class LockFile: Sendable {
    package enum Failure: Error, Equatable {
        /// Another process has it; its id, if the file says.
        case held(by: Int?)
        /// The file cannot be opened.
        case closed(Errno)
        /// The file system cannot lock it.
        case unlockable(Errno)
    }

    package let path: FilePath
    private let file: Mutex<OwnedDescriptor>
    private let namesHolder: Bool

    /// - Parameters:
    ///   - path: is made where it is missing. A link is not followed.
    ///   - namesHolder: Whether the process id is written into it. A file beside a journal stays empty: whoever reads
    ///     `quoted.jsonl*` would take the number for a record.
    package init(_ path: FilePath, namesHolder: Bool = true) throws(Failure) {
        self.path = path
        self.namesHolder = namesHolder
        file = Mutex(try Self.take(path, namesHolder))
    }

    /// Sees to it that the lock which others would ask for is the one that is held.
    ///
    /// - Throws: `.held` where another process was faster.
    package func renew() throws(Failure) {
        try file.withLock { file throws(Failure) in
            if let there = try? FileStatus(ofLink: path).identity, there == (try? FileStatus(file).identity) { return }
            file = try Self.take(path, namesHolder)
        }
    }

    /// Closing the file would not do: a child process that is just being started may hold it a moment longer.
    package func release() { file.withLock { _ = flock($0.rawValue, LOCK_UN) } }

    private static func take(_ path: FilePath, _ namesHolder: Bool) throws(Failure) -> OwnedDescriptor {
        let file: OwnedDescriptor
        do {
            // Never truncated: the holder's process id is in it.
            file = try OwnedDescriptor(
                opening: path, .readWrite, [.create, .noFollow], permissions: [.ownerReadWrite, .groupRead])
        } catch {
            throw .closed(error)
        }
        guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
            let error = Errno(rawValue: errno)
            throw error == .wouldBlock ? .held(by: holder(file)) : .unlockable(error)
        }
        ftruncate(file.rawValue, 0)
        if namesHolder { try? file.writeAll("\(getpid())\n".utf8) }
        return file
    }

    private static func holder(_ file: OwnedDescriptor) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(file.rawValue, $0.baseAddress, $0.count, 0) }
        return Int(String(decoding: bytes.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}
