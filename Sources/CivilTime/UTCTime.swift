/// A moment as folders and JSON files name it, in UTC.
package struct UTCTime: Sendable, Equatable {
    /// Days since 1970-01-01.
    package var days: Int
    /// Seconds of the day.
    package var seconds: Int

    /// - Parameter time: seconds since 1970.
    package init(_ time: Int64) {
        let (days, seconds) = time.quotientAndRemainder(flooringBy: 86_400)
        (self.days, self.seconds) = (Int(days), Int(seconds))
    }

    /// `2024-06-26`.
    package var date: String {
        let date = CivilDate(days: days)
        return "\(Self.padded(date.year, 4))-\(Self.padded(date.month, 2))-\(Self.padded(date.day, 2))"
    }

    /// `140203`.
    package var clock: String {
        Self.padded(seconds / 3600, 2) + Self.padded(seconds / 60 % 60, 2) + Self.padded(seconds % 60, 2)
    }

    /// `2024-06-26T14:02:03Z`.
    package var iso8601: String {
        "\(date)T\(Self.padded(seconds / 3600, 2)):\(Self.padded(seconds / 60 % 60, 2)):\(Self.padded(seconds % 60, 2))Z"
    }

    /// The days since 1970-01-01 of a folder named as `date` writes it; nil for any other name.
    package static func days(date: String) -> Int? {
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
        let numbers = parts.compactMap { part in part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil }
        guard numbers.count == 3 else { return nil }
        let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
        // Refuses the 31st of February and the like.
        return CivilDate(days: date.days) == date ? date.days : nil
    }

    static func padded(_ number: some BinaryInteger, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
