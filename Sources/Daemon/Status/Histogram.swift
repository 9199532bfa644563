/// How long something took, many times over: buckets an eighth of an octave wide, from a microsecond to an hour.
///
/// A quantile is off by at most the width of a bucket, nine per cent.
struct Histogram: Sendable {
    private var buckets = [UInt32](repeating: 0, count: Self.bucketCount)
    private(set) var count = 0
    private(set) var total = Duration.zero

    private static let bucketsPerOctave = 8
    private static let bucketCount = 32 * bucketsPerOctave

    mutating func add(_ duration: Duration) {
        buckets[Self.bucket(of: duration)] += 1
        count += 1
        total += duration
    }

    /// - Parameter share: 0.5 for the median, 0.99 for what one in a hundred exceeds.
    /// - Returns: nil while there is nothing to tell.
    func quantile(_ share: Double) -> Duration? {
        guard count > 0 else { return nil }
        let rank = Int((share * Double(count)).rounded(.up))
        var seen = 0
        for (index, count) in buckets.enumerated() {
            seen += Int(count)
            if seen >= max(rank, 1) { return Self.middle(of: index) }
        }
        return Self.middle(of: Self.bucketCount - 1)
    }

    private static func bucket(of duration: Duration) -> Int {
        // The octave is where the leading one stands, the bucket in it the three bits after that one.
        let microseconds = UInt64(max(duration.microseconds, 1))
        let octave = 63 - microseconds.leadingZeroBitCount
        let fraction = octave >= 3 ? microseconds >> (octave - 3) & 7 : microseconds << (3 - octave) & 7
        return min(octave * bucketsPerOctave + Int(fraction), bucketCount - 1)
    }

    private static func middle(of bucket: Int) -> Duration {
        let (octave, fraction) = bucket.quotientAndRemainder(dividingBy: bucketsPerOctave)
        let start = Double(UInt64(1) << octave)
        return .seconds(start * (1 + (Double(fraction) + 0.5) / Double(bucketsPerOctave)) / 1_000_000)
    }
}
