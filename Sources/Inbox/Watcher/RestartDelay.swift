/// How long to wait before restarting a program: longer each time, until it has run for a while.
struct RestartDelay {
    private static let longest = Duration.seconds(30)
    /// A run of this length counts as healthy.
    private static let soundTime = Duration.seconds(60)

    private var delay = Duration.milliseconds(100)

    mutating func next(afterRunning duration: Duration) -> Duration {
        if duration >= Self.soundTime { self = RestartDelay() }
        defer { delay = min(delay * 2, Self.longest) }
        return delay
    }
}
