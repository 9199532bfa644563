import Files

@testable import Inbox

/// `Arrivals` with files and a clock that are only imagined.
struct ImaginedInbox {
    var arrivals: Arrivals
    var now = ContinuousClock.now
    private(set) var files: [RelativePath: Look] = [:]
    private var lastInode: UInt64 = 0
    private var lastChange: Int64 = 0

    init(heldLimit: Int = 10_000, stuckLimit: Int = 10_000) {
        arrivals = Arrivals(
            settleTime: .seconds(2), unclosedSettleTime: .seconds(20), permissionWindow: .seconds(180),
            heldLimit: heldLimit, stuckLimit: stuckLimit)
    }

    /// Writes to a file, making it if need be.
    mutating func put(_ path: RelativePath, size: Int64? = nil, modified: Int64? = nil, links: Int = 1) {
        lastChange += 1
        var inode = files[path]?.stamp?.inode
        if inode == nil {
            lastInode += 1
            inode = lastInode
        }
        files[path] = .file(
            Stamp(
                device: 1, inode: inode!, size: size ?? lastChange, modified: modified ?? lastChange,
                changed: lastChange, links: links))
    }

    mutating func changeMode(_ path: RelativePath) {
        guard case .file(var stamp) = look(path) else { return }
        lastChange += 1
        stamp.changed = lastChange
        files[path] = .file(stamp)
    }

    /// Renames another file over it.
    mutating func replace(_ path: RelativePath) {
        files[path] = nil
        put(path)
    }

    mutating func putSpecial(_ path: RelativePath, _ special: Look.Special) {
        lastChange += 1
        lastInode += 1
        files[path] = .special(
            special, Stamp(device: 1, inode: lastInode, size: 0, modified: lastChange, changed: lastChange))
    }

    mutating func remove(_ path: RelativePath) { files[path] = nil }

    func look(_ path: RelativePath) -> Look { files[path] ?? .gone }

    @discardableResult
    mutating func see(_ path: RelativePath, by sighting: Sighting) -> SightingAction? {
        arrivals.saw(path, look(path), by: sighting, at: now)
    }

    /// A scan of all, in no particular order.
    @discardableResult
    mutating func scan() -> [SightingAction] {
        arrivals.scanBegan()
        var actions = files.keys.compactMap { see($0, by: .scanned) }
        for path in arrivals.scanEnded(complete: true, at: now) {
            actions += [see(path, by: .scanned)].compactMap(\.self)
        }
        return actions
    }

    @discardableResult
    mutating func wait(_ duration: Duration) -> [SightingAction] {
        now += duration
        return tick()
    }

    @discardableResult
    mutating func tick() -> [SightingAction] {
        arrivals.due(at: now).compactMap { see($0, by: .settled) }
    }

    mutating func takeArrived() -> HandOut? {
        let files = files
        return arrivals.take(at: now) { files[$0] ?? .gone }
    }

    mutating func takeSmall(atMost limit: Int64) -> RelativePath? {
        let files = files
        return arrivals.take(atMost: limit, at: now) { files[$0] ?? .gone }?.path
    }

    struct NothingToTake: Error {}

    mutating func takeOne() throws -> HandOut {
        guard let arrived = takeArrived() else { throw NothingToTake() }
        return arrived
    }

    mutating func take() -> RelativePath? { takeArrived()?.path }

    mutating func takeAll() -> [RelativePath] {
        var paths: [RelativePath] = []
        while let path = take() { paths.append(path) }
        return paths
    }

    /// Files that are to be moved again.
    mutating func moveAgain() -> [HandOut] { arrivals.dueStuck(at: now).map(\.handOut) }

    @discardableResult
    mutating func stick(_ arrived: HandOut, _ reason: String = "It is stuck.") -> StuckFiles.Holding {
        arrivals.cannotMove(arrived, .done(), reason, at: now)
    }

    /// - Returns: whether it is tried again.
    mutating func cannotRead(_ arrived: HandOut) -> Bool {
        arrivals.unreadable(arrived, "It is private.", at: now) != nil
    }

    mutating func finish(_ arrived: HandOut, _ result: WorkResult) {
        arrivals.finished(arrived, result, at: now)
    }
}
