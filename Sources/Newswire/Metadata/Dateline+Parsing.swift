extension Dateline {
    /// From the beginning of a story: "BERLIN (dpa) - ", "NEW YORK, Jan 21 (Reuters) - ", "MOSCOW, January 21. /TASS/. ".
    ///
    /// - Returns: nil unless an agency is named as datelines name it: what else stands before a dash may be anything.
    init?(opening text: String) {
        // Nearly all paragraphs are out by this: what follows is slow.
        guard Self.mayBegin(text) else { return nil }
        let head = text.prefix(120)
        guard let mark = Self.agencyMark(in: head) else { return nil }
        let after = head[mark.end...].drop { $0 == " " || $0 == "." }
        guard mark.bySlashes || Self.dashes.contains(where: { after.hasPrefix($0) }) else { return nil }
        agency = String(mark.agency)
        place = Self.place(String(head[..<mark.start]))
    }

    /// Whether there is a mark of an agency and, behind one in parentheses, a dash: told by bytes.
    private static func mayBegin(_ text: String) -> Bool {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8.span.extracting(first: 240)
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
    init?(field raw: String?) {
        guard let line = raw.flatMap(String.line) else { return nil }
        // Fields leave out the dash that a story's opening has.
        if let opening = Dateline(opening: line) ?? Dateline(opening: line + " -") {
            self = opening
        } else {
            agency = nil
            place = Self.place(line)
            guard place != nil else { return nil }
        }
    }

    private static let dashes = ["-", "–", "—", "_"]

    private struct AgencyMark {
        var start: String.Index
        var end: String.Index
        var agency: Substring
        var bySlashes: Bool
    }

    private static func agencyMark(in head: Substring) -> AgencyMark? {
        for (open, close) in [("(", ")"), ("/", "/")] as [(Character, Character)] {
            guard let start = head.firstIndex(of: open),
                let end = head[head.index(after: start)...].firstIndex(of: close)
            else { continue }
            let agency = head[head.index(after: start)..<end]
            guard (2...40).contains(agency.count), agency.first?.isLetter == true, !agency.contains(" - ") else {
                continue
            }
            return AgencyMark(start: start, end: head.index(after: end), agency: agency, bySlashes: open == "/")
        }
        return nil
    }

    /// Without the day and month that often follow it; nil where nothing is left, or too much for a place.
    private static func place(_ raw: String) -> String? {
        var parts = raw.split(separator: ",").compactMap { String.line(String($0)) }
        parts.removeAll { isDate($0) }
        guard let last = parts.last else { return nil }
        parts[parts.count - 1] = withoutDate(last)
        let place = parts.joined(separator: ", ")
        let trimmed = place.reversed().drop { $0 == "-" || $0 == " " }.reversed()
        guard let first = trimmed.first, first.isUppercase, trimmed.count <= 60, !place.hasPrefix("By "),
            !trimmed.contains(where: { $0.isNumber || "()\"“:;".contains($0) })
        else { return nil }
        return String(trimmed)
    }

    private static func isDate(_ part: String) -> Bool {
        let words = part.split(separator: " ")
        return words.contains { isMonth($0) } && words.count <= 3 || words.allSatisfy { $0.allSatisfy(\.isNumber) }
    }

    /// "LONDON March 3" without its date.
    private static func withoutDate(_ part: String) -> String {
        let words = part.split(separator: " ")
        guard let month = words.firstIndex(where: isMonth), month > 0, words.count - month <= 3,
            words[(month + 1)...].allSatisfy({ $0.contains(where: \.isNumber) })
        else { return part }
        return words[..<month].joined(separator: " ")
    }

    private static func isMonth(_ word: Substring) -> Bool {
        let letters = word.filter(\.isLetter).lowercased()
        return months.contains(letters)
    }

    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january",
        "february",
        "march", "april", "june", "july", "august", "september", "october", "november", "december",
    ]
}
