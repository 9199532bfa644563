/// Words inside a pair of quotation marks, within one paragraph.
package struct QuotedStretch: Sendable, Equatable {
    /// With the marks.
    package var tokens: Range<Int>
    /// Whether the closing mark is there; a stretch that runs to its paragraph's end may be taken up in the next one.
    package var closed: Bool
    /// Single marks, or marks inside others, are one level further in.
    package var level: Int
    /// The stretch around this one.
    package var parent: Int?

    package init(tokens: Range<Int>, closed: Bool, level: Int, parent: Int? = nil) {
        self.tokens = tokens
        self.closed = closed
        self.level = level
        self.parent = parent
    }

    /// Without the marks.
    package var inner: Range<Int> {
        let lower = tokens.lowerBound + 1
        return lower..<max(lower, closed ? tokens.upperBound - 1 : tokens.upperBound)
    }
}
