package import Newswire

/// How many of the attributions that a careful reader marked were found, as PolNeAR's authors count them loosely: the
/// content's words agree by half or more, and the source's too.
package struct Score: Sendable {
    package struct Attribution: Sendable {
        package var source: [Span]
        package var content: [Span]

        package init(source: [Span], content: [Span]) {
            self.source = source
            self.content = content
        }
    }

    /// Whether a content stands in double quotation marks.
    package enum Kind: Sendable, CaseIterable { case direct, mixed, indirect }

    package var marked = 0
    package var found = 0
    /// Pairs whose contents agree.
    package var paired = 0
    /// Pairs whose sources agree too.
    package var right = 0
    package var markedOf: [Kind: Int] = [:]
    package var rightOf: [Kind: Int] = [:]

    package init() {}

    /// From 0 to 1.
    package var f1: Double { marked + found == 0 ? 1 : 2 * Double(right) / Double(marked + found) }
    package var speaker: Double { paired == 0 ? 1 : Double(right) / Double(paired) }
    package func recall(_ kind: Kind) -> Double { Double(rightOf[kind] ?? 0) / Double(max(markedOf[kind] ?? 0, 1)) }

    package mutating func add(_ marks: [Attribution], _ finds: [Attribution], in text: String) {
        let words = Words(text)
        let (gold, predicted) = (marks.map { words.places(of: $0) }, finds.map { words.places(of: $0) })
        let kinds = marks.map { words.kind(of: $0.content) }
        marked += gold.count
        found += predicted.count
        for kind in kinds { markedOf[kind, default: 0] += 1 }
        for (g, p) in pairs(gold.map(\.content), predicted.map(\.content)) {
            paired += 1
            guard agreement(gold[g].source, predicted[p].source) >= 0.5 else { continue }
            right += 1
            rightOf[kinds[g], default: 0] += 1
        }
    }

    /// One to one, the best agreements first.
    private func pairs(_ gold: [Set<Int>], _ predicted: [Set<Int>]) -> [(Int, Int)] {
        var candidates: [(agreement: Double, gold: Int, predicted: Int)] = []
        for (g, one) in gold.enumerated() {
            for (p, other) in predicted.enumerated() where !one.isDisjoint(with: other) {
                candidates.append((agreement(one, other), g, p))
            }
        }
        var (usedGold, usedPredicted): (Set<Int>, Set<Int>) = ([], [])
        var result: [(Int, Int)] = []
        for pair in candidates.sorted(by: {
            ($1.agreement, $0.gold, $0.predicted) < ($0.agreement, $1.gold, $1.predicted)
        })
        where pair.agreement >= 0.5 && !usedGold.contains(pair.gold) && !usedPredicted.contains(pair.predicted) {
            usedGold.insert(pair.gold)
            usedPredicted.insert(pair.predicted)
            result.append((pair.gold, pair.predicted))
        }
        return result
    }

    /// F1 of two sets of words.
    private func agreement(_ a: Set<Int>, _ b: Set<Int>) -> Double {
        a.isEmpty && b.isEmpty ? 1 : 2 * Double(a.intersection(b).count) / Double(a.count + b.count)
    }
}

/// The words of a text by their offsets: runs of letters and digits, so that marks count for nothing.
private struct Words {
    private let scalars: [Unicode.Scalar]
    /// The number of the word that each code point is of, or -1.
    private var numbers: [Int] = []

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var count = 0
        var inside = false
        for scalar in scalars {
            let isOfWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
            if isOfWord, !inside { count += 1 }
            inside = isOfWord
            numbers.append(isOfWord ? count : -1)
        }
    }

    func places(of attribution: Score.Attribution) -> (source: Set<Int>, content: Set<Int>) {
        (places(attribution.source), places(attribution.content))
    }

    private func places(_ spans: [Span]) -> Set<Int> {
        Set(spans.flatMap { numbers[$0.start..<$0.end] }.filter { $0 >= 0 })
    }

    func kind(of spans: [Span]) -> Score.Kind {
        var (quoted, letters) = (0, 0)
        var open = false
        for i in spans.flatMap({ Array($0.start..<$0.end) }) {
            switch scalars[i] {
            case "“": open = true
            case "”": open = false
            case "\"": open.toggle()
            default:
                guard numbers[i] >= 0 else { continue }
                letters += 1
                quoted += open ? 1 : 0
            }
        }
        if quoted == 0 { return .indirect }
        return Double(quoted) >= 0.9 * Double(letters) ? .direct : .mixed
    }
}
