/// A snapshot of the inbox for the status.
package struct InboxCounts: Sendable, Equatable {
    /// Files that lie in the inbox and wait: for their settle time, a worker, another try, or to be moved.
    package var pending = 0
    /// Of the pending ones, those not known to be complete.
    package var settling = 0
    /// Of the pending ones, those that could not be read or moved yet.
    package var stuck = 0
    package var working = 0
    /// Since the start, as are the following numbers.
    package var done = 0
    package var failed = 0
    package var repeats = 0
    /// Files put back because they changed during or after the work.
    package var returned = 0
    package var overflows = 0
    package var watcherRestarts = 0
    package var scans = 0
    /// When the last full scan ended, ISO 8601 in UTC; nil before the first.
    package var lastScan: String?
    /// How long it took, in seconds.
    package var lastScanSeconds = 0.0
    /// Sentences about what does not work, and what to do.
    package var degraded: [String] = []
    /// Those of `degraded` that keep files from being finished.
    package var unhealthy: [String] = []
    /// Where files cannot be read or moved.
    package var stuckFolders: [StuckFolder] = []

    package init() {}
}
