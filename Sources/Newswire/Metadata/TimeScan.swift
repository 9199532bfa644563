/// A place in a short text that tells a time.
struct TimeScan {
    private let text: [UInt8]
    private let words: ClockWords
    private var at = 0

    init(_ text: String, _ words: ClockWords) {
        self.text = Array(text.utf8)
        self.words = words
    }

    var isAtEnd: Bool { at >= text.count }

    /// A number of just so many digits.
    mutating func digits(_ count: Int) -> Int? {
        guard at + count <= text.count else { return nil }
        var number = 0
        for byte in text[at..<at + count] {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        at += count
        return number
    }

    /// Whether the next character was one of these.
    @discardableResult
    mutating func skip(_ any: StaticString) -> Bool {
        guard at < text.count, any.holds(text[at]) else { return false }
        at += 1
        return true
    }

    /// Commas, bars, dashes (an en dash has three bytes) and blanks.
    mutating func skipMarks() { while skip(" ,|-–") {} }

    // MARK: Words

    /// What stands between blanks and commas.
    struct Word {
        fileprivate var text: ArraySlice<UInt8>

        var length: Int { text.count }

        /// nil for what is no whole number, or one that no time has.
        var number: Int? {
            guard !text.isEmpty, text.count < 15 else { return nil }
            var number = 0
            for byte in text {
                guard (0x30...0x39).contains(byte) else { return nil }
                number = number * 10 + Int(byte - 0x30)
            }
            return number
        }

        /// In lower case, without the full stop of an abbreviation.
        fileprivate var folded: String {
            let letters = text.last == UInt8(ascii: ".") ? text.dropLast() : text
            return String(decoding: letters.map(\.asciiLowercased), as: UTF8.self)
        }
    }

    /// 1 for "January", "Jan", "Jan."; nil for what is no month.
    func month(_ word: Word) -> Int? {
        guard word.length <= words.longestMonth + 1, word.text.first?.isASCIILetter ?? false else { return nil }
        return words.months[word.folded]
    }

    mutating func word() -> Word? {
        while at < text.count, Self.parts(text[at]) { at += 1 }
        let start = at
        while at < text.count, !Self.parts(text[at]) { at += 1 }
        return at > start ? Word(text: text[start..<at]) : nil
    }

    private static func parts(_ byte: UInt8) -> Bool { byte == 0x20 || byte == UInt8(ascii: ",") }

    /// 0 for "am", "A.M.", and 12 for "pm"; nil where neither is written.
    mutating func half() -> Int? {
        for half in words.halves {
            var scan = self
            while scan.skip(" ") {}
            if half.letters.allSatisfy({ scan.skipLetter($0) }) {
                self = scan
                return half.hour
            }
        }
        return nil
    }

    /// A letter in either case, and the full stop behind it.
    private mutating func skipLetter(_ letter: UInt8) -> Bool {
        guard at < text.count, text[at].asciiLowercased == letter else { return false }
        at += 1
        skip(".")
        return true
    }

    /// "Z", "+01:00"; empty where there is none that is known.
    mutating func zone() -> String {
        while skip(" ,") {}
        let start = at
        while at < text.count, text[at].isASCIILetter { at += 1 }
        if at > start {
            return words.zones[String(decoding: text[start..<at].map(\.asciiLowercased), as: UTF8.self)] ?? ""
        }
        let sign = text.dropFirst(at).first
        // The furthest zone is Kiribati's, +14:00.
        guard skip("+-"), let hour = digits(2), hour < 15 else { return "" }
        skip(":")
        let minute = digits(2) ?? 0
        return (sign == UInt8(ascii: "-") ? "-" : "+") + Self.two(hour) + ":" + Self.two(minute)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// The words of a time, ready to look up; in lower case.
final class ClockWords: Sendable {
    let months: [String: Int]
    let longestMonth: Int
    let zones: [String: String]
    /// "am" and its like, with the hours that it adds; UTF-8, the longest first.
    let halves: [(letters: [UInt8], hour: Int)]

    init(_ calendar: CalendarWords) {
        months = calendar.months
        longestMonth = months.keys.map(\.utf8.count).max() ?? 0
        zones = calendar.zones
        halves = (calendar.beforeNoon.map { (Array($0.utf8), 0) } + calendar.afterNoon.map { (Array($0.utf8), 12) })
            .sorted { ($1.0.count, $0.1) < ($0.0.count, $1.1) }
    }
}
