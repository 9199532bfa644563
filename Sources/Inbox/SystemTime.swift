import Glibc

extension Inbox {
    /// Seconds since 1970 by the system's clock.
    package static let systemTime: @Sendable () -> Int64 = { Int64(time(nil)) }
}
