/// When to look through the inbox, or through a folder of it.
struct ScanSchedule {
    typealias Instant = ContinuousClock.Instant

    enum Scope: Equatable {
        case all
        case folders([InboxPath])
    }

    /// More folders than this to look through at once are as well looked through together with all others.
    static let folderLimit = 32

    let interval: Duration
    let degradedInterval: Duration
    /// The watcher misses things.
    var isDegraded = false

    private var isRequested = true
    private var folders: Set<InboxPath> = []
    private var lastEnd: Instant?
    private var lastDuration = Duration.zero

    init(interval: Duration, degradedInterval: Duration) {
        self.interval = interval
        self.degradedInterval = degradedInterval
    }

    mutating func request() { isRequested = true }

    mutating func request(_ folder: InboxPath) {
        folders.insert(folder)
        if folders.count > Self.folderLimit { isRequested = true }
    }

    /// Nil: never been scanned, so at once.
    var deadline: Instant? {
        folders.isEmpty ? nextFull : nil
    }

    /// One that is asked for is never later than it would have been: a scan that was going on while the machine slept took
    /// hours, and twice that is no rest.
    private var nextFull: Instant? {
        let usual = min(interval, isDegraded ? degradedInterval : interval)
        return lastEnd.map { $0 + (isRequested ? min(rest, usual) : usual) }
    }

    /// What to scan now, if anything. It counts as begun.
    mutating func begin(at now: Instant) -> Scope? {
        // Folders that keep coming must not put off the scan of all.
        if let nextFull, nextFull > now { return beginFolders() }
        isRequested = false
        folders = []
        return .all
    }

    mutating func ended(at now: Instant, took duration: Duration) {
        lastEnd = now
        lastDuration = duration
    }

    /// However often it is asked for, scanning takes no more than a third of the time.
    private var rest: Duration { max(lastDuration * 2, .milliseconds(50)) }

    private mutating func beginFolders() -> Scope? {
        guard !folders.isEmpty else { return nil }
        defer { folders = [] }
        return .folders(folders.sorted())
    }
}
