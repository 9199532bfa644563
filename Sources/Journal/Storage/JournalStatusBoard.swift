import Files
import Records
import Synchronization
import SystemPackage

/// The journal's account of itself, which others may read while it waits for the disk.
final class JournalStatusBoard: Sendable {
    private struct State {
        var status: JournalStatus
        var syncTimes = SyncTimes()
        var moved: (to: String, since: ContinuousClock.Instant)?
    }

    private static let noticeLimit = 20

    private let state: Mutex<State>

    private let rotationTime: Duration

    init(_ file: JournalFile, _ notices: [String], rotationTime: Duration) {
        self.rotationTime = rotationTime
        state = Mutex(
            State(
                status: JournalStatus(
                    path: file.path.string, inode: file.identity.inode, bytes: file.end, lines: 0, batches: 0,
                    waiting: 0, ledgerBytes: 0, notices: notices)))
    }

    var snapshot: JournalStatus {
        state.withLock { state in
            var status = state.status
            status.medianSync = state.syncTimes.median
            if let moved = state.moved, moved.since.duration(to: .now) > rotationTime { status.movedTo = moved.to }
            return status
        }
    }

    func note(_ file: JournalFile, notices: [String] = []) {
        let (inode, bytes) = (file.identity.inode, file.end)
        state.withLock { state in
            state.status.inode = inode
            state.status.bytes = bytes
            let news = notices.filter { !state.status.notices.contains($0) }
            state.status.notices = (state.status.notices + news).suffix(Self.noticeLimit)
        }
    }

    /// - Returns: whether more lines were cut off than was known.
    func note(_ losses: LossCount) -> Bool {
        state.withLock { state in
            defer { state.status.losses = losses }
            return losses.cut > state.status.losses.cut
        }
    }

    /// - Parameter path: where the open file is now; nil where it has its name.
    func noteMoved(to path: String?) {
        state.withLock { state in
            state.moved = path.map { ($0, state.moved?.since ?? .now) }
        }
    }

    func noteBatch(lines: Int, end: Int64, sync: Duration?) {
        state.withLock { state in
            state.status.batches += 1
            state.status.lines += lines
            state.status.bytes = end
            if lines > 0 { state.status.lastLine = .now }
            if let sync { state.syncTimes.add(sync) }
        }
    }

    /// - Returns: false where it is known already.
    func degrade(_ activity: Degradation.Activity, _ reason: String) -> Bool {
        state.withLock { state in
            guard state.status.degraded?.activity != activity else { return false }
            state.status.degraded = Degradation(activity: activity, reason: reason)
            return true
        }
    }

    /// - Returns: false where nothing was wrong.
    func recover() -> Bool {
        state.withLock { state in
            defer { state.status.degraded = nil }
            return state.status.degraded != nil
        }
    }
}
