/// A half-open range of Unicode code points of an article's text, counted from 0.
///
/// The unit is that of W3C Web Annotation's TextPositionSelector and of Python's strings.
package struct Span: Hashable, Sendable, Comparable {
    package var start: Int
    package var end: Int

    package init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    package var count: Int { end - start }
    package var isEmpty: Bool { end <= start }

    package func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
    package func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    package static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
