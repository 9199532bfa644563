import Newswire
package import Records
import Rulebook

extension ExportFormat {
    static let spacy = ExportFormat(
        name: "spacy", summary: "JSON lines of Prodigy and spaCy", needsText: true,
        layout: .lines(ending: "jsonl") { rules in SpaCyLines(cutter: TokenCutter(rulebooks: try rules())) })
}

/// JSON lines as Prodigy takes and gives them, and as spaCy's `Doc` and spans are made of: text, tokens, spans,
/// relations.
///
/// Offsets are code points, as Python counts. A part of several spans is several entries of `spans`; each has the
/// quotation's id in `quotation`. Relations go from content to what belongs to it.
package struct SpaCyLines: LineExport {
    private let cutter: TokenCutter

    package init(cutter: TokenCutter) { self.cutter = cutter }

    /// - Throws: If the record has no text.
    package func text(of record: Record) throws(ExportError) -> String {
        let text = try ExportText(record)
        let cut = cutter.tokens(of: record, text)
        let tokens = cut.enumerated().map { id, token -> JSONValue in
            [
                "id": .number(id), "text": .string(text[token.span]), "start": .number(token.span.start),
                "end": .number(token.span.end), "ws": .truth(token.hasBlank),
            ]
        }
        let places = TokenPlaces(cut.map(\.span))
        let line: JSONValue = [
            "text": JSONValue(record.text), "tokens": .list(tokens), "meta": meta(record),
            "spans": .list(record.quotations.flatMap { spans($0, places) }),
            "relations": .list(record.quotations.flatMap { relations($0, places) }),
        ]
        return line.line + "\n"
    }

    private func meta(_ record: Record) -> JSONValue {
        let members: JSONValue = [
            "id": .string("sha256:" + record.id.hex), "file": .string(record.file.path),
            "title": JSONValue(record.article.title), "published": JSONValue(record.article.published),
            "url": JSONValue(record.article.url),
        ]
        return members.withoutNulls
    }

    private func spans(_ quotation: Record.Quotation, _ places: TokenPlaces) -> [JSONValue] {
        quotation.parts.flatMap { part, spans in
            spans.map { span in
                guard case .object(var members) = places.json(span, part) else { return .null }
                members["quotation"] = .string(quotation.id)
                guard part == .content else { return .object(members) }
                members["type"] = .string(quotation.type.rawValue)
                members["class"] = JSONValue(quotation.cue?.verbClass?.rawValue)
                members["stance"] = JSONValue(quotation.cue?.stance?.rawValue)
                members["speaker"] = JSONValue(quotation.speaker)
                members["confidence"] = .fraction(quotation.confidence)
                return JSONValue.object(members).withoutNulls
            }
        }
    }

    private func relations(_ quotation: Record.Quotation, _ places: TokenPlaces) -> [JSONValue] {
        guard let content = quotation.content.first else { return [] }
        let others = quotation.parts.flatMap { part, spans in spans.map { (part, $0) } }.filter { $0.1 != content }
        return others.map { part, span in
            [
                "head": .number(places.last(content)), "child": .number(places.last(span)),
                "head_span": places.json(content, .content), "child_span": places.json(span, part),
                "label": .string(part.rawValue.uppercased()),
            ]
        }
    }
}

/// The tokens of spans.
private struct TokenPlaces {
    private let byStart: [Int: Int]
    private let byEnd: [Int: Int]

    init(_ tokens: [Span]) {
        byStart = Dictionary(tokens.enumerated().map { ($1.start, $0) }, uniquingKeysWith: { $1 })
        byEnd = Dictionary(tokens.enumerated().map { ($1.end, $0) }, uniquingKeysWith: { $1 })
    }

    /// Tokens are cut wherever a part ends.
    func last(_ span: Span) -> Int { byEnd[span.end] ?? 0 }

    func json(_ span: Span, _ part: Part) -> JSONValue {
        [
            "start": .number(span.start), "end": .number(span.end), "label": .string(part.rawValue.uppercased()),
            "token_start": .number(byStart[span.start] ?? 0), "token_end": .number(last(span)),
        ]
    }
}
