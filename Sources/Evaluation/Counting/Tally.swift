import Newswire

/// Counts agreements between marks and finds over any number of articles. Tallies of parts can be added.
package struct Tally: Sendable, Equatable {
    package let depth: Depth
    package private(set) var articles = 0
    package private(set) var marks = 0
    package private(set) var finds = 0

    /// Counts for one kind of content.
    struct Kind: Sendable, Equatable {
        var marks = 0
        /// Found, and the contents agree closely.
        var close = 0
        /// Found, and the source right.
        var right = 0
    }

    /// Whole roles.
    private(set) var exact = AttributionRole.allCases.map { _ in Matches() }
    /// Single words with the role.
    private(set) var overlap = AttributionRole.allCases.map { _ in Matches() }
    private(set) var kinds = ContentKind.allCases.map { _ in Kind() }
    /// Pairs whose contents agree by half; pairs that agree closely; pairs of the first kind whose source is right.
    private(set) var half = 0
    private(set) var close = 0
    private(set) var right = 0
    /// Attributions within no other, with their source right, paired among themselves.
    private(set) var outer = Matches()
    /// Of the marks within others, those that are found with their source.
    private(set) var nested = Share()
    private(set) var speakers = SpeakerTally()
    private(set) var agreement = Agreement()

    /// The least F1 for contents to agree by half, and for contents to agree closely.
    private static let (byHalf, closely) = (0.5, 0.8)

    package init(_ depth: Depth = .outer) { self.depth = depth }

    /// - Precondition: All spans lie within the text.
    package init(
        marks: [MarkedAttribution], finds: [MarkedAttribution], in text: String, _ depth: Depth = .outer
    ) {
        self.init(depth)
        let scalars = Array(text.unicodeScalars)
        let words = Words(scalars)
        let comparison = Comparison(
            marks: depth.compared(marks), finds: depth.compared(finds), scalars: scalars, words: words, depth: depth)
        articles = 1
        (self.marks, self.finds) = (comparison.marks.count, comparison.finds.count)
        for (n, role) in AttributionRole.allCases.enumerated() {
            (exact[n], overlap[n]) = Self.matches(
                comparison.marked.map { $0[role] }, comparison.found.map { $0[role] })
        }
        countPairs(comparison)
        // A word has one role there, so what stands within others cannot be told.
        let outer = comparison.outer
        agreement.add(words.count, marks: outer.marked, finds: outer.found)
        self.outer = Matches(
            both: outer.rightPairs(atLeast: Self.byHalf).count, finds: outer.finds.count, marks: outer.marks.count)
    }

    private mutating func countPairs(_ comparison: Comparison) {
        let kinds = comparison.marks.map { ContentKind(of: $0.content, in: comparison.scalars) }
        for kind in kinds { self.kinds[kind.index].marks += 1 }
        half = comparison.pairs(atLeast: Self.byHalf).count
        for pair in comparison.pairs(atLeast: Self.closely) {
            close += 1
            self.kinds[kinds[pair.mark].index].close += 1
        }
        speakers = SpeakerTally(comparison.marks)
        let pairs = comparison.rightPairs(atLeast: Self.byHalf)
        right = pairs.count
        for pair in pairs {
            self.kinds[kinds[pair.mark].index].right += 1
            let (mark, find) = (comparison.marks[pair.mark], comparison.finds[pair.find])
            speakers.count(mark.speaker, find.speaker, mention: comparison.text(of: mark.source))
        }
        let found = Set(pairs.map(\.mark))
        for (number, mark) in comparison.marks.enumerated() where mark.isNested { nested.count(found.contains(number)) }
    }

    /// Counts one role: equal sets of words one to one, and single words. Missing roles are not counted.
    private static func matches(_ marks: [Set<Int>], _ finds: [Set<Int>]) -> (exact: Matches, overlap: Matches) {
        let (marks, finds) = (marks.filter { !$0.isEmpty }, finds.filter { !$0.isEmpty })
        let counts = marks.reduce(into: [Set<Int>: Int]()) { $0[$1, default: 0] += 1 }
        let others = finds.reduce(into: [Set<Int>: Int]()) { $0[$1, default: 0] += 1 }
        let both = counts.reduce(0) { $0 + min($1.value, others[$1.key] ?? 0) }
        let (marked, found) = (
            marks.reduce(into: Set()) { $0.formUnion($1) }, finds.reduce(into: Set()) { $0.formUnion($1) }
        )
        return (
            Matches(both: both, finds: finds.count, marks: marks.count),
            Matches(both: marked.intersection(found).count, finds: found.count, marks: marked.count)
        )
    }

    /// - Precondition: Both are of the same depth.
    package static func += (a: inout Self, b: Self) {
        a.articles += b.articles
        a.marks += b.marks
        a.finds += b.finds
        for n in AttributionRole.allCases.indices {
            a.exact[n] += b.exact[n]
            a.overlap[n] += b.overlap[n]
        }
        for n in ContentKind.allCases.indices { a.kinds[n] += b.kinds[n] }
        a.half += b.half
        a.close += b.close
        a.right += b.right
        a.outer += b.outer
        a.nested += b.nested
        a.speakers += b.speakers
        a.agreement += b.agreement
    }
}

extension Tally.Kind {
    static func += (a: inout Self, b: Self) {
        a.marks += b.marks
        a.close += b.close
        a.right += b.right
    }
}

extension ContentKind {
    fileprivate var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
