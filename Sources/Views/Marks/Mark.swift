/// The role of a stretch of text in a quotation. Where two cover the same words, the earlier case encloses the later.
package enum MarkRole: Int, Sendable, CaseIterable, Comparable {
    case content, source, cue

    package static func < (a: MarkRole, b: MarkRole) -> Bool { a.rawValue < b.rawValue }
}

/// A part of a quotation, over a stretch of the text.
package struct Mark: Hashable, Sendable {
    package var role: MarkRole
    /// The quotation's place among those of the record, from 0.
    package var quotation: Int
    /// How many other quotations contain this one.
    package var depth: Int

    package init(role: MarkRole, quotation: Int, depth: Int) {
        self.role = role
        self.quotation = quotation
        self.depth = depth
    }
}
