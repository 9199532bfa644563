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
    package init(_ status: FileStatus) {
        let stamp = Stamp(status)
        self =
            switch status.kind {
            case .file: .file(stamp)
            case .folder: .directory
            case .symlink: .special(.symlink, stamp)
            case .fifo: .special(.fifo, stamp)
            case .socket: .special(.socket, stamp)
            case .device: .special(.device, stamp)
            }
    }

    /// The stamp of anything that can be moved; nil for folders.
    package var stamp: Stamp? {
        switch self {
        case .file(let stamp), .special(_, let stamp): stamp
        case .gone, .directory: nil
        }
    }
}
