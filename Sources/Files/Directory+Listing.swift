import Glibc
package import SystemPackage

extension Directory {
    /// Reads the names in a directory a few at a time: a folder of a million files is never held in memory.
    @safe package struct Listing: ~Copyable {
        private let stream: OpaquePointer

        package init(_ directory: borrowing Directory) throws(Errno) {
            // A descriptor of its own: closedir closes it, and it carries the position in the listing.
            let descriptor = try checked(unsafe openat(directory.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
            guard let stream = unsafe fdopendir(descriptor) else {
                let error = Errno(rawValue: errno)
                close(descriptor)
                throw error
            }
            unsafe self.stream = stream
        }

        deinit { unsafe closedir(stream) }

        /// Nil at the end; `.` and `..` are left out.
        package mutating func next() throws(Errno) -> [UInt8]? {
            while true {
                errno = 0
                guard let entry = unsafe readdir(stream) else {
                    if errno != 0 { throw Errno(rawValue: errno) }
                    return nil
                }
                let name = unsafe Self.name(of: entry)
                if name != [dot] && name != [dot, dot] { return name }
            }
        }

        private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
            // Through the entry itself: d_name is declared with 256 bytes, and Swift would copy them all.
            let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name)!
            let name = unsafe UnsafeRawPointer(entry) + offset
            let length = unsafe strlen(name.assumingMemoryBound(to: CChar.self))
            return unsafe Array(UnsafeRawBufferPointer(start: name, count: length))
        }
    }
}
