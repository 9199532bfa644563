/// A day, a month or a year, as ISO 8601 writes it with fewer parts where fewer are known: "1961-08-04", "1961-08", "1961".
package struct PartialDate: Sendable, Hashable {
    /// 0 is the year before 1.
    package let year: Int
    /// From 1.
    package let month: Int?
    /// From 1; only where the month is known.
    package let day: Int?

    /// Years that are written in four digits.
    private static let years = -9999...9999

    /// - Returns: nil for the 31st of February and the like.
    package init?(year: Int, month: Int? = nil, day: Int? = nil) {
        let first = CivilDate(year: year, month: month ?? 1, day: day ?? 1)
        guard Self.years.contains(year), month != nil || day == nil, CivilDate(days: first.days) == first else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// - Parameter text: As `iso` writes it.
    package init?(iso text: String) {
        let isBeforeChrist = text.hasPrefix("-")
        let parts = text.dropFirst(isBeforeChrist ? 1 : 0).split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
        else { return nil }
        let numbers = parts.compactMap { part in part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil }
        guard numbers.count == parts.count else { return nil }
        self.init(
            year: isBeforeChrist ? -numbers[0] : numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
            day: numbers.count > 2 ? numbers[2] : nil)
    }

    package var iso: String {
        let parts = [UTCTime.padded(year.magnitude, 4)] + [month, day].compactMap(\.self).map { UTCTime.padded($0, 2) }
        return (year < 0 ? "-" : "") + parts.joined(separator: "-")
    }

    /// All days that it may be, since 1970-01-01.
    package var days: ClosedRange<Int> {
        let first = CivilDate(year: year, month: month ?? 1, day: day ?? 1).days
        if day != nil { return first...first }
        let next = month.map { CivilDate(year: $0 == 12 ? year + 1 : year, month: $0 % 12 + 1, day: 1) }
        return first...(next ?? CivilDate(year: year + 1, month: 1, day: 1)).days - 1
    }
}

/// In files it is a text, as `iso` writes it.
extension PartialDate: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let date = PartialDate(iso: text) else {
            let what = "\"\(text)\" is no date; write 2019, 2019-05 or 2019-05-31"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: what))
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
