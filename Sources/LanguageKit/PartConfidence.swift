/// How likely an attribution is right, 0 to 1.
package struct PartConfidence: Sendable, Equatable, Hashable {
    /// Content and source.
    package var whole: Double
    package var content: Double
    /// The source, or that there is none, where the content is right.
    package var source: Double

    package static let none = PartConfidence(whole: 0, content: 0, source: 0)

    package init(whole: Double, content: Double, source: Double) {
        self.whole = whole
        self.content = content
        self.source = source
    }
}
