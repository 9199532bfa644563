import Foundation

extension Scores {
    /// For people: one line a row, in per cent with one decimal.
    package var table: String {
        let head = String(repeating: " ", count: Self.nameWidth) + "   prec.  recall      F1"
        return ([head] + rows.map(Self.line)).map { $0 + "\n" }.joined()
    }

    private static let nameWidth = 28

    private static func line(_ row: Row) -> String {
        let padding = String(repeating: " ", count: max(0, nameWidth - row.name.count))
        return row.name + padding + row.figure.numbers.map { String(format: "%8.1f", 100 * $0) }.joined()
    }
}

extension Scores.Figure {
    /// Precision, recall and F1, or the one share.
    package var numbers: [Double] {
        switch self {
        case .rates(let precision, let recall, let f1): [precision, recall, f1]
        case .share(let share): [share]
        }
    }
}
