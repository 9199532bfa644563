import Newswire
package import Records
import Rulebook

extension ExportFormat {
    static let webannotation = ExportFormat(
        name: "webannotation", summary: "W3C Web Annotation, a line of JSON-LD an article", needsText: true,
        layout: .lines(ending: "jsonl") { _ in WebAnnotations() })
}

/// W3C Web Annotation (https://www.w3.org/TR/annotation-model/) as JSON-LD: a line an article, each an
/// `AnnotationPage`.
///
/// A quotation is an annotation of its content; cue, source and the others are annotations whose body is that one. A
/// part of several spans has several targets, which mean their part together. Positions are code points, as the model
/// has them, of the text that `source` names by the record's id: a name, not a page. Anything that the model has no
/// term for is under `quoted:`.
package struct WebAnnotations: LineExport {
    package init() {}

    private static let home = "https://quoted.example/"
    private static let vocabulary: JSONValue = ["http://www.w3.org/ns/anno.jsonld", ["quoted": .string(home + "ns#")]]

    /// Text around a quote, enough to distinguish it from others. (Section 4.2.4)
    private static let context = 32

    /// - Throws: If the record has no text.
    package func text(of record: Record) throws(ExportError) -> String {
        let text = try ExportText(record)
        let article = Self.home + "article/" + record.id.hex
        let items = record.quotations.flatMap { annotations($0, record, text, article) }
        let collection: JSONValue = [
            "id": .string(article + "/annotations"), "type": "AnnotationCollection", "total": .number(items.count),
            "label": JSONValue(record.article.title ?? record.file.path),
        ]
        let page: JSONValue = [
            "@context": Self.vocabulary, "id": .string(article + "/annotations/1"), "type": "AnnotationPage",
            "partOf": collection, "startIndex": 0, "items": .list(items),
        ]
        return page.line + "\n"
    }

    private func annotations(
        _ quotation: Record.Quotation, _ record: Record, _ text: ExportText, _ article: String
    ) -> [JSONValue] {
        let id = article + "#" + quotation.id
        return quotation.parts.map { part, spans in
            let own: [String: JSONValue] =
                part == .content
                ? facts(quotation, record, id, article) : ["motivation": "linking", "body": .string(id)]
            let common: [String: JSONValue] = [
                "id": .string(part == .content ? id : "\(id)-\(part.rawValue)"), "type": "Annotation",
                "generated": .string(record.annotatedAt.rfc3339),
                "generator": [
                    "id": .string(Self.home + "version/" + record.producer.version), "type": "Software",
                    "name": .string(record.producer.name),
                ],
                "target": .list(spans.map { target($0, text, article) }), "quoted:part": .string(part.rawValue),
            ]
            return .object(common.merging(own) { $1 })
        }
    }

    private func target(_ span: Span, _ text: ExportText, _ article: String) -> JSONValue {
        let (before, after) = text.surroundings(of: span, Self.context)
        return [
            "type": "SpecificResource", "source": .string(article),
            "selector": [
                ["type": "TextPositionSelector", "start": .number(span.start), "end": .number(span.end)],
                [
                    "type": "TextQuoteSelector", "exact": .string(text[span]), "prefix": .string(before),
                    "suffix": .string(after),
                ],
            ],
        ]
    }

    /// What is known about the quotation: tags for every reader, and `quoted:` terms for those who know them.
    private func facts(
        _ quotation: Record.Quotation, _ record: Record, _ id: String, _ article: String
    ) -> [String: JSONValue] {
        let speaker = record.speakers.first { $0.id == quotation.speaker }
        let tags = [quotation.type.rawValue, quotation.cue?.verbClass?.rawValue, quotation.cue?.stance?.rawValue]
        let bodies = tags.compactMap { $0 }.map { tag -> JSONValue in
            ["type": "TextualBody", "purpose": "tagging", "value": .string(tag)]
        }
        let members: JSONValue = [
            "motivation": "describing", "body": .list(bodies), "quoted:confidence": .fraction(quotation.confidence),
            "quoted:speaker": JSONValue(speaker?.name), "quoted:speakerKind": JSONValue(speaker?.kind.rawValue),
            "quoted:lemma": JSONValue(quotation.cue?.lemma),
            "quoted:class": JSONValue(quotation.cue?.verbClass?.rawValue),
            "quoted:stance": JSONValue(quotation.cue?.stance?.rawValue),
            "quoted:type": .string(quotation.type.rawValue),
            "quoted:inside": quotation.inside.map { ["id": .string(article + "#" + $0)] } ?? .null,
        ]
        guard case .object(let known) = members.withoutNulls else { return [:] }
        return known
    }
}
