import Newswire
import Records
import Text

/// A part of a quotation, by the name that exports use.
enum Part: String, CaseIterable {
    case content, cue, source, addressee, target, setting, time, hedge
}

extension Record.Quotation {
    /// The parts that it has, each with its spans.
    var parts: [(part: Part, spans: [Span])] {
        let mentions: [(Part, Record.Mention?)] = [
            (.source, source), (.addressee, addressee), (.target, target), (.setting, setting), (.time, time),
            (.hedge, cue?.hedged),
        ]
        let all = [(Part.content, content), (.cue, cue?.spans ?? [])] + mentions.map { ($0, $1?.spans ?? []) }
        return all.filter { !$0.1.isEmpty }
    }
}

/// A record's text by code points. Its spans were checked.
struct ExportText {
    let scalars: [Unicode.Scalar]

    /// - Throws: If the record has no text, or spans outside it.
    init(_ record: Record) throws(ExportError) {
        guard let text = record.text else {
            throw ExportError(
                description: "\(record.file.path): the line has no text; annotate the article without --omit-text")
        }
        scalars = Array(text.unicodeScalars)
        for quotation in record.quotations {
            for span in quotation.parts.flatMap(\.spans) where !isInside(span) {
                throw ExportError(
                    description:
                        "\(record.file.path): \(quotation.id) has the span [\(span.start), \(span.end)], which is not "
                        + "of its text of \(scalars.count) code points; annotate the article anew")
            }
        }
    }

    private func isInside(_ span: Span) -> Bool {
        0 <= span.start && span.start < span.end && span.end <= scalars.count
    }

    subscript(_ span: Span) -> String { scalars[span.start..<span.end].string }

    /// Text before and after a span, enough to distinguish it from others.
    func surroundings(of span: Span, _ count: Int) -> (before: String, after: String) {
        (
            self[Span(max(0, span.start - count), span.start)],
            self[Span(span.end, min(scalars.count, span.end + count))]
        )
    }
}

extension String {
    /// For a cell or a comment: one line, no tabs. By code points: Swift does not see a newline in "\r\n".
    var onOneLine: String {
        let breaks: (Unicode.Scalar) -> Bool = {
            $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}"
        }
        return String(UnicodeScalarView(unicodeScalars.map { breaks($0) ? " " : $0 }))
    }
}
