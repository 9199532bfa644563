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
        guard folders.isEmpty, let lastEnd else { return nil }
        return lastEnd + (isRequested ? rest : min(interval, isDegraded ? degradedInterval : interval))
    }

    /// What to scan now, if anything. It counts as begun.
    mutating func begin(at now: Instant) -> Scope? {
        if let deadline, deadline > now { return nil }
        let isFull = isRequested || folders.isEmpty
        if isFull, let lastEnd, isRequested, lastEnd + rest > now {
            return beginFolders()
        }
        if isFull {
            isRequested = false
            folders = []
            return .all
        }
        return beginFolders()
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
