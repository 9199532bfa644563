package import Newswire

/// What a reader set aside, found by place without going through all of it: a table of a thousand rows is a thousand
/// paragraphs.
package struct AsideIndex {
    /// By their beginnings.
    private let asides: [SetAside]
    /// By aside, how far it and those before it reach.
    private let reach: [Int]

    package init(_ asides: [SetAside]) {
        self.asides = asides.sorted { $0.span < $1.span }
        var furthest = 0
        reach = self.asides.map { aside in
            furthest = max(furthest, aside.span.end)
            return furthest
        }
    }

    /// The first that overlaps a span. Logarithmic in their number.
    package func first(overlapping span: Span) -> SetAside? {
        // The first that those up to it reach beyond the span's beginning with reaches beyond it itself.
        let first = reach.partitioningIndex { $0 > span.start }
        guard first < asides.count, asides[first].span.overlaps(span) else { return nil }
        return asides[first]
    }
}
