import Newswire

/// Decides whether a plain text's first paragraph is its headline.
enum Headline {
    /// Nil unless the story's first paragraph is one short line without a sentence's end, and more paragraphs follow.
    static func find(in document: Document) -> Span? {
        let story = document.paragraphs.filter { $0.setAside == nil }
        guard story.count > 1, let first = story.first, first.span.count <= 160, first.sentences.count <= 2,
            let last = document.tokens[first.tokens].last
        else { return nil }
        let words = document.tokens[first.tokens].count { $0.isWord }
        guard words >= 2 else { return nil }
        return last.kind == .stop ? nil : first.span
    }
}
