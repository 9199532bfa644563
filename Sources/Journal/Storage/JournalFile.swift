import CLinux
import Faults
import Files
import Glibc
import SystemPackage

/// The open journal: bytes go on at its end. All calls block.
final class JournalFile {
    let path: FilePath
    let identity: FileIdentity
    /// Where the next line begins: the file has one writer.
    private(set) var end: Int64
    /// What the ledger knows the journal by, a hash of its first line; nil while it is empty.
    var head: UInt64?
    private let file: OwnedDescriptor
    private var canReserve = true

    /// Opens the journal, or makes it and syncs its directory, so that a file that was made is there after power loss.
    ///
    /// - Parameter mode: for a file that is made; the umask does not apply. One that is there is not left wider.
    init(_ path: FilePath, mode: UInt32) throws(Errno) {
        self.path = path
        do {
            file = try OwnedDescriptor(opening: path, .writeOnly, .append)
        } catch .noSuchFileOrDirectory {
            file = try OwnedDescriptor(
                opening: path, .writeOnly, [.append, .create, .exclusiveCreate], permissions: .ownerReadWrite)
            guard fchmod(file.rawValue, mode) == 0 else { throw Errno(rawValue: errno) }
            try syncDirectory(of: path)
        }
        let info = try FileStatus(file)
        guard info.kind == .file else { throw .invalidArgument }
        // logrotate or a copy may have made it for more readers than were meant. Another's file is for its owner to change.
        if info.mode & 0o777 & ~mode != 0 { _ = fchmod(file.rawValue, info.mode & mode) }
        identity = info.identity
        end = info.size
    }

    /// Sees to it that the next `count` bytes have room, without making the file longer: a full disk is met here and
    /// not within a line. Where the file system cannot promise that, this does nothing.
    func reserve(_ count: Int) throws(Errno) {
        guard canReserve, count > 0 else { return }
        while fallocate(file.rawValue, FALLOC_FL_KEEP_SIZE, off_t(end), off_t(count)) != 0 {
            switch Errno(rawValue: errno) {
            case .interrupted: continue
            case .notSupportedOnSocket, .noFunction: return canReserve = false
            case let error: throw error
            }
        }
    }

    /// One `write` of a line or of what is left of it. `end` moves on by what was written, which is all of it unless
    /// the disk filled up just now.
    ///
    /// - Returns: how many bytes were written.
    func append(_ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
        let written = try Self.retrying {
            unsafe bytes.withUnsafeBytes { unsafe write(file.rawValue, $0.baseAddress, $0.count) }
        }
        end += Int64(written)
        return written
    }

    /// Waits until everything written is on the disk. `fdatasync` leaves out only times of access and change: the
    /// length of a file that grew belongs to what it must write.
    func sync() throws(Errno) {
        if FaultPoint.beforeSync.fails { throw .ioError }
        _ = try Self.retrying { Int(fdatasync(file.rawValue)) }
    }

    /// Writes bytes again where they stand already.
    ///
    /// After a sync has failed, Linux takes the pages for clean: a second sync would succeed and mean nothing, unless
    /// the pages were written again. Readers see no change.
    func rewrite(_ bytes: [UInt8], at offset: Int64) throws(Errno) {
        // Another descriptor on the same file, whatever its name is now: in append mode, pwrite appends.
        let file = try OwnedDescriptor(opening: FilePath("/proc/self/fd/\(file.rawValue)"), .writeOnly)
        var done = 0
        while done < bytes.count {
            done += try Self.retrying {
                unsafe bytes[done...].withUnsafeBytes {
                    unsafe pwrite(file.rawValue, $0.baseAddress, $0.count, off_t(offset) + off_t(done))
                }
            }
        }
    }

    /// Keeps other processes from writing this very file, whatever name they have for it: a hard link, a second mount.
    func lock() throws(JournalError) {
        guard flock(file.rawValue, LOCK_EX | LOCK_NB) != 0 else { return }
        let error = Errno(rawValue: errno)
        throw error == .wouldBlock ? .locked(path) : .unavailable(path, "lock", error)
    }

    /// Closing the file would not do: a child process that is just being started may hold it a moment longer.
    func unlock() { flock(file.rawValue, LOCK_UN) }

    /// Where the file is now, whoever renamed it; nil where the system does not tell.
    var currentPath: FilePath? {
        FilePath("/proc/self/fd/\(file.rawValue)").linkTarget
    }

    /// What others did to a file that only this process should write.
    enum Fate: String {
        case intact
        /// Nobody can open it any more.
        case deleted
        /// Lines are gone from its end, or it was emptied.
        case shortened
        /// Somebody else has written to it.
        case lengthened
    }

    func fate() throws(Errno) -> Fate {
        let info = try FileStatus(file)
        if info.links == 0 { return .deleted }
        return info.size == end ? .intact : info.size < end ? .shortened : .lengthened
    }

    private static func retrying(_ call: () -> Int) throws(Errno) -> Int {
        while true {
            let result = call()
            if result >= 0 { return result }
            let error = Errno(rawValue: errno)
            if error != .interrupted { throw error }
        }
    }
}
