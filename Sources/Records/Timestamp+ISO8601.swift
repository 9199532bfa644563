extension Timestamp {
    /// Reads the times that records and people write: `2026-11-20`, `2026-11-20T08:00`, with seconds, a fraction, a
    /// zone (`Z`, `+01:00`, `+0100`). Without a zone it is UTC. (ISO 8601, the extended form of its calendar dates.)
    ///
    /// - Returns: nil for anything else, and for days that do not exist.
    package init?(iso8601 text: String) {
        var reader = DigitReader(text.utf8[...])
        guard let year = reader.digits(4), reader.skip("-"), let month = reader.digits(2), reader.skip("-"),
            let day = reader.digits(2)
        else { return nil }
        var (hour, minute, second, milli, zone) = (0, 0, 0, 0, 0)
        if reader.skip("T") || reader.skip("t") || reader.skip(" ") {
            guard let hours = reader.digits(2), reader.skip(":"), let minutes = reader.digits(2) else { return nil }
            (hour, minute) = (hours, minutes)
            if reader.skip(":") {
                guard let seconds = reader.digits(2) else { return nil }
                // A leap second becomes the second before it.
                second = min(seconds, seconds == 60 ? 59 : 99)
                milli = reader.fraction() ?? 0
            }
            guard let offset = reader.zone() else { return nil }
            zone = offset
        }
        guard reader.isAtEnd else { return nil }
        let written =
            "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))T\(Self.padded(hour, 2)):"
            + "\(Self.padded(minute, 2)):\(Self.padded(second, 2)).\(Self.padded(milli, 3))Z"
        guard let time = Timestamp(rfc3339: written.utf8) else { return nil }
        self.init(milliseconds: time.milliseconds - Int64(zone) * 60_000)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

private struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: Substring.UTF8View) { rest = text }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func digits(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest.removeFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Milliseconds; nil if there is no fraction.
    mutating func fraction() -> Int? {
        guard skip(".") || skip(",") else { return nil }
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        rest.removeFirst(digits.count)
        return (Array(digits.prefix(3)) + [0x30, 0x30, 0x30]).prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Minutes east of Greenwich; 0 without a zone; nil for anything else.
    mutating func zone() -> Int? {
        if isAtEnd || skip("Z") || skip("z") { return 0 }
        let sign = skip("-") ? -1 : skip("+") ? 1 : 0
        guard sign != 0, let hours = digits(2) else { return nil }
        if isAtEnd { return sign * hours * 60 }
        _ = skip(":")
        return digits(2).map { sign * (hours * 60 + $0) }
    }
}
