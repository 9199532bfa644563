import Glibc
import Synchronization
package import SystemPackage

private let temporaries = Atomic<Int>(0)

extension Directory {
    /// Writes bytes to a temporary file, whose name the inbox leaves alone, and syncs them.
    package func writeTemporary(_ bytes: [UInt8]) throws(Errno) -> [UInt8] {
        let (name, file) = try makeTemporary()
        defer { close(file) }
        do throws(Errno) {
            try Self.write(bytes[...], to: file)
            try checked(fsync(file))
        } catch {
            try? remove(name)
            throw error
        }
        return name
    }

    /// Copies a regular file into this directory as a temporary file, with its times and mode.
    package func copyTemporary(_ name: some Collection<UInt8>, from source: borrowing Directory) throws(Errno)
        -> [UInt8]
    {
        let from = source.descriptor
        let original = try checked(
            unsafe withName(name) { unsafe openat(from, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) })
        defer { close(original) }
        let (temporary, copy) = try makeTemporary()
        defer { close(copy) }
        do throws(Errno) {
            try Self.copy(original, to: copy)
        } catch {
            try? remove(temporary)
            throw error
        }
        return temporary
    }

    /// Renames a file to a temporary name.
    package func setAside(_ name: some Collection<UInt8>) throws(Errno) -> [UInt8] {
        while true {
            let aside = Self.temporaryName()
            do throws(Errno) {
                try rename(name, to: self, as: aside)
                return aside
            } catch .fileExists {
                continue
            }
        }
    }

    private static func temporaryName() -> [UInt8] {
        let number = temporaries.add(1, ordering: .relaxed).newValue
        return Array(".quoted-\(getpid())-\(number).tmp".utf8)
    }

    private func makeTemporary() throws(Errno) -> (name: [UInt8], file: CInt) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = descriptor
        while true {
            let name = Self.temporaryName()
            do throws(Errno) {
                return (name, try checked(unsafe withName(name) { unsafe openat(descriptor, $0, flags, 0o660) }))
            } catch .fileExists {
                // Left by a killed process that had the same number.
                continue
            }
        }
    }

    private static func copy(_ original: CInt, to copy: CInt) throws(Errno) {
        var status = stat()
        try checked(unsafe fstat(original, &status))
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let got = unsafe buffer.withUnsafeMutableBytes { unsafe read(original, $0.baseAddress, $0.count) }
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw Errno(rawValue: errno) }
            if got == 0 { break }
            try write(buffer[..<got], to: copy)
        }
        try checked(fchmod(copy, status.st_mode & 0o777))
        let times = [status.st_atim, status.st_mtim]
        try checked(unsafe times.withUnsafeBufferPointer { unsafe futimens(copy, $0.baseAddress) })
        try checked(fsync(copy))
    }

    private static func write(_ bytes: ArraySlice<UInt8>, to file: CInt) throws(Errno) {
        var rest = bytes
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Errno(rawValue: errno) }
            rest = rest.dropFirst(count)
        }
    }
}
