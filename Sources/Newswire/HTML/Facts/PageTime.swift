/// Times as pages write them in their data, as ISO 8601 with the zone that the source gave, if it gave one.
enum PageTime {
    /// - Returns: "2026-11-20T08:00:00+01:00", "2026-11-20T08:00:00" or "2026-11-20"; nil for what says no day.
    static func iso(_ text: String) -> String? {
        guard let line = String.line(text) else { return nil }
        return fromISO(line) ?? fromWords(line) ?? fromSeconds(line)
    }

    /// "2026-11-20T08:00:00.000+0100", "2026-11-20 08:00", "2026/11/20", "20261120T080000Z"
    private static func fromISO(_ text: String) -> String? {
        var scan = Scan(text)
        guard let year = scan.digits(4) else { return nil }
        let mark = scan.skip("-/.")
        guard let month = scan.digits(2) ?? scan.digits(1) else { return nil }
        if mark { _ = scan.skip("-/.") }
        guard let day = scan.digits(2) ?? scan.digits(1), let date = date(year, month, day) else { return nil }
        _ = scan.skip("Tt") || scan.skip(" ")
        guard let time = clock(&scan) else { return scan.isAtEnd ? date : nil }
        return date + "T" + time + zone(&scan)
    }

    /// "Fri, 20 Nov 2026 08:00:00 +0100", "November 20, 2026 8:00 am EST"
    private static func fromWords(_ text: String) -> String? {
        let words = text.split { " ,".contains($0) }.map(String.init)
        guard let named = words.firstIndex(where: { month($0) != nil }), let month = month(words[named]) else {
            return nil
        }
        let before = named > 0 ? Int(words[named - 1]) : nil
        let after = named + 1 < words.count ? Int(words[named + 1]) : nil
        guard let day = before ?? after else { return nil }
        let yearPlace = before != nil ? named + 1 : named + 2
        guard yearPlace < words.count, let year = Int(words[yearPlace]), year > 1900,
            let date = date(year, month, day)
        else { return nil }
        var scan = Scan(words[(yearPlace + 1)...].joined(separator: " "))
        while scan.skip("-–|") || scan.skip(" ") {}
        guard let time = clock(&scan) else { return date }
        return date + "T" + time + zone(&scan)
    }

    /// Seconds or milliseconds since 1970, of this century.
    private static func fromSeconds(_ text: String) -> String? {
        guard text.utf8.count == 10 || text.utf8.count == 13, var seconds = Int(text) else { return nil }
        if text.utf8.count == 13 { seconds /= 1_000 }
        guard (946_684_800..<4_102_444_800).contains(seconds) else { return nil }
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let (year, month, day) = civil(days)
        guard let date = date(year, month, day) else { return nil }
        return date + "T" + two(rest / 3_600) + ":" + two(rest / 60 % 60) + ":" + two(rest % 60) + "Z"
    }

    // MARK: Parts

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1800...2999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return "\(year)-\(two(month))-\(two(day))"
    }

    private static func clock(_ scan: inout Scan) -> String? {
        guard var hour = scan.digits(2) ?? scan.digits(1), hour < 25 else { return nil }
        let mark = scan.skip(":")
        guard let minute = scan.digits(2), minute < 60 else { return nil }
        var second = 0
        if mark ? scan.skip(":") : true { second = scan.digits(2) ?? 0 }
        if scan.skip(".,") { while scan.digits(1) != nil {} }
        _ = scan.skip(" ")
        let half = scan.word(["am", "a.m.", "pm", "p.m."])
        if let half { hour = hour % 12 + (half.hasPrefix("p") ? 12 : 0) }
        guard hour < 24, second < 61 else { return nil }
        return "\(two(hour)):\(two(minute)):\(two(second))"
    }

    /// Empty where there is none that is known.
    private static func zone(_ scan: inout Scan) -> String {
        _ = scan.skip(" ")
        if let name = scan.word(Array(zones.keys).sorted { $0.utf8.count > $1.utf8.count }) { return zones[name] ?? "" }
        guard let sign = scan.one(of: "+-"), let hour = scan.digits(2), hour < 15 else { return "" }
        _ = scan.skip(":")
        let minute = scan.digits(2) ?? 0
        return "\(sign)\(two(hour)):\(two(minute))"
    }

    /// Those of RFC 2822, which mean one offset only.
    private static let zones = [
        "z": "Z", "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
        "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    ]

    private static func month(_ word: String) -> Int? {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        let word = word.lowercased().filter { $0 != "." }
        guard word.count >= 3 else { return nil }
        return names.firstIndex { $0 == word || $0.prefix(3) == word || word == "sept" && $0 == "september" }.map {
            $0 + 1
        }
    }

    /// Howard Hinnant's days-to-civil.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let z = days + 719_468
        let era = z / 146_097
        let ofEra = z - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * ofYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A place in a short ASCII text.
private struct Scan {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func digits(_ count: Int) -> Int? {
        let head = rest.prefix(count)
        guard head.count == count, head.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return head.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    mutating func skip(_ any: StaticString) -> Bool {
        guard let first = rest.first, any.description.utf8.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func one(of any: String) -> Character? {
        guard let first = rest.first, any.utf8.contains(first) else { return nil }
        rest = rest.dropFirst()
        return Character(Unicode.Scalar(first))
    }

    mutating func word(_ words: [String]) -> String? {
        let lower = String(Substring(rest)).lowercased()
        guard let word = words.first(where: { lower.hasPrefix($0) }) else { return nil }
        rest = rest.dropFirst(word.utf8.count)
        return word
    }
}
