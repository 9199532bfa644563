/// How many may pass: `rate` a second on average, and as many as that at once after a quiet second.
struct TokenBucket: Sendable {
    private let rate: Double
    private var tokens: Double
    private var last: ContinuousClock.Instant

    init(rate: Int, at now: ContinuousClock.Instant) {
        self.rate = Double(rate)
        tokens = Double(rate)
        last = now
    }

    /// Counts one, even where there were too many: the next ones wait the longer.
    mutating func take(at now: ContinuousClock.Instant) {
        fill(at: now)
        tokens -= 1
    }

    /// How long the next one has to wait; zero where it need not.
    mutating func wait(at now: ContinuousClock.Instant) -> Duration {
        fill(at: now)
        return tokens >= 1 ? .zero : .seconds((1 - tokens) / rate)
    }

    private mutating func fill(at now: ContinuousClock.Instant) {
        guard now > last else { return }
        tokens = min(rate, tokens + (now - last).seconds * rate)
        last = now
    }
}
