import Newswire

/// The marks and the finds of one article side by side.
struct Comparison {
    let marks: [MarkedAttribution]
    let finds: [MarkedAttribution]
    let scalars: [Unicode.Scalar]
    let words: Words
    let depth: Depth
    let marked: [RoleWords]
    let found: [RoleWords]
    private let pairing: Pairing

    /// The least F1 for sources to be the same.
    private static let rightSource = 0.5

    init(
        marks: [MarkedAttribution], finds: [MarkedAttribution], scalars: [Unicode.Scalar], words: Words, depth: Depth
    ) {
        (self.marks, self.finds) = (marks, finds)
        (self.scalars, self.words, self.depth) = (scalars, words, depth)
        (marked, found) = (marks.map { RoleWords($0, in: words) }, finds.map { RoleWords($0, in: words) })
        pairing = Pairing(marks: marked, finds: found)
    }

    /// Of those within no other, on both sides.
    var outer: Self {
        func outer(_ attributions: [MarkedAttribution]) -> [MarkedAttribution] { Depth.outer.compared(attributions) }
        return Self(marks: outer(marks), finds: outer(finds), scalars: scalars, words: words, depth: depth)
    }

    func pairs(atLeast least: Double) -> [Pairing.Pair] { pairing.pairs(atLeast: least) }

    /// Those pairs whose sources are the same.
    func rightPairs(atLeast least: Double) -> [Pairing.Pair] {
        pairs(atLeast: least).filter { isRight(found[$0.find].source, for: marked[$0.mark].source) }
    }

    /// Marks at all levels take sources whole, with their relative clauses; "Lund" is then right for "Ada Lund, who took
    /// office in May". Where only outer ones are marked, figures stay comparable with earlier ones.
    private func isRight(_ find: Set<Int>, for mark: Set<Int>) -> Bool {
        mark.agreement(with: find) >= Self.rightSource || depth == .all && mark.nests(with: find)
    }

    func text(of spans: [Span]) -> String {
        spans.map { String(String.UnicodeScalarView(scalars[$0.start..<$0.end])) }.joined(separator: " ")
    }
}
