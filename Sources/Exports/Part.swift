import Journal
import Newswire
import Text

/// What a quotation is made of, as exports name it.
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

/// A record's text by code points, with spans that are known to be of it.
struct ExportText {
    let scalars: [Unicode.Scalar]

    /// - Throws: Where the record has no text, or spans that are not of it.
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
                        "\(record.file.path): \(quotation.id) has the span [\(span.start), \(span.end)], which is none "
                        + "of its text of \(scalars.count) code points; annotate the article anew")
            }
        }
    }

    private func isInside(_ span: Span) -> Bool {
        0 <= span.start && span.start < span.end && span.end <= scalars.count
    }

    subscript(_ span: Span) -> String { scalars[span.start..<span.end].string }

    /// Of what stands before and after a span, as much as tells it from others.
    func surroundings(of span: Span, _ count: Int) -> (before: String, after: String) {
        (
            self[Span(max(0, span.start - count), span.start)],
            self[Span(span.end, min(scalars.count, span.end + count))]
        )
    }
}

extension String {
    /// As a cell or a comment, which is one line and has no tabulator. By code points: to Swift "\r\n" is no newline.
    var onOneLine: String {
        let breaks: (Unicode.Scalar) -> Bool = {
            $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}"
        }
        return String(UnicodeScalarView(unicodeScalars.map { breaks($0) ? " " : $0 }))
    }
}
