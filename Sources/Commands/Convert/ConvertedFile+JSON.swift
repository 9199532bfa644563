import Annotator
import Foundation
import LanguageKit
import Newswire
import Text

// For programs: one object a file, its fields named as in the record.

extension ConvertedFile {
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            encoder.keyEncodingStrategy = .convertToSnakeCase
            return String(decoding: try encoder.encode(shape), as: UTF8.self) + "\n"
        }
    }

    private var shape: Shape {
        Shape(
            format: reading.format, encoding: reading.encoding, articles: reading.articles.map(shape),
            skipped: reading.skipped.map { ItemShape(item: $0.item, reason: $0.reason) },
            failures: reading.failures.map {
                ItemShape(item: $0.item, reason: $0.error.reason, remedy: $0.error.remedy)
            })
    }

    private func shape(_ article: Article) -> ArticleShape {
        let (metadata, language) = (article.metadata, finder.language(of: article))
        return ArticleShape(
            item: article.item, title: metadata.title, byline: metadata.byline, place: metadata.dateline?.place,
            agency: metadata.dateline?.agency, published: metadata.published, updated: metadata.updated,
            language: language.tag, publisher: metadata.publisher, url: metadata.url, id: metadata.item,
            version: metadata.version, previousVersion: metadata.supersedes, embargoedUntil: metadata.embargoedUntil,
            urgency: metadata.urgency, status: metadata.status,
            warnings: article.warnings + [language.warning].compactMap(\.self), text: article.text,
            setAside: finder.asides(in: article, language: language).map {
                AsideShape(start: $0.span.start, end: $0.span.end, reason: $0.reason)
            })
    }

    private struct Shape: Encodable {
        var format: String
        var encoding: String
        var articles: [ArticleShape]
        var skipped: [ItemShape]
        var failures: [ItemShape]
    }

    private struct ItemShape: Encodable {
        var item: Int
        var reason: String
        var remedy: String?
    }

    private struct AsideShape: Encodable {
        var start: Int
        var end: Int
        var reason: String
    }

    private struct ArticleShape: Encodable {
        var item: Int
        var title: String?
        var byline: [String]
        var place: String?
        var agency: String?
        var published: String?
        var updated: String?
        var language: String?
        var publisher: String?
        var url: String?
        var id: String?
        var version: String?
        var previousVersion: String?
        var embargoedUntil: String?
        var urgency: Int?
        var status: String?
        var warnings: [String]
        var text: String
        var setAside: [AsideShape]
    }
}
