import Files

/// The full scan that runs or ran last: its number, and what it could not take in.
struct ScanPass {
    /// How many full scans have begun.
    private(set) var number = 0
    /// Files that it came across and that are not settling yet.
    private(set) var listed: [RelativePath] = []
    /// How many files, of the scan and of hints since, there was no room for.
    private(set) var leftOut = 0
    /// How many files it passed over because too many are stuck in their folders; an estimate.
    private(set) var shutOut = 0
    /// Something lies in the inbox that is not held: a scan is needed when there is room.
    private(set) var missed = false

    var hasBegun: Bool { number > 0 }

    mutating func begin() {
        self = ScanPass(number: number + 1, listed: listed)
    }

    mutating func list(_ path: RelativePath) { listed.append(path) }

    mutating func takeListed() -> [RelativePath] {
        defer { listed = [] }
        return listed
    }

    mutating func shutOut(_ path: RelativePath) { shutOut += 1 }

    /// There was no room for a file.
    mutating func leaveOut(_ sighting: Sighting) {
        missed = true
        // A file has one closing hint or one listing, and may have had others before.
        if sighting == .closed || sighting == .scanned { leftOut += 1 }
    }

    /// A file that was held gave way to another.
    mutating func displace() {
        missed = true
        leftOut += 1
    }

    /// Something is there that only a scan makes sense of.
    mutating func miss() { missed = true }
}
