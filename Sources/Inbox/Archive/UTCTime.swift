/// A moment as folders and JSON files name it, in UTC.
struct UTCTime: Sendable, Equatable {
    /// Days since 1970-01-01.
    var days: Int
    /// Seconds of the day.
    var seconds: Int

    /// - Parameter time: seconds since 1970.
    init(_ time: Int64) {
        let day: Int64 = 86_400
        let days = time >= 0 ? time / day : (time - day + 1) / day
        self.days = Int(days)
        seconds = Int(time - days * day)
    }

    /// `2024-06-26`.
    var date: String {
        let (year, month, day) = Self.civil(days)
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// `140203`.
    var clock: String {
        Self.padded(seconds / 3600, 2) + Self.padded(seconds / 60 % 60, 2) + Self.padded(seconds % 60, 2)
    }

    /// `2024-06-26T14:02:03Z`.
    var iso8601: String {
        "\(date)T\(Self.padded(seconds / 3600, 2)):\(Self.padded(seconds / 60 % 60, 2)):\(Self.padded(seconds % 60, 2))Z"
    }

    /// The days since 1970-01-01 of a folder named as `date` writes it; nil for any other name.
    static func days(date: String) -> Int? {
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
        let numbers = parts.compactMap { part in part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil }
        guard numbers.count == 3 else { return nil }
        let days = days(year: numbers[0], month: numbers[1], day: numbers[2])
        // Refuses the 31st of February and the like.
        return civil(days) == (numbers[0], numbers[1], numbers[2]) ? days : nil
    }

    // Both after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": a year that begins on the 1st of
    // March has its leap day last, and 400 of them have 146,097 days.

    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
