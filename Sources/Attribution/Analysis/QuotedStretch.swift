/// Words inside a pair of quotation marks, within one paragraph.
struct QuotedStretch: Sendable, Equatable {
    /// With the marks.
    var tokens: Range<Int>
    /// Whether the closing mark is there; a stretch that runs to its paragraph's end may be taken up in the next one.
    var closed: Bool
    /// Single marks, or marks inside others, are one level further in.
    var level: Int
    /// The stretch around this one.
    var parent: Int?

    /// Without the marks.
    var inner: Range<Int> {
        let lower = tokens.lowerBound + 1
        return lower..<max(lower, closed ? tokens.upperBound - 1 : tokens.upperBound)
    }
}
