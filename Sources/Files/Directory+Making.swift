package import Glibc
package import SystemPackage

extension Directory {
    /// Opens the folder of a path, making missing folders on the way.
    ///
    /// If something else already has the folder's name, such as an earlier file called `feed`, the folder is called
    /// `feed-2`, or `feed-3` …, and later files of it go there too.
    ///
    /// - Parameters:
    ///   - path: is changed to the names that the folders got.
    ///   - fixed: how many of the first folders must keep their names.
    package func folder(for path: inout RelativePath, fixed: Int = 0, making mode: mode_t) throws(Errno) -> Directory {
        var directory = Directory(descriptor: try checked(fcntl(descriptor, F_DUPFD_CLOEXEC, 0)))
        var above: RelativePath?
        for (index, name) in path.components.dropLast().enumerated() {
            var called = Array(name)
            directory = try directory.inner(&called, isFixed: index < fixed, making: mode)
            above = RelativePath(in: above, name: called)
        }
        path = RelativePath(in: above, name: Array(path.name))
        return directory
    }

    private func inner(_ name: inout [UInt8], isFixed: Bool, making mode: mode_t) throws(Errno) -> Directory {
        let wanted = name
        for attempt in 1...FreeNames.attempts {
            if attempt > 1 { name = FreeNames.numbered(wanted, attempt) }
            do throws(Errno) {
                return try enter(name, making: mode)
            } catch .notDirectory where !isFixed {
                continue
            }
        }
        throw .notDirectory
    }

    /// A folder that root makes inside somebody's folder gets the same owner, group and mode.
    private func becomeLike(_ other: borrowing Directory) throws(Errno) {
        let status = try FileStatus(descriptor: other.descriptor)
        try checked(fchown(descriptor, status.owner, status.group))
        try checked(fchmod(descriptor, status.mode))
    }

    private func enter(_ name: [UInt8], making mode: mode_t) throws(Errno) -> Directory {
        do throws(Errno) {
            return try enter(name)
        } catch .noSuchFileOrDirectory {
            try make(name, mode: mode)
            if geteuid() == 0 { try? enter(name).becomeLike(self) }
            // Otherwise a power cut could lose the folder with all that comes to lie in it.
            try sync()
            return try enter(name)
        }
    }
}
