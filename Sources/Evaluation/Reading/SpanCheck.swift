import Newswire

/// Whether spans are those of a text.
struct SpanCheck {
    private let length: Int

    init(_ text: String) { length = text.unicodeScalars.count }

    func check(_ attributions: [MarkedAttribution]) throws(InputMistakes.Mistake) {
        for attribution in attributions {
            for role in AttributionRole.allCases {
                for span in attribution[role] where !isInside(span) {
                    throw InputMistakes.Mistake(
                        "the \(role) [\(span.start), \(span.end)] is no span of its text of \(length) code points",
                        remedy: "count Unicode code points from 0, the end not included, as Python's strings do")
                }
            }
        }
    }

    private func isInside(_ span: Span) -> Bool { span.start >= 0 && span.start < span.end && span.end <= length }
}
