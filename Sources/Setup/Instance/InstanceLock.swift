import Foundation
import Synchronization
package import SystemPackage

/// Keeps a second daemon away from an inbox, a journal or a socket: an exclusive `flock` on a file beside it.
///
/// The kernel drops the lock with the process, however that ends, so a lock is never stale. The file stays: a
/// daemon that deleted it could delete the one that its successor has just locked.
package final class InstanceLock: Sendable {
    private let path: FilePath
    private let subject: String
    private let descriptor: Mutex<FileDescriptor>

    /// Who holds a lock that was asked for.
    package struct Held: Error, Equatable, CustomStringConvertible {
        package var path: FilePath
        package var subject: String
        package var pid: Int?

        package init(path: FilePath, subject: String, pid: Int?) {
            self.path = path
            self.subject = subject
            self.pid = pid
        }

        package var description: String {
            let holder = pid.map { "process \($0)" } ?? "another process"
            return
                "\(subject) is in use by \(holder), which holds \(path); stop that daemon first, or give this one another"
        }
    }

    /// The lock file cannot be made or locked.
    package struct Unavailable: Error, Equatable, CustomStringConvertible {
        package var path: FilePath
        package var subject: String
        package var cause: Errno

        package var description: String {
            "\(subject) cannot be locked with \(path): \(cause); let the daemon's user write that folder"
        }
    }

    /// - Parameters:
    ///   - path: The lock file, made where it is missing.
    ///   - subject: What is locked, to be named in the error.
    /// - Throws: `Held`, or `Unavailable` where there can be no such file.
    package init(path: FilePath, subject: String) throws {
        self.path = path
        self.subject = subject
        descriptor = Mutex(try Self.take(path, subject))
    }

    /// Sees to it that the lock which others would ask for is the one that is held: its file may have been deleted.
    ///
    /// - Throws: `Held` where another was faster, or `Unavailable`.
    package func renew() throws {
        try descriptor.withLock { descriptor in
            if let held = unsafe Self.identity({ unsafe fstat(descriptor.rawValue, $0) }),
                unsafe held == Self.identity({ unsafe lstat(path.string, $0) })
            {
                return
            }
            let renewed = try Self.take(path, subject)
            try? descriptor.close()
            descriptor = renewed
        }
    }

    private static func identity(_ look: (UnsafeMutablePointer<stat>) -> CInt) -> [UInt64]? {
        var info = stat()
        guard unsafe look(&info) == 0 else { return nil }
        return [UInt64(info.st_dev), UInt64(info.st_ino)]
    }

    private static func take(_ path: FilePath, _ subject: String) throws -> FileDescriptor {
        // Never truncated: the holder's process id is in it.
        let descriptor: FileDescriptor
        do {
            descriptor = try FileDescriptor.open(
                path, .readWrite, options: [.create, .closeOnExec, .noFollow],
                permissions: [.ownerReadWrite, .groupRead])
        } catch {
            throw Unavailable(path: path, subject: subject, cause: error as? Errno ?? .ioError)
        }
        guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else {
            let failure = Errno(rawValue: errno)
            let pid = failure == .wouldBlock ? Self.holder(descriptor) : nil
            try? descriptor.close()
            throw failure == .wouldBlock
                ? Held(path: path, subject: subject, pid: pid)
                : Unavailable(path: path, subject: subject, cause: failure)
        }
        ftruncate(descriptor.rawValue, 0)
        _ = try? descriptor.writeAll(toAbsoluteOffset: 0, "\(getpid())\n".utf8)
        return descriptor
    }

    deinit { descriptor.withLock { try? $0.close() } }

    private static func holder(_ descriptor: FileDescriptor) -> Int? {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            count =
                unsafe (try? descriptor.read(fromAbsoluteOffset: 0, into: UnsafeMutableRawBufferPointer(buffer))) ?? 0
        }
        return Int(String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }
}

extension InstanceLock {
    /// The inbox's lock lies beside it, hidden, since whatever lies in it is taken for an article.
    package static func path(inbox: FilePath) -> FilePath {
        inbox.removingLastComponent().appending(".\(inbox.lastComponent?.string ?? "inbox").lock")
    }

    package static func path(file: FilePath) -> FilePath { FilePath(file.string + ".lock") }
}
