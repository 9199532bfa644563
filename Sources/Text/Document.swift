package import Newswire

/// An article's text cut into paragraphs, sentences and tokens. All offsets are code points of `scalars`.
package struct Document: Sendable {
    package var scalars: [Unicode.Scalar]
    /// Where the scalars stand in the article's text, where they are not that text.
    package var origins: Origins?
    package var tokens: [Token]
    /// In order, without gaps among the tokens of a paragraph.
    package var sentences: [Sentence]
    package var paragraphs: [Paragraph]
    /// What the reader and the furniture rules set aside, in order. No quotations are looked for in it.
    package var setAside: [SetAside]
    /// The first paragraph of the story where it looks like a headline.
    package var headline: Span?

    /// The text of a span. Linear in the span's length.
    package func text(_ span: Span) -> String {
        scalars[span.start..<span.end].string
    }

    /// Where a span stands in the article's own text.
    package func origin(of span: Span) -> Span { origins?.span(of: span) ?? span }

    /// From the first to the last token of a range that is not empty.
    package func span(ofTokens range: Range<Int>) -> Span {
        Span(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
    }
}

package struct Sentence: Sendable, Equatable {
    package var tokens: Range<Int>
    package var paragraph: Int
}

package struct Paragraph: Sendable, Equatable {
    package var span: Span
    package var tokens: Range<Int>
    package var sentences: Range<Int>
    /// Set where the whole paragraph was set aside.
    package var setAside: String?
}
