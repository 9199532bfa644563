/// A place in a short text that tells a time.
struct TimeScan {
    private let text: [UInt8]
    private var at = 0

    init(_ text: String) { self.text = Array(text.utf8) }

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

        /// 1 for "January", "Jan", "Jan."; nil for what is no month.
        var month: Int? {
            let letters = text.last == UInt8(ascii: ".") ? text.dropLast() : text
            guard letters.count >= 3, letters.count < 10, letters[letters.startIndex].isASCIILetter else { return nil }
            return TimeScan.months.firstIndex { month in
                // "Sept." is the one that is cut elsewhere.
                let isWhole =
                    letters.count == month.count || letters.count == 3
                    || letters.count == 4 && month[0] == UInt8(ascii: "s")
                return isWhole && zip(letters, month).allSatisfy { $0.asciiLowercased == $1 }
            }.map { $0 + 1 }
        }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ].map { Array($0.utf8) }

    mutating func word() -> Word? {
        while at < text.count, Self.parts(text[at]) { at += 1 }
        let start = at
        while at < text.count, !Self.parts(text[at]) { at += 1 }
        return at > start ? Word(text: text[start..<at]) : nil
    }

    private static func parts(_ byte: UInt8) -> Bool { byte == 0x20 || byte == UInt8(ascii: ",") }

    /// 0 for "am", "A.M.", and 12 for "pm"; nil where neither is written.
    mutating func half() -> Int? {
        var scan = self
        while scan.skip(" ") {}
        let isMorning = scan.skip("aA")
        guard isMorning || scan.skip("pP") else { return nil }
        scan.skip(".")
        guard scan.skip("mM") else { return nil }
        scan.skip(".")
        self = scan
        return isMorning ? 0 : 12
    }

    /// "Z", "+01:00"; empty where there is none that is known.
    mutating func zone() -> String {
        while skip(" ,") {}
        let start = at
        while at < text.count, text[at].isASCIILetter { at += 1 }
        if at > start {
            return Self.zones[String(decoding: text[start..<at].map(\.asciiLowercased), as: UTF8.self)] ?? ""
        }
        let sign = text.dropFirst(at).first
        guard skip("+-"), let hour = digits(2), hour < 15 else { return "" }
        skip(":")
        let minute = digits(2) ?? 0
        return (sign == UInt8(ascii: "-") ? "-" : "+") + Self.two(hour) + ":" + Self.two(minute)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Those of RFC 5322, which mean one offset only.
    private static let zones = [
        "z": "Z", "gmt": "Z", "ut": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00",
        "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    ]
}
