import Newswire
package import Records
internal import Text

/// A record's text, cut wherever a part of a quotation begins or ends. It can be shown from left to right, however the
/// parts overlap.
package struct MarkedText: Sendable {
    /// Words of one paragraph with the same marks.
    package struct Stretch: Equatable, Sendable {
        package var text: String
        /// The outermost first.
        package var marks: [Mark]
        /// Quotations whose content begins here.
        package var begun: [Int]
    }

    package struct Paragraph: Equatable, Sendable {
        package var stretches: [Stretch]
        /// Why it was set aside; nil for the story.
        package var setAside: String?

        /// In the order in which they begin.
        package var begun: [Int] { stretches.flatMap(\.begun) }
    }

    package var paragraphs: [Paragraph]

    /// If the record has no text, each quotation's own words are a paragraph.
    package init(_ record: Record) {
        guard let text = record.text else {
            paragraphs = Self.words(of: record)
            return
        }
        let scalars = Array(text.unicodeScalars)
        let overlay = Overlay(record, length: scalars.count)
        let asides = AsideIndex(record.setAside.map { SetAside(span: $0.span, reason: $0.reason) })
        paragraphs = ParagraphSplitter(scalars: scalars).paragraphs().map { span in
            let stretches = overlay.pieces(of: span).map { piece in
                Stretch(text: scalars[piece.span.start..<piece.span.end].string, marks: piece.marks, begun: piece.begun)
            }
            let aside = asides.first(overlapping: span).flatMap { $0.span.contains(span) ? $0 : nil }
            return Paragraph(stretches: stretches, setAside: aside?.reason)
        }
    }

    private static func words(of record: Record) -> [Paragraph] {
        record.quotations.enumerated().map { index, quotation in
            let mark = Mark(role: .content, quotation: index, depth: 0)
            return Paragraph(stretches: [Stretch(text: quotation.text, marks: [mark], begun: [index])], setAside: nil)
        }
    }
}
