import Glibc

/// What was found at a path, without following a link and without opening anything.
package enum Look: Sendable, Equatable {
    case gone
    case file(Stamp)
    case directory
    /// Something that has no content of its own to read.
    case special(Special, Stamp)

    package enum Special: String, Sendable {
        case symlink = "symbolic link"
        case fifo = "FIFO"
        case socket
        case device
    }
}

extension Look {
    init(_ status: stat) {
        let stamp = Stamp(status)
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file(stamp)
        case S_IFDIR: self = .directory
        case S_IFLNK: self = .special(.symlink, stamp)
        case S_IFIFO: self = .special(.fifo, stamp)
        case S_IFSOCK: self = .special(.socket, stamp)
        default: self = .special(.device, stamp)
        }
    }

    /// The stamp of what can be moved as one thing.
    var stamp: Stamp? {
        switch self {
        case .file(let stamp), .special(_, let stamp): stamp
        case .gone, .directory: nil
        }
    }
}
