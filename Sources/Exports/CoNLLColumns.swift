import Newswire
package import Records
import Rulebook

extension ExportFormat {
    static let conll = ExportFormat(
        name: "conll", summary: "a token a line, as CoNLL-U Plus", needsText: true,
        layout: .lines(ending: "conllup") { rules in CoNLLColumns(cutter: TokenCutter(rulebooks: try rules())) })
}

/// A token a line in columns, as CoNLL-U Plus (https://universaldependencies.org/ext-format.html): number in the
/// sentence, form, code-point offsets, and for content, cue and source which quotations' it is: "B-q1" where a span of
/// it begins, "I-q1" within it, several joined by "|", "_" for none.
package struct CoNLLColumns: LineExport {
    private let cutter: TokenCutter

    package init(cutter: TokenCutter) { self.cutter = cutter }

    private static let columns: [Part] = [.content, .cue, .source]

    /// The first line of the file.
    package var header: String {
        "# global.columns = ID FORM START END "
            + Self.columns.map { "QUOTED:\($0.rawValue.uppercased())" }.joined(separator: " ")
            + "\n"
    }

    /// - Throws: If the record has no text.
    package func text(of record: Record) throws(ExportError) -> String {
        let text = try ExportText(record)
        let sentences = cutter.sentences(of: record).filter { !$0.isEmpty }
        let labels = Self.columns.map { Labels(record, $0) }
        return sentences.enumerated().map { number, tokens in
            comments(record, text, number, tokens)
                + tokens.enumerated().map { place, token in
                    let cells = ["\(place + 1)", text[token].onOneLine, "\(token.start)", "\(token.end)"]
                    return (cells + labels.map { $0[token] }).joined(separator: "\t") + "\n"
                }.joined() + "\n"
        }.joined()
    }

    private func comments(_ record: Record, _ text: ExportText, _ number: Int, _ tokens: [Span]) -> String {
        var lines: [String] = []
        if number == 0 {
            lines.append("# newdoc id = sha256:\(record.id.hex)")
            lines.append("# file = \(record.file.path.onOneLine)")
            lines += record.quotations.map { "# quotation \($0.id) = " + Self.facts($0, record).line }
        }
        lines.append("# sent_id = \(record.id.hex.prefix(12))-\(number + 1)")
        if let first = tokens.first, let last = tokens.last {
            lines.append("# text = " + text[Span(first.start, last.end)].onOneLine)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func facts(_ quotation: Record.Quotation, _ record: Record) -> JSONValue {
        let members: JSONValue = [
            "type": .string(quotation.type.rawValue), "inside": JSONValue(quotation.inside),
            "lemma": JSONValue(quotation.cue?.lemma), "class": JSONValue(quotation.cue?.verbClass?.rawValue),
            "stance": JSONValue(quotation.cue?.stance?.rawValue),
            "speaker": JSONValue(record.speakers.first { $0.id == quotation.speaker }?.name),
            "confidence": .fraction(quotation.confidence),
        ]
        return members.withoutNulls
    }
}

/// Which quotations a token belongs to, for one part.
private struct Labels {
    private let spans: [(span: Span, quotation: String)]

    init(_ record: Record, _ part: Part) {
        spans = record.quotations.flatMap { quotation in
            quotation.parts.filter { $0.part == part }.flatMap(\.spans).map { ($0, quotation.id) }
        }
    }

    subscript(_ token: Span) -> String {
        let labels = spans.filter { $0.span.contains(token) }.map {
            ($0.span.start == token.start ? "B-" : "I-") + $0.quotation
        }
        return labels.isEmpty ? "_" : labels.joined(separator: "|")
    }
}
