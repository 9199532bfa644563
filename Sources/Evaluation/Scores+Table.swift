import Foundation

extension Scores {
    /// For people: one line a row, in per cent with one decimal, each number under what it is.
    package var table: String {
        let head = String(repeating: " ", count: Self.nameWidth) + "   prec.  recall      F1   share"
        let groups = groups.map { $0.map { Self.line($0) + "\n" }.joined() }
        return head + "\n" + groups.joined(separator: "\n")
    }

    private static let nameWidth = 28

    private static func line(_ row: Row) -> String {
        let padding = String(repeating: " ", count: max(0, nameWidth - row.name.count))
        return row.name + padding + columns(row.figure).joined()
    }

    private static func columns(_ figure: Figure) -> [String] {
        func column(_ percent: Double) -> String { String(format: "%8.1f", percent) }
        let empty = String(repeating: " ", count: 8)
        return switch figure {
        case .rates(let precision, let recall, let f1): [precision, recall, f1].map { column($0.percent) }
        case .recall(let ratio): [empty, column(ratio.percent)]
        case .share(let ratio): [empty, empty, empty, column(ratio.percent)]
        case .number(let number): [empty, empty, empty, column(100 * number)]
        }
    }
}
