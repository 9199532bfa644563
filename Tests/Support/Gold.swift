import Foundation
package import Newswire

/// What a careful reader marked in one of the project's articles; Tests/Articles/README.md says how it is written down.
package struct Gold: Sendable {
    package var id: String
    package var source: [Span]
    package var cue: [Span]
    package var content: [Span]
    package var inside: String?

    /// - Throws: Where a snippet is not in the article as often as its number says.
    package static func quotations(of article: SampleArticle) throws -> [Gold] {
        let scalars = Array(article.text.unicodeScalars)
        return try JSONDecoder().decode([Marked].self, from: Data(contentsOf: article.gold)).map { marked in
            Gold(
                id: marked.id, source: try marked.source.map { try $0.span(in: scalars) },
                cue: try marked.cue.map { try $0.span(in: scalars) },
                content: try marked.content.map { try $0.span(in: scalars) }, inside: marked.inside)
        }
    }

    private struct Marked: Decodable {
        var id: String
        var source: [Snippet]
        var cue: [Snippet]
        var content: [Snippet]
        var inside: String?
    }
}

/// Words of an article: those that stand there once, or the n-th of several.
private struct Snippet: Decodable {
    var words: String
    var number: Int

    struct Missing: Error { var snippet: String }

    init(from decoder: any Decoder) throws {
        if let words = try? decoder.singleValueContainer().decode(String.self) {
            (self.words, number) = (words, 1)
        } else {
            var pair = try decoder.unkeyedContainer()
            words = try pair.decode(String.self)
            number = try pair.decode(Int.self)
        }
    }

    func span(in scalars: [Unicode.Scalar]) throws -> Span {
        let wanted = Array(words.unicodeScalars)
        var left = number
        for start in scalars.indices where scalars[start...].starts(with: wanted) {
            left -= 1
            if left == 0 { return Span(start, start + wanted.count) }
        }
        throw Missing(snippet: words)
    }
}
