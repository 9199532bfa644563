import Records
import Synchronization

/// Which contents are being worked on, and how often. Copies of one file that are in work together are one attempt:
/// counted singly, they would look like a file that took the daemon down each time.
final class ContentsInWork: Sendable {
    private let counts = Mutex<[Fingerprint: Int]>([:])

    /// - Returns: Whether no other file of this content is in work.
    func enter(_ content: Fingerprint) -> Bool {
        counts.withLock { counts in
            counts[content, default: 0] += 1
            return counts[content] == 1
        }
    }

    func leave(_ content: Fingerprint) {
        counts.withLock { counts in
            let left = (counts[content] ?? 0) - 1
            counts[content] = left > 0 ? left : nil
        }
    }
}
