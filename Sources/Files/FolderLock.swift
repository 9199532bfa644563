import CLinux
import Glibc
import Synchronization
package import SystemPackage

/// Keeps a second daemon away from a folder, whatever path it uses: a `flock` on the folder itself, which links and
/// bind mounts share.
///
/// The path may lead to another folder later. `claim` then takes the lock of that one, or tells that somebody else has
/// it. On file systems that cannot lock folders (NFS) it keeps nobody away.
package final class FolderLock: Sendable {
    package enum Claim: Sendable, Equatable {
        case held
        /// Another daemon has the folder; its process, if the kernel tells.
        case taken(by: Int?)
        /// There is no folder, or it cannot be opened.
        case missing(Errno)
    }

    private struct Held {
        let descriptor: CInt
        let identity: Identity
    }

    private struct Identity: Equatable {
        let device: [UInt32]
        let inode: UInt64
        /// Whether it is a mount point. Always false before Linux 5.8, which does not say.
        let isMount: Bool
    }

    private struct State {
        var held: Held?
        var wasMount = false
    }

    private let path: FilePath
    private let state = Mutex(State())

    package init(_ path: FilePath) { self.path = path }

    deinit { state.withLock { if let held = $0.held { close(held.descriptor) } } }

    /// Whether the path still leads to the locked folder.
    package var isHeld: Bool {
        state.withLock { state in
            guard let held = state.held, let now = try? Self.identity(AT_FDCWD, path) else { return false }
            return now == held.identity
        }
    }

    /// Whether a disk was mounted here earlier and is not any more.
    package var isUnmounted: Bool { state.withLock { $0.wasMount && $0.held?.identity.isMount == false } }

    /// Locks the folder that the path leads to now, and releases the earlier one. Blocks briefly.
    package func claim() -> Claim {
        state.withLock { state in
            do throws(Errno) {
                let directory = try Directory.open(path)
                let identity = try Self.identity(directory.descriptor, "")
                if state.held?.identity == identity { return .held }
                let descriptor = try checked(fcntl(directory.descriptor, F_DUPFD_CLOEXEC, 0))
                guard Self.lock(descriptor) else {
                    close(descriptor)
                    return .taken(by: Self.holder(identity))
                }
                if let old = state.held { close(old.descriptor) }
                state.held = Held(descriptor: descriptor, identity: identity)
                state.wasMount = state.wasMount || identity.isMount
                return .held
            } catch {
                return .missing(error)
            }
        }
    }

    /// False if somebody else has it.
    private static func lock(_ descriptor: CInt) -> Bool {
        flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
    }

    /// By `/proc/locks`, with lines as `1: FLOCK  ADVISORY  WRITE 4711 08:01:131072 0 EOF`.
    private static func holder(_ identity: Identity) -> Int? {
        let device = identity.device.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ":")
        let locked = Substring("\(device):\(identity.inode)")
        for lock in table().split(separator: "\n") {
            let fields: [Substring] = lock.split(separator: " ")
            if fields.count > 5, fields[1] == "FLOCK", fields[5] == locked { return Int(fields[4]) }
        }
        return nil
    }

    /// The kernel gives one page at a time, and Foundation takes the end of a page for the end of the file.
    private static func table() -> String {
        guard let file = try? FileDescriptor.open(FilePath("/proc/locks"), .readOnly, options: .closeOnExec) else {
            return ""
        }
        defer { try? file.close() }
        var bytes: [UInt8] = []
        var page = [UInt8](repeating: 0, count: 64 << 10)
        while let count = try? unsafe page.withUnsafeMutableBytes({ try unsafe file.read(into: $0) }), count > 0 {
            bytes += page[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// - Parameter path: relative to the descriptor; empty for the descriptor itself.
    private static func identity(_ descriptor: CInt, _ path: FilePath) throws(Errno) -> Identity {
        var status = statx()
        let (emptyPath, basicStats): (CInt, CUnsignedInt) = (0x1000, 0x7FF)
        try checked(
            unsafe path.withPlatformString { path in unsafe statx(descriptor, path, emptyPath, basicStats, &status) })
        let isMount = status.stx_attributes & UInt64(STATX_ATTR_MOUNT_ROOT) != 0
        return Identity(
            device: [status.stx_dev_major, status.stx_dev_minor], inode: status.stx_ino, isMount: isMount)
    }
}
