import CivilTime

/// Brings the ways in which formats and pages write a time to ISO 8601, with the zone that the source gave and none where
/// it gave none. Null rather than a guess: `05/06/2026` is no date for certain.
struct NewsTime: Sendable {
    private let words: ClockWords

    init(_ calendar: CalendarWords) { words = ClockWords(calendar) }

    /// - Returns: "2026-11-20T08:00:00+01:00", "2026-11-20T08:00:00" or "2026-11-20"; nil for what is no time.
    func iso(_ raw: String?) -> String? {
        guard let line = raw.flatMap(String.line) else { return nil }
        let scan = TimeScan(line, words)
        return fromISO(scan) ?? fromWords(scan) ?? fromSeconds(scan)
    }

    /// Of seconds since 1970, or milliseconds, as JSON often has them; nil before 1990 and after 2100.
    static func iso(seconds: Double) -> String? {
        let seconds = seconds > leastOfMilliseconds ? seconds / 1000 : seconds
        guard (Double(start(of: 1990))..<Double(start(of: 2100))).contains(seconds) else { return nil }
        return UTCTime(Int64(seconds)).iso8601
    }

    /// As seconds it is the year 5138, as milliseconds it is March 1973: there is no news of either.
    private static let leastOfMilliseconds = 1e11

    private static func start(of year: Int) -> Int { CivilDate(year: year, month: 1, day: 1).days * 86_400 }

    /// `2026-11-20T08:00:00.000+0100`, `2026-11-20 08:00`, `2026/11/20`, `20261120T080000Z`, `20261120`
    private func fromISO(_ start: TimeScan) -> String? {
        var scan = start
        guard let year = scan.digits(4) else { return nil }
        let isParted = scan.skip("-/.")
        guard let month = scan.digits(2) ?? scan.digits(1) else { return nil }
        if isParted { scan.skip("-/.") }
        guard let day = scan.digits(2) ?? scan.digits(1), let date = Date(year, month, day) else { return nil }
        if !scan.skip("Tt") { scan.skip(" ") }
        if scan.isAtEnd { return date.iso }
        return Clock(&scan).map { date.iso + $0.iso + scan.zone() }
    }

    /// As in mail, feeds (RFC 5322) and pages: `Fri, 20 Nov 2026 08:00:00 +0100`, `November 20, 2026 8:00 am EST`
    private func fromWords(_ start: TimeScan) -> String? {
        var scan = start
        var before: TimeScan.Word?
        while let word = scan.word() {
            guard let month = scan.month(word) else {
                before = word
                continue
            }
            let dayBefore = before?.number
            guard let day = dayBefore ?? scan.word()?.number, let written = scan.word(),
                let year = year(written, mayBeShort: dayBefore != nil), let date = Date(year, month, day)
            else { return nil }
            scan.skipMarks()
            guard let clock = Clock(&scan) else { return date.iso }
            return date.iso + clock.iso + scan.zone()
        }
        return nil
    }

    /// Two digits mean what RFC 5322 says that they mean.
    private func year(_ word: TimeScan.Word, mayBeShort: Bool) -> Int? {
        guard let year = word.number else { return nil }
        if word.length == 2, mayBeShort { return year < 50 ? year + 2000 : year + 1900 }
        // A smaller number is no year of news: "20 November 8 am".
        return year > 1900 ? year : nil
    }

    /// Seconds or milliseconds since 1970, of this century.
    private func fromSeconds(_ start: TimeScan) -> String? {
        var scan = start
        guard let word = scan.word(), scan.isAtEnd, let number = word.number else { return nil }
        let seconds = word.length == 13 ? number / 1_000 : number
        // Since 2001 seconds have ten digits.
        guard word.length == 10 || word.length == 13, (Self.start(of: 2000)..<Self.start(of: 2100)).contains(seconds)
        else { return nil }
        return UTCTime(Int64(seconds)).iso8601
    }

    // MARK: Parts

    private struct Date {
        var year: Int
        var month: Int
        var day: Int

        init?(_ year: Int, _ month: Int, _ day: Int) {
            // Archives have articles of the 19th century.
            guard (1800...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
            (self.year, self.month, self.day) = (year, month, day)
        }

        var iso: String { NewsTime.joined([year / 100, year % 100], [month], [day], by: UInt8(ascii: "-")) }
    }

    private struct Clock {
        var hour: Int
        var minute: Int
        var second: Int

        init?(_ scan: inout TimeScan) {
            guard let hour = scan.digits(2) ?? scan.digits(1) else { return nil }
            let isParted = scan.skip(":")
            guard let minute = scan.digits(2), minute < 60 else { return nil }
            second = !isParted || scan.skip(":") ? scan.digits(2) ?? 0 : 0
            if scan.skip(".,") { while scan.digits(1) != nil {} }
            let half = scan.half()
            self.hour = half.map { hour % 12 + $0 } ?? hour
            self.minute = minute
            guard self.hour < 24, second < 61 else { return nil }
        }

        var iso: String { "T" + NewsTime.joined([hour], [minute], [second], by: UInt8(ascii: ":")) }
    }

    /// Three numbers, given by twos of their digits.
    private static func joined(_ first: [Int], _ second: [Int], _ third: [Int], by mark: UInt8) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(12)
        for (place, pairs) in [first, second, third].enumerated() {
            if place > 0 { text.append(mark) }
            for pair in pairs {
                text.append(UInt8(0x30 + pair / 10))
                text.append(UInt8(0x30 + pair % 10))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
