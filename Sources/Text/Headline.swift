import Newswire

/// Decides which paragraph of a plain text is its headline.
enum Headline {
    /// The first of the story's opening paragraphs that is one short line of some words without a full stop at its end;
    /// nil where the story begins with a paragraph of prose, or is nothing else.
    ///
    /// - Parameter bylines: Words that a byline begins with.
    static func find(in document: Document, bylines: [String]) -> Span? {
        let story = document.paragraphs.lazy.filter { $0.setAside == nil }
        for (n, paragraph) in story.prefix(4).enumerated() {
            guard paragraph.span.count <= 160, paragraph.sentences.count <= 2 else { return nil }
            if n > 0 || story.dropFirst().first != nil, reads(paragraph, in: document, bylines) {
                return paragraph.span
            }
        }
        return nil
    }

    /// Not a line of navigation ("Home | World | Sport"), a byline or a date.
    private static func reads(_ paragraph: Paragraph, in document: Document, _ bylines: [String]) -> Bool {
        let tokens = document.tokens[paragraph.tokens]
        guard let first = tokens.first, let last = tokens.last, last.kind != .stop, last.kind != .colon else {
            return false
        }
        if bylines.contains(first.lower) || tokens.contains(where: { $0.lower == "|" || $0.lower == "\u{203A}" }) {
            return false
        }
        return tokens.count { $0.kind == .word } >= 3
    }
}
