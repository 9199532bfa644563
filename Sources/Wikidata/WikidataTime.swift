import CivilTime

/// A time value: a date of a calendar with its precision, `+1961-08-04T00:00:00Z` and 11.
///
/// The format is that of <https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html>. Julian dates are taken as
/// they are: nobody's office is missed by a dozen days.
struct WikidataTime: Decodable {
    var time: String
    var precision: Int

    /// What the number of a precision means.
    private enum Precision { static let year = 9, month = 10, day = 11 }

    /// To the year, the month or the day; nil for decades and what is less precise, and for years that nobody writes.
    var date: PartialDate? {
        guard precision >= Precision.year, let sign = time.first, "+-".contains(sign) else { return nil }
        let parts = time.dropFirst().prefix { $0 != "T" }.split(separator: "-").map { Int($0) }
        guard let first = parts.first, let written = first else { return nil }
        // There is no year 0 here: the year before 1 is -1.
        let year = sign == "-" ? 1 - written : written
        let month = precision >= Precision.month && parts.count > 1 ? parts[1] : nil
        let day = precision >= Precision.day && parts.count > 2 ? parts[2] : nil
        return PartialDate(year: year, month: month, day: day) ?? PartialDate(year: year, month: month)
            ?? PartialDate(year: year)
    }
}
