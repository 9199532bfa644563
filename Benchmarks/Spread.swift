/// What several rounds gave.
struct Spread: CustomStringConvertible {
    private let sorted: [Double]

    init(_ values: [Double]) { sorted = values.sorted() }

    var median: Double { sorted[sorted.count / 2] }

    /// Minimum, median and maximum.
    var description: String {
        [sorted[0], median, sorted[sorted.count - 1]].map(Self.format).joined(separator: " / ")
    }

    /// Three figures that mean something, thousands apart.
    static func format(_ value: Double) -> String {
        if value < 10 { return String(Double(Int(value * 100 + 0.5)) / 100) }
        if value < 100 { return String(Double(Int(value * 10 + 0.5)) / 10) }
        var digits = Array(String(Int(value + 0.5)))
        for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
        return String(digits)
    }
}

func row(_ name: String, _ value: String) {
    print("  \(name)\(String(repeating: " ", count: max(1, 34 - name.count)))\(value)")
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
