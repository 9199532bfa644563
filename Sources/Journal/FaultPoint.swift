import Glibc
import Synchronization

/// A place where a crash would leave a state of its own.
///
/// In a debug build, `QUOTED_FAULT=after-write:3` ends the process at the third passing of "after-write" as SIGKILL
/// would: at once, nothing flushed, no handler run. A release build has none of this.
package struct FaultPoint: Sendable {
    package let name: StaticString

    package init(_ name: StaticString) { self.name = name }

    /// Room is reserved, nothing written.
    package static let beforeWrite = FaultPoint("before-write")
    /// Half a line is written.
    package static let withinLine = FaultPoint("within-line")
    /// Between two lines of one batch.
    package static let betweenLines = FaultPoint("between-lines")
    /// All lines of a batch are written, none is synced.
    package static let afterWrite = FaultPoint("after-write")
    /// No crash: the disk refuses a sync.
    package static let syncFails = FaultPoint("sync-fails")
    /// The lines are on the disk; the ledger knows nothing of them.
    package static let afterSync = FaultPoint("after-sync")
    /// The ledger knows the lines; nobody was told.
    package static let afterLedger = FaultPoint("after-ledger")

    /// Where the journal can crash, in the order they are passed.
    package static let all = [beforeWrite, withinLine, betweenLines, afterWrite, afterSync, afterLedger]

    /// Whether this build has fault points at all.
    package static var areCompiled: Bool {
        #if DEBUG
            true
        #else
            false
        #endif
    }

    @inline(__always)
    package func pass() {
        #if DEBUG
            if isDue { _exit(137) }
        #endif
    }

    /// True at the passing that was asked for, where something is to fail rather than crash.
    @inline(__always)
    package var isDue: Bool {
        #if DEBUG
            Self.plan?.isDue(at: name.description) == true
        #else
            false
        #endif
    }

    /// Does what must happen first, where half of something is to be left behind.
    @inline(__always)
    package func pass(first: () -> Void) {
        #if DEBUG
            guard isDue else { return }
            first()
            _exit(137)
        #endif
    }
}

#if DEBUG
    extension FaultPoint {
        private static let plan = Plan(environment: "QUOTED_FAULT")

        /// Which passing of which point is the last.
        private final class Plan: Sendable {
            private let name: String
            private let remaining: Mutex<Int>

            init?(environment variable: String) {
                guard let value = unsafe getenv(variable) else { return nil }
                let parts = unsafe String(cString: value).split(separator: ":", maxSplits: 1)
                guard let name = parts.first else { return nil }
                self.name = String(name)
                remaining = Mutex(parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
            }

            func isDue(at point: String) -> Bool {
                guard point == name else { return false }
                return remaining.withLock { left in
                    left -= 1
                    return left == 0
                }
            }
        }
    }
#endif
