import LanguageKit

/// The finds of the rules that stand within contents of the model's: it was trained on one layer of quotations.
enum NestedFinds {
    /// Rules that are right less often would put more wrong quotations into contents than right ones.
    private static let least = 0.55

    static func of(_ ruleFinds: [Find], within finds: [Find]) -> [Find] {
        let contents = finds.flatMap(\.content)
        let candidates = ruleFinds.filter { !$0.cue.isEmpty && $0.confidence >= least }
        let holders = Holders.of(candidates.map { $0.cue[0].lowerBound }, among: contents)
        return zip(candidates, holders).filter { find, holders in
            holders.contains { contents[$0].holds(find) }
        }.map(\.0)
    }
}

extension Range<Int> {
    /// Whether all of a find stands in this range, and is not all of it.
    fileprivate func holds(_ find: Find) -> Bool {
        let parts = find.cue + find.content + (find.source.map { [$0] } ?? [])
        return parts.allSatisfy { lowerBound <= $0.lowerBound && $0.upperBound <= upperBound }
            && !find.content.contains(self)
    }
}
