/// An attribution, as the numbers of its words.
struct RoleWords {
    var source: Set<Int>
    var cue: Set<Int>
    var content: Set<Int>

    init(_ spans: MarkedAttribution, in words: Words) {
        source = words.covered(by: spans.source)
        cue = words.covered(by: spans.cue)
        content = words.covered(by: spans.content)
    }

    subscript(role: AttributionRole) -> Set<Int> {
        switch role {
        case .source: source
        case .cue: cue
        case .content: content
        }
    }
}

extension Set {
    /// F1 of two sets, 0 to 1; two empty ones agree.
    func agreement(with other: Set) -> Double {
        isEmpty && other.isEmpty ? 1 : Double(2 * intersection(other).count) / Double(count + other.count)
    }

    /// Neither is empty, and one is within the other.
    func nests(with other: Set) -> Bool {
        !isEmpty && !other.isEmpty && (isSubset(of: other) || other.isSubset(of: self))
    }
}

/// Pairs finds with marks one to one, best agreement of contents first.
struct Pairing {
    struct Pair: Equatable {
        var mark: Int
        var find: Int
    }

    private struct Candidate {
        var content: Double
        var cue: Double
        var pair: Pair

        /// Among equal contents the better cue goes first, then the earlier one.
        func goes(before other: Candidate) -> Bool {
            (content, cue, other.pair.mark, other.pair.find) > (other.content, other.cue, pair.mark, pair.find)
        }
    }

    private let candidates: [Candidate]

    init(marks: [RoleWords], finds: [RoleWords]) {
        var candidates: [Candidate] = []
        for (m, mark) in marks.enumerated() {
            for (f, find) in finds.enumerated() where !mark.content.isDisjoint(with: find.content) {
                candidates.append(
                    Candidate(
                        content: mark.content.agreement(with: find.content), cue: mark.cue.agreement(with: find.cue),
                        pair: Pair(mark: m, find: f)))
            }
        }
        self.candidates = candidates.sorted { $0.goes(before: $1) }
    }

    /// - Parameter least: How well the contents have to agree, 0 to 1.
    func pairs(atLeast least: Double) -> [Pair] {
        var (marks, finds): (Set<Int>, Set<Int>) = ([], [])
        return candidates.prefix { $0.content >= least }.map(\.pair).filter { pair in
            guard !marks.contains(pair.mark), !finds.contains(pair.find) else { return false }
            marks.insert(pair.mark)
            finds.insert(pair.find)
            return true
        }
    }
}
