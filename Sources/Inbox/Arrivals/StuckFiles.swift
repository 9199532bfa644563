import Files

/// Files that cannot be read, and finished files that cannot be moved away.
///
/// They take no places from others, so nobody's articles wait for them. What ails one mostly ails its whole folder. So
/// one file is tried for all of a folder, at longer and longer intervals. When it succeeds the next are tried at once,
/// twice as many each time. A folder thus costs one try now and then, however many files lie in it.
package struct StuckFiles {
    typealias Instant = ContinuousClock.Instant

    package enum Trouble: Hashable, Sendable { case unread, unmoved }

    /// The files of one folder, nil for the inbox itself, with the same trouble.
    struct Key: Hashable {
        var folder: RelativePath?
        var trouble: Trouble
    }

    struct Held {
        var stamp: Stamp
        var noticed: Instant
        /// How often it was handed out without success.
        var tries: Int
        var unreadableSince: Instant?
        /// What is still to be done with a finished file; nil for one that could not be read.
        var order: FilingOrder?
        /// What to tell of it.
        var reason: String
        /// The last full scan that came across it.
        var seen: Int

        var trouble: Trouble { order == nil ? .unread : .unmoved }
    }

    /// Whether a file was remembered: as the first of its group, as another, or not.
    package enum Holding { case first, another, refused }

    /// How many files are remembered. At the limit, folders with stuck files are closed: new files in them are passed
    /// over until the stuck ones go.
    private let limit: Int
    private var files: [RelativePath: Held] = [:]
    private var groups: [Key: Group] = [:]
    private var timetable = Timetable<Key>()
    private var lastTicket: UInt64 = 0

    init(limit: Int) { self.limit = limit }

    var next: Instant? { timetable.next }
    var isFull: Bool { files.count >= limit }

    func isClosed(_ folder: RelativePath?) -> Bool {
        isFull && [.unread, .unmoved].contains { groups[Key(folder: folder, trouble: $0)] != nil }
    }

    func unseen(in scan: Int) -> [RelativePath] { files.filter { $0.value.seen != scan }.map(\.key) }
}

extension StuckFiles {
    private struct Group {
        /// Entries of the timetable with another ticket are void.
        var ticket: UInt64 = 0
        /// In the order in which they are tried. Files that are no longer stuck, or are listed twice, are passed over.
        var line = Queue<RelativePath>()
        var count = 0
        /// How many are being tried.
        var out = 0
        /// How many may be tried at once.
        var width = 1
        /// How many tries failed since the last success.
        var tries = 0
        /// The reason of the latest file, for when none of the others is left.
        var reason = ""

        /// A file that is being tried still counts as stuck.
        var total: Int { count + out }
    }

    private static let widest = 64

    /// 1, 2, 4 … seconds; at most half a minute for a file to be read, five minutes for one to be moved.
    private static func delay(_ tries: Int, _ trouble: Trouble) -> Duration {
        .seconds(min(1 << min(tries, 9), trouble == .unread ? 30 : 300))
    }

    /// - Parameter wasTried: whether `popDue` gave it out.
    /// - Returns: `.first` for the first of its group, `.refused` if it is not remembered.
    mutating func hold(
        _ path: RelativePath, _ held: Held, wasTried: Bool, at now: Instant
    ) -> Holding {
        let key = Key(folder: path.parent, trouble: held.trouble)
        remove(path)
        let isFirst = groups[key] == nil
        // One file of each folder is always remembered, or the folder would never be tried.
        let isRemembered = wasTried || isFirst || !isFull
        if isRemembered {
            files[path] = held
            groups[key, default: Group()].line.append(path)
            groups[key]?.count += 1
            groups[key]?.reason = held.reason
        }
        if wasTried { didNotGo(key, at: now) } else if isFirst { schedule(key, at: now + Self.delay(0, key.trouble)) }
        return isRemembered ? (isFirst ? .first : .another) : .refused
    }

    /// - Returns: whether it was there.
    @discardableResult
    mutating func remove(_ path: RelativePath) -> Bool {
        guard let held = files.removeValue(forKey: path) else { return false }
        let key = Key(folder: path.parent, trouble: held.trouble)
        groups[key]?.count -= 1
        tidy(key)
        return true
    }

    /// Takes in a look.
    ///
    /// - Returns: whether the file is stuck and unchanged. For an unreadable file, a change of mode counts as a change.
    mutating func saw(_ path: RelativePath, _ stamp: Stamp, in scan: Int) -> Bool {
        guard let held = files[path] else { return false }
        guard held.trouble == .unread ? held.stamp == stamp : held.stamp.sameContent(as: stamp) else { return false }
        files[path]?.seen = scan
        return true
    }

    /// The files to try now. They are no longer held, unless `hold` is called again.
    ///
    /// - Parameter hasRoom: whether files can be handed out to be read.
    mutating func popDue(
        at now: Instant, atMost limit: Int, hasRoom: Bool
    ) -> [(key: Key, path: RelativePath, held: Held)] {
        var due: [(key: Key, path: RelativePath, held: Held)] = []
        while due.count < limit, let entry = timetable.popDue(at: now) {
            let key = entry.subject
            guard groups[key]?.ticket == entry.ticket else { continue }
            if key.trouble == .unread && !hasRoom {
                schedule(key, at: now + .seconds(1))
                continue
            }
            while let path = popFirst(of: key), let held = files.removeValue(forKey: path) {
                due.append((key, path, held))
            }
        }
        return due
    }

    /// The next of the group that may be tried.
    private mutating func popFirst(of key: Key) -> RelativePath? {
        guard var group = groups[key], group.out < group.width else { return nil }
        defer { groups[key] = group }
        while let path = group.line.popFirst() {
            guard files[path]?.trouble == key.trouble else { continue }
            group.count -= 1
            group.out += 1
            return path
        }
        return nil
    }

    /// A file that was tried is no longer stuck, whatever became of it.
    mutating func went(_ key: Key, at now: Instant) {
        guard let group = groups[key] else { return }
        groups[key]?.out -= 1
        groups[key]?.width = min(group.width * 2, Self.widest)
        groups[key]?.tries = 0
        schedule(key, at: now)
    }

    /// A file was tried and is still stuck.
    mutating func didNotGo(_ key: Key, at now: Instant) {
        guard let group = groups[key] else { return }
        groups[key]?.out -= 1
        groups[key]?.width = 1
        groups[key]?.tries = group.tries + 1
        schedule(key, at: now + Self.delay(group.tries + 1, key.trouble))
    }

    /// Makes all groups due now.
    mutating func hurry(at now: Instant) {
        for key in groups.keys { schedule(key, at: now) }
    }

    private mutating func schedule(_ key: Key, at due: Instant) {
        lastTicket += 1
        groups[key]?.ticket = lastTicket
        timetable.insert(.init(due: due, ticket: lastTicket, subject: key))
        tidy(key)
    }

    private mutating func tidy(_ key: Key) {
        guard let group = groups[key] else { return }
        if group.count == 0 && group.out == 0 { return groups[key] = nil }
        // Files come and go: void entries must not pile up.
        guard group.line.count > 2 * group.count + 64 else { return }
        var (line, told) = (Queue<RelativePath>(), Set<RelativePath>())
        while let path = groups[key]?.line.popFirst() {
            if files[path]?.trouble == key.trouble && told.insert(path).inserted { line.append(path) }
        }
        groups[key]?.line = line
    }
}

extension StuckFiles {
    func count(_ trouble: Trouble) -> Int { groups.reduce(0) { $0 + ($1.key.trouble == trouble ? $1.value.count : 0) } }

    /// The folders with such files, those with the most first.
    func folders(_ trouble: Trouble) -> [StuckFolder] {
        groups.filter { $0.key.trouble == trouble && $0.value.total > 0 }
            .map { key, group in
                let example = group.line.first { files[$0]?.trouble == trouble }
                return StuckFolder(
                    path: key.folder, trouble: trouble, files: group.total,
                    reason: example.flatMap { files[$0]?.reason } ?? group.reason)
            }
            .sorted { ($1.files, $0.printed) < ($0.files, $1.printed) }
    }
}
