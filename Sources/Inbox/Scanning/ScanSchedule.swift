import Files

/// When to look through the inbox, or through a folder of it.
struct ScanSchedule {
    typealias Instant = ContinuousClock.Instant

    enum Scope: Equatable {
        case all
        case folders([RelativePath])
    }

    /// What the scan of the whole inbox is doing.
    private enum State {
        case neverBegan
        case running
        case ended(at: Instant, took: Duration)
    }

    /// More folders than this are not scanned singly: a scan of everything costs no more.
    static let folderLimit = 32

    let interval: Duration
    let degradedInterval: Duration
    /// The watcher misses things.
    var isDegraded = false

    private var state = State.neverBegan
    /// Somebody asked for a scan since the last began.
    private var isRequested = true
    private var folders: Set<RelativePath> = []

    init(interval: Duration, degradedInterval: Duration) {
        self.interval = interval
        self.degradedInterval = degradedInterval
    }

    mutating func request() { isRequested = true }

    mutating func request(_ folder: RelativePath) {
        folders.insert(folder)
        if folders.count > Self.folderLimit { isRequested = true }
    }

    /// Nil: at once.
    var deadline: Instant? {
        guard folders.isEmpty, case .ended(let end, let duration) = state else { return nil }
        return next(after: end, duration)
    }

    /// What to scan now, if anything. It counts as begun.
    mutating func begin(at now: Instant) -> Scope? {
        switch state {
        case .running: return nil
        // New folders that keep coming must not delay the full scan.
        case .ended(let end, let duration) where next(after: end, duration) > now: return beginFolders()
        case .neverBegan, .ended: break
        }
        state = .running
        isRequested = false
        folders = []
        return .all
    }

    mutating func ended(at now: Instant, took duration: Duration) { state = .ended(at: now, took: duration) }

    /// A requested scan never comes later than an ordinary one would: a scan during which the machine slept "took"
    /// hours, and resting twice as long would be too long.
    private func next(after end: Instant, _ duration: Duration) -> Instant {
        let usual = min(interval, isDegraded ? degradedInterval : interval)
        return end + (isRequested ? min(Self.rest(after: duration), usual) : usual)
    }

    /// However often scans are requested, they take at most a third of the time.
    private static func rest(after duration: Duration) -> Duration { max(duration * 2, .milliseconds(50)) }

    private mutating func beginFolders() -> Scope? {
        guard !folders.isEmpty else { return nil }
        defer { folders = [] }
        return .folders(folders.sorted())
    }
}
