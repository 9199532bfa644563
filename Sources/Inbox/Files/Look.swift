import Glibc

/// What lies at a path, found without following a link or opening anything.
package enum Look: Sendable, Equatable {
    case gone
    case file(Stamp)
    case directory
    /// Something without content of its own: a link, a FIFO, a socket, a device.
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

    /// The stamp of anything that can be moved; nil for folders.
    var stamp: Stamp? {
        switch self {
        case .file(let stamp), .special(_, let stamp): stamp
        case .gone, .directory: nil
        }
    }
}
