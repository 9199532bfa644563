import Newswire
import Records
package import Rulebook
import Text

/// Cuts a record's text into sentences and tokens, as the engines do, and also wherever a part of a quotation begins or
/// ends. So every part consists of whole tokens.
package struct TokenCutter: Sendable {
    private let main: Segmenter
    private let others: [String: Segmenter]

    package init(rulebooks: Rulebooks) {
        main = Segmenter(rulebook: rulebooks.main)
        others = Dictionary(uniqueKeysWithValues: rulebooks.others.map { ($0.language, Segmenter(rulebook: $0)) })
    }

    /// By the article's language tag: "de-AT" is read as "de".
    private func segmenter(of record: Record) -> Segmenter {
        let code = record.article.language?.split(separator: "-").first
        return code.flatMap { others[$0.lowercased()] } ?? main
    }

    /// The spans of the tokens of each sentence. What was set aside has none.
    func sentences(of record: Record) -> [[Span]] {
        let borders = Borders(record)
        let document = segmenter(of: record).document(of: article(record))
        return document.sentences.map { sentence in
            document.tokens[sentence.tokens].flatMap { borders.cut($0.span) }
        }
    }

    /// Tokens that make up the whole text, together with the blanks after some of them: spaCy makes a `Doc` of them.
    /// White space and parts that were set aside are tokens too.
    func tokens(of record: Record, _ text: ExportText) -> [(span: Span, hasBlank: Bool)] {
        var filling = Filling(scalars: text.scalars, borders: Borders(record))
        for token in sentences(of: record).joined() {
            filling.fill(to: token.start)
            filling.tokens.append((token, false))
        }
        filling.fill(to: text.scalars.count)
        return filling.tokens
    }

    private func article(_ record: Record) -> Article {
        var article = Article(text: record.text ?? "")
        article.setAside = record.setAside.map { SetAside(span: $0.span, reason: $0.reason) }
        return article
    }
}

/// Where parts of quotations begin and end.
private struct Borders {
    let starts: Set<Int>
    let ends: Set<Int>

    init(_ record: Record) {
        let spans = record.quotations.flatMap { $0.parts.flatMap(\.spans) }
        starts = Set(spans.map(\.start))
        ends = Set(spans.map(\.end))
    }

    func cut(_ span: Span) -> [Span] {
        guard span.count > 1 else { return [span] }
        let inner = (span.start + 1..<span.end).filter { starts.contains($0) || ends.contains($0) }
        return zip([span.start] + inner, inner + [span.end]).map { Span($0, $1) }
    }
}

/// Collects tokens and the text between them.
private struct Filling {
    let scalars: [Unicode.Scalar]
    let borders: Borders
    var tokens: [(span: Span, hasBlank: Bool)] = []

    /// Makes tokens of the text before `end`. A blank after a token becomes its flag, unless a part begins or ends
    /// there.
    mutating func fill(to end: Int) {
        takeBlank(before: end)
        while place < end {
            let isSpace = scalars[place].properties.isWhitespace
            let stop = scalars[place..<end].firstIndex { $0.properties.isWhitespace != isSpace } ?? end
            tokens += borders.cut(Span(place, stop)).map { ($0, false) }
            if !isSpace { takeBlank(before: end) }
        }
    }

    private var place: Int { tokens.last.map { $0.span.end + ($0.hasBlank ? 1 : 0) } ?? 0 }

    private mutating func takeBlank(before end: Int) {
        let blank = place
        guard blank < end, !tokens.isEmpty, scalars[blank] == " ", !borders.starts.contains(blank),
            !borders.ends.contains(blank + 1)
        else { return }
        tokens[tokens.count - 1].hasBlank = true
    }
}
