/// Which finds stand within the contents of others.
package enum Nesting {
    /// The finds, each once, in the order of the text.
    package static func ordered(_ finds: [Find]) -> [Find] { dropRepeated(finds).sorted { order($0) < order($1) } }

    /// The finds, each once, that stand in no other's content, in the order of the text.
    package static func outermost(of finds: [Find]) -> [Find] {
        let sorted = ordered(finds)
        return zip(sorted, parents(sorted)).filter { $0.1 == nil }.map(\.0)
    }

    private static func order(_ find: Find) -> (Int, Int) {
        let first = find.content.map(\.lowerBound).min() ?? 0
        let cue = find.cue.first?.lowerBound ?? first
        return (min(first, cue), max(first, cue))
    }

    /// Two rules may find the same content: the surer one stays.
    private static func dropRepeated(_ finds: [Find]) -> [Find] {
        struct Place: Hashable { var content: [Range<Int>], within: Int }
        var taken: Set<Place> = []
        return finds.sorted { $0.confidence > $1.confidence }
            .filter { taken.insert(Place(content: $0.content, within: $0.within)).inserted }
    }

    /// For each find the one whose content, the smallest of all such, holds this find's cue.
    package static func parents(_ finds: [Find]) -> [Int?] {
        let places = finds.map { $0.cue.first?.lowerBound ?? $0.content.first?.lowerBound ?? -1 }
        let contents = finds.enumerated().flatMap { n, find in find.content.map { (find: n, tokens: $0) } }
        let holders = Holders.of(places, among: contents.map(\.tokens))
        var parents = [Int?](repeating: nil, count: finds.count)
        for i in finds.indices {
            let parent = holders[i].map { contents[$0] }
                .filter { $0.find != i && !isCued(finds[$0.find], in: finds[i]) }
                .min { ($0.tokens.count, $0.find) < ($1.tokens.count, $1.find) }?.find
            if let parent, !isInside(parent, i, parents) { parents[i] = parent }
        }
        return parents
    }

    /// Whether one find stands, at whatever depth, in the other: contents of several parts can hold each other's cues.
    private static func isInside(_ find: Int, _ other: Int, _ parents: [Int?]) -> Bool {
        var outer: Int? = find
        while let next = outer, next != other { outer = parents[next] }
        return outer == other
    }

    /// Whether a find's cue stands in the other's content: then it is not around it.
    private static func isCued(_ find: Find, in other: Find) -> Bool {
        find.cue.contains { cue in other.content.contains { $0.contains(cue.lowerBound) } }
    }
}
