/// How many there were within the last minute, second by second.
struct RateMeter: Sendable {
    private var seconds = [Int](repeating: 0, count: 60)
    /// The second that was counted last.
    private var last: Int64 = 0

    /// - Parameter second: Of monotonic time.
    mutating func add(_ number: Int = 1, at second: Int64) {
        forget(before: second)
        seconds[Int(second % 60)] += number
    }

    mutating func perMinute(at second: Int64) -> Int {
        forget(before: second)
        return seconds.reduce(0, +)
    }

    private mutating func forget(before second: Int64) {
        guard second > last else { return }
        for gone in (max(last, second - 60) + 1)...second { seconds[Int(gone % 60)] = 0 }
        last = second
    }
}
