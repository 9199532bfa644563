import Newswire

/// Counts agreements between marks and finds over any number of articles. Tallies of parts can be added.
package struct Tally: Sendable, Equatable {
    package private(set) var articles = 0
    package private(set) var marks = 0
    package private(set) var finds = 0

    /// How many were marked, found, and both.
    struct Matches: Sendable, Equatable {
        var both = 0
        var finds = 0
        var marks = 0
    }

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
    private(set) var agreement = Agreement()

    /// The least F1 for contents to agree by half, for contents to agree closely, and for sources to be right.
    private static let (byHalf, closely, rightSource) = (0.5, 0.8, 0.5)

    package init() {}

    /// - Precondition: All spans lie within the text.
    package init(marks: [RoleSpans], finds: [RoleSpans], in text: String) {
        let scalars = Array(text.unicodeScalars)
        let words = Words(scalars)
        articles = 1
        (self.marks, self.finds) = (marks.count, finds.count)
        let kinds = marks.map { ContentKind(of: $0.content, in: scalars) }
        for kind in kinds { self.kinds[kind.index].marks += 1 }
        let (marked, found) = (marks.map { RoleWords($0, in: words) }, finds.map { RoleWords($0, in: words) })
        for (n, role) in AttributionRole.allCases.enumerated() {
            (exact[n], overlap[n]) = Self.matches(marked.map { $0[role] }, found.map { $0[role] })
        }
        pair(marked, found, kinds)
        agreement.add(words.count, marks: marked, finds: found)
    }

    private mutating func pair(_ marks: [RoleWords], _ finds: [RoleWords], _ kinds: [ContentKind]) {
        let pairing = Pairing(marks: marks, finds: finds)
        for pair in pairing.pairs(atLeast: Self.byHalf) {
            half += 1
            guard marks[pair.mark].source.agreement(with: finds[pair.find].source) >= Self.rightSource else { continue }
            right += 1
            self.kinds[kinds[pair.mark].index].right += 1
        }
        for pair in pairing.pairs(atLeast: Self.closely) {
            close += 1
            self.kinds[kinds[pair.mark].index].close += 1
        }
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
        a.agreement += b.agreement
    }
}

extension Tally.Matches {
    static func += (a: inout Self, b: Self) {
        a.both += b.both
        a.finds += b.finds
        a.marks += b.marks
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
