import LanguageKit

/// The candidates of the rules that stand within contents of the model's: it was trained on one layer of quotations.
enum NestedCandidates {
    /// Rules that are right less often would put more wrong quotations into contents than right ones.
    private static let least = 0.55

    static func of(_ ruleCandidates: [Candidate], within candidates: [Candidate]) -> [Candidate] {
        let contents = candidates.flatMap(\.content)
        let fitting = ruleCandidates.filter { !$0.cue.isEmpty && $0.confidence >= least }
        let holders = IntervalIndex.of(fitting.map { $0.cue[0].lowerBound }, among: contents)
        return zip(fitting, holders).filter { candidate, holders in
            holders.contains { contents[$0].holds(candidate) }
        }.map(\.0)
    }
}

extension Range<Int> {
    /// Whether all of a candidate stands in this range, and is not all of it.
    fileprivate func holds(_ candidate: Candidate) -> Bool {
        let parts = candidate.cue + candidate.content + (candidate.source.map { [$0] } ?? [])
        return parts.allSatisfy { lowerBound <= $0.lowerBound && $0.upperBound <= upperBound }
            && !candidate.content.contains(self)
    }
}
