package import Files

/// One handing out of a file to a worker.
package struct HandOut: Sendable, Hashable {
    package var path: RelativePath
    /// What the file looked like then.
    package var stamp: Stamp
    /// Tells this handing out from any other of the same path.
    package var ticket: UInt64
    package var noticed: ContinuousClock.Instant

    init(path: RelativePath, stamp: Stamp, ticket: UInt64, noticed: ContinuousClock.Instant) {
        self.path = path
        self.stamp = stamp
        self.ticket = ticket
        self.noticed = noticed
    }

    init(path: RelativePath, _ file: HeldFile) {
        self.init(path: path, stamp: file.stamp, ticket: file.ticket, noticed: file.noticed)
    }
}

/// How the work on a file that was handed out ended, for `Arrivals`.
package enum WorkResult: Sendable, Equatable {
    /// It is not in the inbox any more.
    case gone
    /// It stays in the inbox and is done with, as it is.
    case kept(Stamp)
    /// It is not what was handed out.
    case changed(Look)
    /// It cannot be worked on now.
    case later
}
