import Annotator
import LanguageKit
import Newswire
import Setup
import Text

/// What `quoted convert` shows of a file: each article as its reader saw it.
struct ConvertedFile {
    let reading: Reading
    let finder: AsideFinder

    init(_ reading: Reading, finder: AsideFinder) {
        self.reading = reading
        self.finder = finder
    }

    /// For people: fields, then paragraphs, those set aside with the reason before them.
    var text: String {
        let articles = reading.articles.map(page)
        let others =
            reading.skipped.map { "item \($0.item): no article, since \($0.reason)\n" }
            + reading.failures.map { "item \($0.item): failed: \($0.error.reason); \($0.error.remedy)\n" }
        return (articles + others).joined(separator: "\n")
    }

    private func page(_ article: Article) -> String {
        var fields = [("format", "\(reading.format), \(reading.encoding), item \(article.item)")]
        let language = finder.language(of: article)
        fields += Self.fields(article.metadata, language)
        fields += (article.warnings + [language.warning].compactMap(\.self)).map { ("warning", $0) }
        let head = fields.map { "\($0): \(LogValue.escaped($1))\n" }.joined()
        return head + "\n" + Self.marked(article.text, finder.asides(in: article, language: language)) + "\n"
    }

    private static func fields(_ metadata: Metadata, _ language: ArticleLanguage) -> [(String, String)] {
        let dateline = [metadata.dateline?.place, metadata.dateline?.agency.map { "(\($0))" }]
        let fields: [(String, String?)] = [
            ("title", metadata.title), ("byline", metadata.byline.joined(separator: "; ")),
            ("dateline", dateline.compactMap { $0 }.joined(separator: " ")), ("published", metadata.published),
            ("updated", metadata.updated), ("language", language.tag), ("publisher", metadata.publisher),
            ("url", metadata.url), ("id", metadata.item), ("version", metadata.version),
            ("previous version", metadata.supersedes), ("embargoed until", metadata.embargoedUntil),
            ("urgency", metadata.urgency.map(String.init)), ("status", metadata.status),
        ]
        return fields.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : (name, $0) } }
    }

    /// The text with each stretch that is set aside between its reason and an end mark.
    private static func marked(_ text: String, _ asides: [SetAside]) -> String {
        let scalars = Array(text.unicodeScalars)
        // Appended to one another they would be copied each time.
        var parts: [String] = []
        func take(_ range: Range<Int>) { parts.append(scalars[range].string) }
        var at = 0
        for aside in asides where aside.span.start >= at && aside.span.end <= scalars.count {
            take(at..<aside.span.start)
            parts.append("[\(aside.reason): ")
            take(aside.span.start..<aside.span.end)
            parts.append("]")
            at = aside.span.end
        }
        take(at..<scalars.count)
        return parts.joined()
    }
}
