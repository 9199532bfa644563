/// A part of a sentence between commas and other marks, or between "and" and the next verb.
package struct Clause {
    /// A fragment has no verb: an apposition, a name.
    package enum Kind { case main, subordinate, relative, infinitive, quote, fragment }

    /// Without the conjunction that it begins with.
    package var items: Range<Int>
    package var kind: Kind
    /// The verb that agrees with the subject.
    package var finite: Int?
    package var isCoordinated: Bool
    /// The mark before it.
    package var mark: Tag

    package init(items: Range<Int>, kind: Kind, finite: Int?, isCoordinated: Bool, mark: Tag) {
        self.items = items
        self.kind = kind
        self.finite = finite
        self.isCoordinated = isCoordinated
        self.mark = mark
    }

    package var first: Int { items.lowerBound }
    package var last: Int { items.upperBound - 1 }
    package var isVerbFirst: Bool { kind == .main && finite == first }
}
