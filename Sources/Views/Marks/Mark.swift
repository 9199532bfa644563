/// What a stretch of the text is to a quotation. In the order in which one encloses another where they cover the same words.
package enum MarkRole: Int, Sendable, CaseIterable, Comparable {
    case content, source, cue

    package static func < (a: MarkRole, b: MarkRole) -> Bool { a.rawValue < b.rawValue }
}

/// A part of a quotation that lies over a stretch of the text.
package struct Mark: Hashable, Sendable {
    package var role: MarkRole
    /// The quotation's place among those of the record, from 0.
    package var quotation: Int
    /// In how many other quotations this one stands.
    package var depth: Int

    package init(role: MarkRole, quotation: Int, depth: Int) {
        self.role = role
        self.quotation = quotation
        self.depth = depth
    }
}
