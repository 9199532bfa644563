/// Which candidates stand within the contents of others.
package enum Nesting {
    /// The candidates, each once, in the order of the text.
    package static func ordered(_ candidates: [Candidate]) -> [Candidate] {
        dropRepeated(candidates).sorted { order($0) < order($1) }
    }

    /// The candidates, each once, that stand in no other's content, in the order of the text.
    package static func outermost(of candidates: [Candidate]) -> [Candidate] {
        let sorted = ordered(candidates)
        return zip(sorted, parents(sorted)).filter { $0.1 == nil }.map(\.0)
    }

    private static func order(_ candidate: Candidate) -> (Int, Int) {
        let first = candidate.content.map(\.lowerBound).min() ?? 0
        let cue = candidate.cue.first?.lowerBound ?? first
        return (min(first, cue), max(first, cue))
    }

    /// Two rules may find the same content: the surer one stays.
    private static func dropRepeated(_ candidates: [Candidate]) -> [Candidate] {
        struct Place: Hashable { var content: [Range<Int>], within: Int? }
        var taken: Set<Place> = []
        return candidates.sorted { $0.confidence.whole > $1.confidence.whole }
            .filter { taken.insert(Place(content: $0.content, within: $0.within)).inserted }
    }

    /// For each candidate the one whose content, the smallest of all such, holds this candidate's cue.
    package static func parents(_ candidates: [Candidate]) -> [Int?] {
        let places = candidates.map { $0.cue.first?.lowerBound ?? $0.content.first?.lowerBound }
        let contents = candidates.enumerated().flatMap { n, candidate in
            candidate.content.map { (candidate: n, tokens: $0) }
        }
        let holders = IntervalIndex.of(places, among: contents.map(\.tokens))
        var parents = [Int?](repeating: nil, count: candidates.count)
        for i in candidates.indices {
            let parent = holders[i].map { contents[$0] }
                .filter { $0.candidate != i && !isCued(candidates[$0.candidate], in: candidates[i]) }
                .min { ($0.tokens.count, $0.candidate) < ($1.tokens.count, $1.candidate) }?.candidate
            if let parent, !isInside(parent, i, parents) { parents[i] = parent }
        }
        return parents
    }

    /// Whether one candidate stands, at whatever depth, in the other: contents of several parts can hold each other's cues.
    private static func isInside(_ candidate: Int, _ other: Int, _ parents: [Int?]) -> Bool {
        var outer: Int? = candidate
        while let next = outer, next != other { outer = parents[next] }
        return outer == other
    }

    /// Whether a candidate's cue stands in the other's content: then it is not around it.
    private static func isCued(_ candidate: Candidate, in other: Candidate) -> Bool {
        candidate.cue.contains { cue in other.content.contains { $0.contains(cue.lowerBound) } }
    }
}
