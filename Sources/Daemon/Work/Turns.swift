/// Whose turn it is to compute: the decisions, without a lock or a clock.
///
/// There are as many places as `--workers` says. Who finds none waits, the first come the first served. One who has a place and
/// a large file gives it to a small file that waits, and waits himself; he gives way again only after he has computed for as
/// long as that kept him. So however many small files come, a large one takes at most twice its time and one small file's.
struct Turns {
    typealias Instant = ContinuousClock.Instant

    private struct Turn {
        var isSmall: Bool
        /// When it began to wait or to compute.
        var since: Instant
        /// How long it was kept waiting before it computed.
        var kept = Duration.zero
    }

    private let places: Int
    private var computing: [Int: Turn] = [:]
    private var waiting: [(worker: Int, turn: Turn)] = []

    init(places: Int) { self.places = places }

    var isSmallWaiting: Bool { waiting.contains { $0.turn.isSmall } }

    func isComputing(_ worker: Int) -> Bool { computing[worker] != nil }

    /// A worker has something to compute. Whether it may begin, `isComputing` tells.
    mutating func enter(_ worker: Int, isSmall: Bool, at now: Instant) {
        waiting.append((worker, Turn(isSmall: isSmall, since: now)))
        fill(at: now)
    }

    /// Its computing is done.
    mutating func leave(_ worker: Int, at now: Instant) {
        computing[worker] = nil
        fill(at: now)
    }

    /// A worker that computes comes by a place where it could stop.
    mutating func pass(_ worker: Int, at now: Instant) {
        guard let turn = computing[worker], !turn.isSmall, now - turn.since >= turn.kept,
            let small = waiting.firstIndex(where: { $0.turn.isSmall })
        else { return }
        admit(small, at: now)
        computing[worker] = nil
        waiting.append((worker, Turn(isSmall: false, since: now)))
    }

    private mutating func fill(at now: Instant) {
        while computing.count < places && !waiting.isEmpty { admit(0, at: now) }
    }

    private mutating func admit(_ index: Int, at now: Instant) {
        let (worker, turn) = waiting.remove(at: index)
        computing[worker] = Turn(isSmall: turn.isSmall, since: now, kept: now - turn.since)
    }
}
