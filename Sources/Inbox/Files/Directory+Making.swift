import Glibc
import SystemPackage

extension Directory {
    /// Opens the folder for a path, making those on the way that are missing.
    ///
    /// Where something that is no folder has the name of one, as a file of earlier has that is a folder now, the folder
    /// is called `feed-2`, or `feed-3` …, and the next files of it go there, too.
    ///
    /// - Parameters:
    ///   - path: gets the names that the folders have.
    ///   - fixed: how many of the folders may have no other name.
    func folder(for path: inout InboxPath, fixed: Int = 0, making mode: mode_t) throws(Errno) -> Directory {
        var directory = Directory(descriptor: try checked(fcntl(descriptor, F_DUPFD_CLOEXEC, 0)))
        var above: InboxPath?
        for (index, name) in path.components.dropLast().enumerated() {
            var called = Array(name)
            directory = try directory.inner(&called, isFixed: index < fixed, making: mode)
            above = InboxPath(in: above, name: called)
        }
        path = InboxPath(in: above, name: Array(path.name))
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

    /// A folder that root makes in somebody's, to put files back, is that one's too: same owner, group and mode.
    private func becomeLike(_ other: borrowing Directory) throws(Errno) {
        var status = stat()
        try checked(unsafe fstat(other.descriptor, &status))
        try checked(fchown(descriptor, status.st_uid, status.st_gid))
        try checked(fchmod(descriptor, status.st_mode & 0o7777))
    }

    private func enter(_ name: [UInt8], making mode: mode_t) throws(Errno) -> Directory {
        do throws(Errno) {
            return try enter(name)
        } catch .noSuchFileOrDirectory {
            try make(name, mode: mode)
            if geteuid() == 0 { try? enter(name).becomeLike(self) }
            // Or what comes to lie in it could be lost with it.
            try sync()
            return try enter(name)
        }
    }
}
