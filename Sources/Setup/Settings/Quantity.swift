import Foundation

/// Times and sizes as people write them.
package enum Quantity {
    /// "500ms", "2s", "5m", "36h", "14d", "1w", and several together: "1h30m". A bare 0 needs no unit.
    /// - Returns: nil for anything else, and for what is longer than a century.
    package static func duration(_ text: String) -> Duration? {
        guard text != "0" else { return .zero }
        guard let parts = parts(of: text) else { return nil }
        var total: Int64 = 0
        for (number, unit) in parts {
            guard let milliseconds = milliseconds[unit] else { return nil }
            let (product, tooLong) = number.multipliedReportingOverflow(by: milliseconds)
            guard !tooLong, product <= century, total + product <= century else { return nil }
            total += product
        }
        return .milliseconds(total)
    }

    /// More than none.
    static func positiveDuration(_ text: String) -> Duration? { duration(text).flatMap { $0 > .zero ? $0 : nil } }

    /// "0", "0.7", "1": decimal digits only.
    package static func confidence(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }) else { return nil }
        return Double(text).flatMap { (0...1).contains($0) ? $0 : nil }
    }

    /// Bytes: "1048576", "512K", "64M", "1G", with or without "B" or "iB"; the units are powers of 1024.
    package static func size(_ text: String) -> Int? {
        if let bytes = Int64(text), bytes >= 0 { return Int(bytes) }
        guard let parts = parts(of: text), parts.count == 1, let (number, unit) = parts.first else { return nil }
        guard let factor = bytes[unit.uppercased()] else { return nil }
        let (product, tooLarge) = number.multipliedReportingOverflow(by: factor)
        return tooLarge ? nil : Int(product)
    }

    /// The other way, in the largest unit that leaves no rest.
    package static func text(_ duration: Duration) -> String {
        let whole = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
        guard whole != 0 else { return "0" }
        for unit in ["d", "h", "m", "s"] {
            guard let length = milliseconds[unit] else { continue }
            if whole.isMultiple(of: length) { return "\(whole / length)\(unit)" }
        }
        return "\(whole)ms"
    }

    /// Bytes for people: "4.2 MiB".
    package static func text(bytes: Int64) -> String {
        var value = Double(bytes)
        for unit in ["bytes", "KiB", "MiB"] {
            if value < 1024 { return text(value, digits: unit == "bytes" ? 0 : 1, unit) }
            value /= 1024
        }
        return text(value, digits: 1, "GiB")
    }

    private static func text(_ value: Double, digits: Int, _ unit: String) -> String {
        let english = Locale(identifier: "en")
        return value.formatted(.number.precision(.fractionLength(digits)).locale(english)) + " \(unit)"
    }

    private static let milliseconds: [String: Int64] = [
        "ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000, "w": 604_800_000,
    ]
    private static let century: Int64 = 3_155_760_000_000

    private static let bytes: [String: Int64] = [
        "B": 1, "K": 1 << 10, "KB": 1 << 10, "KIB": 1 << 10, "M": 1 << 20, "MB": 1 << 20, "MIB": 1 << 20,
        "G": 1 << 30, "GB": 1 << 30, "GIB": 1 << 30,
    ]

    /// Splits "1h30m" into (1, "h"), (30, "m").
    private static func parts(of text: String) -> [(Int64, String)]? {
        var parts: [(Int64, String)] = []
        var rest = text[...]
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            let unit = rest[digits.endIndex...].prefix { $0.isASCII && $0.isLetter }
            guard let number = Int64(digits), !unit.isEmpty else { return nil }
            parts.append((number, String(unit)))
            rest = rest[unit.endIndex...]
        }
        return parts.isEmpty ? nil : parts
    }
}
