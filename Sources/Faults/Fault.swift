#if DEBUG
    import Glibc
    import Synchronization

    /// The fault planned for this process: at which point, at which passing, and how. It happens once.
    final class Fault: Sendable {
        enum Effect: String {
            case kill, hang, error

            /// Returns only for `error`: the caller then fails.
            func takePlace() {
                switch self {
                // At once: nothing is flushed and no handler runs. The exit status distinguishes it from a kill from
                // outside.
                case .kill: _exit(137)
                case .hang: while true { sleep(3600) }
                case .error: return
                }
            }
        }

        static let planned = unsafe getenv("QUOTED_FAULT").map { unsafe Fault(String(cString: $0)) }

        private let name: String
        private let effect: Effect
        private let remaining: Mutex<Int>

        /// - Parameter plan: `POINT`, `POINT:PASSING` or `POINT:PASSING:EFFECT`. Anything else ends the process, since
        ///   a misspelt fault would prove nothing.
        init(_ plan: String) {
            let parts = plan.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            let passing = parts.count > 1 ? Int(parts[1]) : 1
            let effect = parts.count > 2 ? Effect(rawValue: parts[2]) : .kill
            guard parts.count <= 3, FaultPoint.all.contains(where: { $0.name.description == parts[0] }),
                let passing, passing > 0, let effect
            else { fatalError("QUOTED_FAULT=\(plan) is not POINT:PASSING:EFFECT; see FaultPoint") }
            name = parts[0]
            self.effect = effect
            remaining = Mutex(passing)
        }

        func effect(at point: String) -> Effect? {
            guard point == name else { return nil }
            return remaining.withLock { left in
                left -= 1
                return left == 0 ? effect : nil
            }
        }
    }
#endif
