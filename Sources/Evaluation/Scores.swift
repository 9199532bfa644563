/// The figures of a tally, from 0 to 1, in display order.
package struct Scores: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
        package var name: String
        package var figure: Figure
    }

    package enum Figure: Sendable, Equatable {
        /// Precision (share of finds that are right), recall (share of marks that were found), and their harmonic mean.
        case rates(precision: Double, recall: Double, f1: Double)
        case share(Double)

        /// A share of nothing is 0.
        init(both: Int, finds: Int, marks: Int) {
            let precision = finds > 0 ? Double(both) / Double(finds) : 0
            let recall = marks > 0 ? Double(both) / Double(marks) : 0
            let sum = precision + recall
            self = .rates(precision: precision, recall: recall, f1: sum > 0 ? 2 * precision * recall / sum : 0)
        }

        init(_ part: Int, of all: Int) { self = .share(all > 0 ? Double(part) / Double(all) : 0) }
    }

    package var rows: [Row]

    package init(_ tally: Tally) {
        rows = AttributionRole.allCases.enumerated().flatMap { n, role in
            [
                Row(name: "exact \(role)", figure: Figure(tally.exact[n])),
                Row(name: "overlap \(role)", figure: Figure(tally.overlap[n])),
            ]
        }
        let pairs = [("quote@0.5", tally.half), ("quote@0.8", tally.close), ("attribution", tally.right)]
        rows += pairs.map { Row(name: $0, figure: Figure(both: $1, finds: tally.finds, marks: tally.marks)) }
        rows.append(Row(name: "speaker", figure: Figure(tally.right, of: tally.half)))
        for (kind, counts) in zip(ContentKind.allCases, tally.kinds) {
            rows.append(Row(name: "\(kind) quote@0.8 recall", figure: Figure(counts.close, of: counts.marks)))
            rows.append(Row(name: "\(kind) attribution recall", figure: Figure(counts.right, of: counts.marks)))
        }
        rows.append(Row(name: "alpha", figure: .share(tally.agreement.alpha)))
    }

    package subscript(name: String) -> Figure? { rows.first { $0.name == name }?.figure }
}

extension Scores.Figure {
    fileprivate init(_ matches: Tally.Matches) {
        self.init(both: matches.both, finds: matches.finds, marks: matches.marks)
    }
}
