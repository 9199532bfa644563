import Files

/// The files that the inbox holds, in the order in which workers get them, with the time at which each is looked at again.
///
/// Nothing is searched for to be taken out of a lane or the timetable: an entry whose ticket is old is passed over. So a
/// change of state costs O(log n), and taking a file O(1) on average.
struct HeldFiles {
    typealias Instant = ContinuousClock.Instant

    private var files: [RelativePath: HeldFile] = [:]
    private var lanes = Lanes()
    private var timetable = Timetable<RelativePath>()
    private var lastTicket: UInt64 = 0

    var count: Int { files.count }
    /// The next moment at which `popDue` has something to say.
    var deadline: Instant? { timetable.next }
    var states: some Sequence<HeldFile.State> { files.values.lazy.map(\.state) }

    /// The setter is for what leaves the state alone; the functions below change it.
    subscript(path: RelativePath) -> HeldFile? {
        get { files[path] }
        _modify { yield &files[path] }
    }

    func paths(where holds: (HeldFile) -> Bool) -> [RelativePath] { files.filter { holds($0.value) }.map(\.key) }

    @discardableResult
    mutating func insert(_ path: RelativePath, _ file: HeldFile) -> HandOut {
        files[path] = file
        return renew(path)
    }

    mutating func remove(_ path: RelativePath) -> HeldFile? { files.removeValue(forKey: path) }

    mutating func settle(_ path: RelativePath, _ stamp: Stamp, until: Instant) {
        files[path]?.stamp = stamp
        look(at: path, again: until, .settling(until: until))
    }

    mutating func wait(_ path: RelativePath, until: Instant) { look(at: path, again: until, .waiting(until: until)) }

    mutating func makeReady(_ path: RelativePath) {
        guard files[path] != nil else { return }
        files[path]?.state = .ready
        let ticket = renew(path).ticket
        if let lane = files[path]?.lane { lanes.append(.init(path: path, ticket: ticket), to: lane) }
    }

    mutating func handOut(_ path: RelativePath, _ stamp: Stamp) -> HandOut {
        files[path]?.state = .working
        files[path]?.stamp = stamp
        files[path]?.announced = nil
        return renew(path)
    }

    private mutating func look(at path: RelativePath, again due: Instant, _ state: HeldFile.State) {
        guard files[path] != nil else { return }
        files[path]?.state = state
        timetable.insert(.init(due: due, ticket: renew(path).ticket, subject: path))
    }

    /// - Precondition: the file is held.
    private mutating func renew(_ path: RelativePath) -> HandOut {
        lastTicket += 1
        files[path]!.ticket = lastTicket
        return HandOut(path: path, files[path]!)
    }
}

// MARK: Whose turn it is

extension HeldFiles {
    /// The next file that a worker may take.
    mutating func next() -> RelativePath? { lanes.next(isCurrent: isReady)?.path }

    /// One of the next, if it has no more bytes than that.
    mutating func nextSmall(atMost limit: Int64) -> RelativePath? {
        let isReady = isReady
        return lanes.nextPassing { [files] item in isReady(item) && files[item.path]!.stamp.size <= limit }?.path
    }

    /// The file that has waited for the shortest time in the backlog.
    mutating func popNewestOfBacklog() -> RelativePath? { lanes.popNewestOfBacklog(isCurrent: isReady)?.path }

    /// Files whose settle time is over. Those whose waiting is over become ready by themselves.
    mutating func popDue(at now: Instant, atMost limit: Int) -> [RelativePath] {
        var paths: [RelativePath] = []
        while paths.count < limit, let entry = timetable.popDue(at: now) {
            guard let file = files[entry.subject], file.ticket == entry.ticket else { continue }
            switch file.state {
            case .settling: paths.append(entry.subject)
            case .waiting: makeReady(entry.subject)
            case .listed, .ready, .working: break
            }
        }
        return paths
    }

    /// Whether what a lane holds may still be taken. It captures the files alone: with the lanes, too, each taking would copy
    /// them.
    private var isReady: (Lanes.Item) -> Bool {
        { [files] item in files[item.path].map { $0.ticket == item.ticket && $0.state == .ready } ?? false }
    }
}
