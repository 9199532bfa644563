import Files
import TestSupport
import Testing

@testable import Inbox

/// Random lists of events against a model that knows what really happened to the files.
struct ArrivalsRandomTests {
    /// Each seed is a run of its own; a failure names it.
    @Test(arguments: 0..<300) func nothingIsLostNothingIsTakenTwiceAtOnceNothingTooEarly(_ seed: Int) throws {
        var world = World(seed: seed)
        for _ in 0..<400 { try world.step() }
        try world.comeToRest()
    }
}

private struct World {
    /// What really is the case with a file.
    private struct Truth {
        var changed: ContinuousClock.Instant
        /// Announced as complete, and not written to since.
        var isAnnounced = false
        var isSpecial = false
    }

    private enum Ending { case gone, later, stuck, unread }

    private var desk: ImaginedInbox
    private var random: SplitMix
    private var truth: [RelativePath: Truth] = [:]
    private var working: [HandOut] = []
    private let paths: [RelativePath] = ["a", "b", "c", "d/e", "d/f", "g", ".dot", "h.tmp"]
    private let limit: Int

    init(seed: Int) {
        random = SplitMix(seed: seed)
        limit = random.below(2) == 0 ? 3 : 100
        desk = ImaginedInbox(heldLimit: limit, stuckLimit: random.below(2) == 0 ? 1 : 100)
    }

    mutating func step() throws {
        let path = paths[random.below(paths.count)]
        switch random.below(16) {
        case 0...3: write(path)
        case 4, 5: try announce(path, replacing: false)
        case 6: try announce(path, replacing: true)
        case 7: remove(path)
        case 8: makeSpecial(path)
        case 9: try act(desk.see(path, by: random.below(2) == 0 ? .created : .paused))
        case 10: try scan()
        case 11, 12: try wait(.milliseconds(random.below(3000)))
        case 13: try take()
        default: try finish()
        }
        #expect(desk.arrivals.files.count <= limit + working.count + 1)
    }

    /// Nobody writes any more; with scans and time, every file must come to its end.
    mutating func comeToRest() throws {
        for _ in 0..<200 {
            while !working.isEmpty { try finish(.gone) }
            try scan()
            try wait(.seconds(31))
            while try take() { try finish(.gone) }
        }
        let left = truth.keys.filter { !$0.isIgnored }
        #expect(left.isEmpty, "never handed out")
        #expect(desk.arrivals.counts == ArrivalCounts())
        #expect(Set(truth.keys).isSubset(of: paths.filter(\.isIgnored)))
    }

    private mutating func write(_ path: RelativePath) {
        if truth[path]?.isSpecial == true { remove(path) }
        desk.put(path)
        truth[path] = Truth(changed: desk.now)
    }

    private mutating func announce(_ path: RelativePath, replacing: Bool) throws {
        if replacing || truth[path] == nil || truth[path]?.isSpecial == true {
            desk.replace(path)
            truth[path] = Truth(changed: desk.now)
        }
        truth[path]?.isAnnounced = true
        // The hint may be lost.
        if random.below(4) > 0 { try act(desk.see(path, by: .closed)) }
    }

    private mutating func remove(_ path: RelativePath) {
        desk.remove(path)
        truth[path] = nil
    }

    private mutating func makeSpecial(_ path: RelativePath) {
        desk.putSpecial(path, .symlink)
        truth[path] = Truth(changed: desk.now, isSpecial: true)
    }

    private mutating func scan() throws {
        for action in desk.scan() { try act(action) }
        #expect(desk.arrivals.files.count <= limit + working.count + 1)
    }

    private mutating func wait(_ duration: Duration) throws {
        for action in desk.wait(duration) { try act(action) }
        for arrived in desk.moveAgain() { try begin(arrived) }
    }

    private mutating func act(_ action: SightingAction?) throws {
        switch action {
        case .refuse(let arrived, _):
            #expect(truth[arrived.path]?.isSpecial == true)
            try begin(arrived)
        case nil: break
        }
    }

    @discardableResult
    private mutating func take() throws -> Bool {
        guard let arrived = desk.takeArrived() else { return false }
        let file = try #require(truth[arrived.path], "handed out what is not there")
        #expect(!file.isSpecial)
        #expect(desk.look(arrived.path) == .file(arrived.stamp))
        #expect(file.isAnnounced || desk.now - file.changed >= .seconds(2), "handed out too early")
        try begin(arrived)
        return true
    }

    private mutating func begin(_ arrived: HandOut) throws {
        #expect(!arrived.path.isIgnored)
        #expect(!working.contains { $0.path == arrived.path }, "handed out twice at once")
        working.append(arrived)
    }

    /// Ends some work as the inbox would: a file that is not what was handed out is not moved.
    private mutating func finish(_ ending: Ending? = nil) throws {
        guard !working.isEmpty else { return }
        let arrived = working.remove(at: random.below(working.count))
        guard desk.look(arrived.path).stamp?.sameContent(as: arrived.stamp) == true else {
            return desk.finish(arrived, .changed(desk.look(arrived.path)))
        }
        switch ending ?? [.gone, .gone, .later, .stuck, .unread][random.below(5)] {
        case .later: desk.finish(arrived, .later)
        case .stuck: desk.stick(arrived)
        case .unread where desk.cannotRead(arrived): break
        case .gone, .unread:
            remove(arrived.path)
            desk.finish(arrived, .gone)
        }
    }
}
