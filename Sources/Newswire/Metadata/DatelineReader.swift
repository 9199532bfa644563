/// Reads where a story was written, and which agency sent it.
final class DatelineReader: Sendable {
    private let months: Set<String>
    private let longestMonth: Int
    private let bylines: BylineReader

    init(_ calendar: CalendarWords, _ bylines: BylineReader) {
        months = Set(calendar.months.keys)
        longestMonth = months.map(\.utf8.count).max() ?? 0
        self.bylines = bylines
    }

    /// From the beginning of a story: "BERLIN (dpa) - ", "NEW YORK, Jan 21 (Reuters) - ", "MOSCOW, January 21. /TASS/. ".
    ///
    /// - Returns: nil unless an agency is named as datelines name it: what else stands before a dash may be anything.
    func dateline(opening text: String) -> Dateline? {
        // Nearly all paragraphs are out by this: what follows is slow.
        guard Self.mayBegin(text) else { return nil }
        let head = text.unicodeScalars.prefix(Limits.opening)
        guard let mark = Self.agencyMark(in: head) else { return nil }
        let after = head[mark.end...].first { $0 != " " && $0 != "." }
        guard mark.bySlashes || after.map(Self.isDash) == true else { return nil }
        return Dateline(place: place(String(head[..<mark.start])), agency: String(mark.agency))
    }

    /// Whether there is a mark of an agency and, behind one in parentheses, a dash: told by bytes.
    private static func mayBegin(_ text: String) -> Bool {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8.span.extracting(first: Limits.openingBytes)
        return hasParentheses(bytes) || hasSlashes(bytes)
    }

    private static func hasParentheses(_ bytes: Bytes) -> Bool {
        let end = bytes.first(UInt8(ascii: ")"), from: bytes.first(UInt8(ascii: "(")))
        guard end < bytes.count else { return false }
        let next = (end + 1..<bytes.count).first { bytes[$0] != 0x20 && bytes[$0] != UInt8(ascii: ".") }
        // A hyphen, an underscore, or the first byte of a dash.
        return next.map { [UInt8(ascii: "-"), UInt8(ascii: "_"), 0xE2].contains(bytes[$0]) } ?? false
    }

    private static func hasSlashes(_ bytes: Bytes) -> Bool {
        let start = bytes.first(UInt8(ascii: "/"))
        return start < bytes.count && bytes.first(UInt8(ascii: "/"), from: start + 1) < bytes.count
    }

    /// From a field that holds nothing else: "Athen (dpa) - ", "Athen (dpa)", "BEIJING, July 23", "GREENWICH, Conn.".
    func dateline(field raw: String?) -> Dateline? {
        guard let line = raw.flatMap(String.line) else { return nil }
        // Fields leave out the dash that a story's opening has.
        if let opening = dateline(opening: line) ?? dateline(opening: line + " -") { return opening }
        return place(line).map { Dateline(place: $0, agency: nil) }
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "–", "—", "_": true
        default: false
        }
    }

    private struct AgencyMark {
        var start: String.Index
        var end: String.Index
        var agency: Substring.UnicodeScalarView
        var bySlashes: Bool
    }

    private static func agencyMark(in head: Substring.UnicodeScalarView) -> AgencyMark? {
        for (open, close) in [("(", ")"), ("/", "/")] as [(Unicode.Scalar, Unicode.Scalar)] {
            guard let start = head.firstIndex(of: open),
                let end = head[head.index(after: start)...].firstIndex(of: close)
            else { continue }
            let agency = head[head.index(after: start)..<end]
            guard Limits.agency.contains(agency.count), agency.first?.isLetter == true,
                !String(agency).utf8Contains(" - ")
            else { continue }
            return AgencyMark(start: start, end: head.index(after: end), agency: agency, bySlashes: open == "/")
        }
        return nil
    }

    /// Without the day and month that often follow it; nil where nothing is left, or too much for a place.
    private func place(_ raw: String) -> String? {
        var parts = raw.utf8.split(separator: UInt8(ascii: ",")).compactMap { String.line(String(Substring($0))) }
        parts.removeAll { isDate($0) }
        guard let last = parts.last else { return nil }
        parts[parts.count - 1] = withoutDate(last)
        let place = parts.joined(separator: ", ")
        guard let first = place.unicodeScalars.first, first.isCapital, !bylines.beginsWithAuthor(place),
            let end = place.unicodeScalars.lastIndex(where: { $0 != "-" && $0 != " " })
        else { return nil }
        let trimmed = place.unicodeScalars[...end]
        return trimmed.count <= Limits.place && !trimmed.contains(where: Self.isInNoPlace) ? String(trimmed) : nil
    }

    private static func isInNoPlace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "\"", "“", ":", ";": true
        default: scalar.isNumber
        }
    }

    private static func words(of part: String) -> [Substring] {
        part.utf8.split(separator: 0x20).map { Substring($0) }
    }

    private func isDate(_ part: String) -> Bool {
        let words = Self.words(of: part)
        return words.count <= Limits.dateWords && words.contains(where: isMonth)
            || words.allSatisfy { $0.unicodeScalars.allSatisfy(\.isNumber) }
    }

    /// "LONDON March 3" without its date.
    private func withoutDate(_ part: String) -> String {
        let words = Self.words(of: part)
        guard let month = words.firstIndex(where: isMonth), month > 0, words.count - month <= Limits.dateWords,
            words[(month + 1)...].allSatisfy({ $0.unicodeScalars.contains(where: \.isNumber) })
        else { return part }
        return words[..<month].joined(separator: " ")
    }

    private func isMonth(_ word: Substring) -> Bool {
        let letters = word.utf8.filter(\.isASCIILetter)
        return letters.count <= longestMonth && months.contains(String(decoding: letters, as: UTF8.self).lowercased())
    }

    /// In characters, if nothing else is said. Chosen by hand.
    private enum Limits {
        /// "WASHINGTON/KESSING, District of Columbia, January 21, 2026 (Associated Press) - " has some 80.
        static let opening = 120
        /// Most letters have two bytes at most.
        static let openingBytes = 2 * opening
        /// "AP" to "Australian Associated Press", with some to spare; one letter or a clause in parentheses is no agency.
        static let agency = 2...40
        /// "Washington, District of Columbia" and the like; what is longer is a sentence.
        static let place = 60
        /// "Jan. 21 2026".
        static let dateWords = 3
    }
}
