import Foundation

/// Brings the ways in which formats write a time to ISO 8601, with the zone that the source gave and none where it gave
/// none.
enum NewsTime {
    /// - Returns: "2026-11-20T08:00:00+01:00", "2026-11-20T08:00:00" or "2026-11-20"; nil for what is no time.
    static func iso(_ raw: String?) -> String? {
        guard let raw = raw.flatMap(String.line) else { return nil }
        return extended(raw) ?? basic(raw) ?? mail(raw)
    }

    /// Of seconds since 1970, or milliseconds, as JSON often has them; nil before 1990 and after 2100.
    static func iso(seconds: Double) -> String? {
        let seconds = seconds > 1e11 ? seconds / 1000 : seconds
        guard (631_152_000..<4_102_444_800).contains(seconds) else { return nil }
        return Date(timeIntervalSince1970: seconds.rounded(.down)).ISO8601Format()
    }

    /// ISO 8601 with hyphens: `2018-01-21T20:23:15.000Z`, `2017-07-17 17:03:00`, `2018-05-28`.
    private static func extended(_ raw: String) -> String? {
        var scan = Scan(raw)
        guard let year = scan.digits(4), scan.skip("-"), let month = scan.digits(2), scan.skip("-"),
            let day = scan.digits(2)
        else { return nil }
        return time(year, month, day, &scan)
    }

    /// ISO 8601 without: `20131020T192751+1100`, `20190723`.
    private static func basic(_ raw: String) -> String? {
        var scan = Scan(raw)
        guard let year = scan.digits(4), let month = scan.digits(2), let day = scan.digits(2) else { return nil }
        return time(year, month, day, &scan)
    }

    /// RFC 5322, as in mail and RSS: `Wed, 17 Oct 2018 10:30:00 GMT`.
    private static func mail(_ raw: String) -> String? {
        var scan = Scan(raw.split(separator: ",").count > 1 ? String(raw.drop { $0 != "," }.dropFirst()) : raw)
        scan.skipBlanks()
        guard let day = scan.number(), let month = months[String(scan.word().prefix(3)).lowercased()] else {
            return nil
        }
        scan.skipBlanks()
        guard var year = scan.number() else { return nil }
        // Two digits mean what RFC 5322 says that they mean.
        if year < 50 { year += 2000 } else if year < 1000 { year += 1900 }
        return time(year, month, day, &scan)
    }

    private static let months: [String: Int] = Dictionary(
        uniqueKeysWithValues: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
            .enumerated().map { ($1, $0 + 1) })

    private static func time(_ year: Int, _ month: Int, _ day: Int, _ scan: inout Scan) -> String? {
        guard (1...12).contains(month), (1...31).contains(day), year > 0 else { return nil }
        let date = "\(padded(year, 4))-\(padded(month))-\(padded(day))"
        if !scan.skip("T") && !scan.skip("t") { scan.skipBlanks() }
        guard let hour = scan.digits(2), hour < 25 else { return scan.isAtEnd ? date : nil }
        _ = scan.skip(":")
        guard let minute = scan.digits(2), minute < 60 else { return date }
        _ = scan.skip(":")
        let second = scan.digits(2) ?? 0
        if scan.skip(".") || scan.skip(",") { _ = scan.number() }
        scan.skipBlanks()
        return "\(date)T\(padded(hour)):\(padded(minute)):\(padded(second))" + scan.zone()
    }

    fileprivate static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private struct Scan {
        private var rest: Substring.UnicodeScalarView

        init(_ text: String) { rest = Substring(text).unicodeScalars }

        var isAtEnd: Bool { rest.isEmpty }

        mutating func digits(_ count: Int) -> Int? {
            let digits = rest.prefix(count)
            guard digits.count == count, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
            rest = rest.dropFirst(count)
            return Int(String(Substring(digits)))
        }

        mutating func number() -> Int? {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            rest = rest.dropFirst(digits.count)
            return digits.count < 10 ? Int(String(Substring(digits))) : nil
        }

        mutating func word() -> String {
            skipBlanks()
            let word = rest.prefix { $0.properties.isAlphabetic }
            rest = rest.dropFirst(word.count)
            return String(Substring(word))
        }

        mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
            guard rest.first == scalar else { return false }
            rest = rest.dropFirst()
            return true
        }

        mutating func skipBlanks() { rest = rest.drop { $0 == " " } }

        /// "Z", "+01:00", or nothing.
        mutating func zone() -> String {
            let sign = rest.first
            if sign == "+" || sign == "-" {
                rest = rest.dropFirst()
                guard let hours = digits(2) else { return "" }
                _ = skip(":")
                return "\(sign == "+" ? "+" : "-")\(NewsTime.padded(hours)):\(NewsTime.padded(digits(2) ?? 0))"
            }
            return Self.zones[word().uppercased()] ?? ""
        }

        /// Those that RFC 5322 knows.
        private static let zones = [
            "Z": "Z", "GMT": "Z", "UT": "Z", "UTC": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00",
            "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
        ]
    }
}
