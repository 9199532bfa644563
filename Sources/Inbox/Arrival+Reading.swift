import Files
import Glibc
import Hashing
import SystemPackage

extension Arrival {
    /// Reads the whole file. Blocks: call it on a thread of your own.
    ///
    /// Follows no link and reads nothing but a regular file, even if something was put in its place since. Refuses a
    /// file that changes before or while it is read.
    /// - Parameter maximum: bytes.
    package func read(maximum: Int64) throws(ReadingError) -> Contents {
        let bytes: [UInt8]
        do throws(Errno) {
            let file = try open()
            defer { close(file) }
            try check(file)
            guard stamp.size <= maximum else { throw .fileTooLarge }
            bytes = try readAll(file)
            try check(file)
        } catch .fileTooLarge {
            throw .tooLarge(stamp.size, limit: maximum)
        } catch {
            throw ReadingError(error)
        }
        return Contents(bytes: bytes, sha256: SHA256.hash(bytes).hexadecimal)
    }

    private func open() throws(Errno) -> CInt {
        let folder = try Directory.open(root).parent(of: path)
        // O_NONBLOCK: a FIFO in the file's place would otherwise stop this thread for good.
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
        return try checked(unsafe withName(path.name) { unsafe openat(folder.descriptor, $0, flags) })
    }

    /// - Throws: `.wouldBlock` when it is not, or no longer, the file that was handed out.
    private func check(_ file: CInt) throws(Errno) {
        guard case .file(let now) = Look(try FileStatus(descriptor: file)), now.sameContent(as: stamp) else {
            throw .wouldBlock
        }
    }

    /// - Throws: `.wouldBlock` when the file is shorter or longer than the stamp says.
    private func readAll(_ file: CInt) throws(Errno) -> [UInt8] {
        let size = Int(stamp.size)
        // One byte more, to see whether the file ends where it should.
        var failure: Errno?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while count <= size {
                let got = unsafe Glibc.read(file, buffer.baseAddress! + count, size + 1 - count)
                if got < 0 && errno == EINTR { continue }
                if got < 0 { failure = Errno(rawValue: errno) }
                if got <= 0 { return }
                count += got
            }
        }
        if let failure { throw failure }
        guard bytes.count == size else { throw .wouldBlock }
        return bytes
    }
}
