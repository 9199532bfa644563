import Files

/// The two queues of ready files: those that have just come, and the backlog.
///
/// Fresh files go first, but after three of them the backlog has a turn, so that neither waits for the other to run
/// dry. A bulk delivery comes in fresh too. Only its newest files stay there; the older ones join the backlog, or one
/// urgent file would wait behind all of them.
struct Lanes {
    struct Item {
        var path: RelativePath
        var ticket: UInt64
    }

    enum Lane { case fresh, backlog }

    static let freshLimit = 64
    static let freshInARow = 3

    private var fresh = Queue<Item>()
    private var backlog = Queue<Item>()
    private var row = 0

    mutating func append(_ item: Item, to lane: Lane) {
        switch lane {
        case .backlog: backlog.append(item)
        case .fresh:
            fresh.append(item)
            if fresh.count > Self.freshLimit, let oldest = fresh.popFirst() { backlog.append(oldest) }
        }
    }

    /// - Parameter isCurrent: whether the item is still ready; others are dropped.
    mutating func next(isCurrent: (Item) -> Bool) -> Item? {
        while let item = pop() {
            if isCurrent(item.item) {
                row = item.lane == .fresh ? row + 1 : 0
                return item.item
            }
        }
        return nil
    }

    /// Takes the first item that passes the test, past the others: from the fresh ones, or else from as many that are
    /// next in the backlog. Without a watcher all files are in the backlog.
    mutating func nextPassing(where holds: (Item) -> Bool) -> Item? {
        let limit = Self.freshLimit
        return fresh.popFirst(ofFirst: limit, where: holds) ?? backlog.popFirst(ofFirst: limit, where: holds)
    }

    /// Gives up the newest of the backlog.
    mutating func popNewestOfBacklog(isCurrent: (Item) -> Bool) -> Item? {
        while let item = backlog.popLast() {
            if isCurrent(item) { return item }
        }
        return nil
    }

    private mutating func pop() -> (item: Item, lane: Lane)? {
        if row >= Self.freshInARow || fresh.isEmpty, let item = backlog.popFirst() { return (item, .backlog) }
        return fresh.popFirst().map { ($0, .fresh) }
    }
}
