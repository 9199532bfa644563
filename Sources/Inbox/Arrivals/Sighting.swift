package import Files

/// What made somebody look at a path.
package enum Sighting: Sendable {
    /// A hint that it was made.
    case created
    /// A hint that it was closed, while somebody else seems to have it open.
    case paused
    /// A hint that it is complete: closed after writing, or renamed in.
    case closed
    /// A scan came across it.
    case scanned
    /// Its settle time is over.
    case settled

    /// Hints come first in the queue: what a scan finds may have lain there for long.
    var isHint: Bool { self != .scanned && self != .settled }
}

/// What the owner of `Arrivals` is to do after a sighting.
package enum SightingAction: Equatable {
    /// Move it to `failed/`: it is no file. It counts as handed out until `finished` says how that went.
    case refuse(HandOut, Look.Special)
}
