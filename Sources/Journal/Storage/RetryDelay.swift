/// How long to wait before trying again: twice as long each time, up to a limit short enough that nobody who made
/// room stands waiting for it to be noticed.
struct RetryDelay {
    private var next: Duration = .milliseconds(50)
    private let limit: Duration = .seconds(2)

    mutating func pause() -> Duration {
        defer { next = min(next * 2, limit) }
        return next
    }
}
