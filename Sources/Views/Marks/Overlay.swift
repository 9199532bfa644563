import Newswire
import Records
import Text

/// The parts of a record's quotations, laid over its text.
struct Overlay {
    struct Piece {
        var span: Span
        var marks: [Mark]
        var begun: [Int]
    }

    private struct Laid {
        var span: Span
        var mark: Mark
        /// Whether the quotation's content begins with this span.
        var begins: Bool
    }

    /// Ordered: an enclosing part comes before the enclosed one.
    private let laid: [Laid]
    /// For each part, the furthest end of it and those before it.
    private let reach: [Int]

    /// - Parameter length: Of the text, in code points. Longer spans are cut, since a record may come from anywhere.
    init(_ record: Record, length: Int) {
        let depths = Self.depths(record.quotations)
        let whole = Span(0, length)
        laid = record.quotations.indices.flatMap { index in
            Self.spans(of: record.quotations[index]).map { role, span, begins in
                Laid(
                    span: Span(max(span.start, whole.start), min(span.end, whole.end)),
                    mark: Mark(role: role, quotation: index, depth: depths[index]), begins: begins)
            }
        }
        .filter { !$0.span.isEmpty }
        .sorted(by: Self.encloses)
        var furthest = 0
        reach = laid.map { part in
            furthest = max(furthest, part.span.end)
            return furthest
        }
    }

    private static func spans(of quotation: Record.Quotation) -> [(MarkRole, Span, begins: Bool)] {
        quotation.content.enumerated().map { (.content, $0.element, $0.offset == 0) }
            + (quotation.source?.spans ?? []).map { (.source, $0, false) }
            + (quotation.cue?.spans ?? []).map { (.cue, $0, false) }
    }

    private static func encloses(_ a: Laid, _ b: Laid) -> Bool {
        (a.span.start, -a.span.end, a.mark.depth, a.mark.role, a.mark.quotation)
            < (b.span.start, -b.span.end, b.mark.depth, b.mark.role, b.mark.quotation)
    }

    /// How many others contain each quotation. One that contains itself, directly or not, counts 0.
    private static func depths(_ quotations: [Record.Quotation]) -> [Int] {
        let places = Dictionary(quotations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return quotations.map { quotation in
            var depth = 0
            var next = quotation.inside
            while let outer = next.flatMap({ places[$0] }), depth <= quotations.count {
                depth += 1
                next = quotations[outer].inside
            }
            return depth > quotations.count ? 0 : depth
        }
    }

    /// A paragraph from its beginning to its end, cut wherever its marks change.
    func pieces(of paragraph: Span) -> [Piece] {
        let over = parts(over: paragraph)
        let borders = over.flatMap { [$0.span.start, $0.span.end] }.filter {
            paragraph.start < $0 && $0 < paragraph.end
        }
        let cuts = Set(borders + [paragraph.start, paragraph.end]).sorted()
        var next = over.startIndex
        var covering: [Laid] = []
        return zip(cuts, cuts.dropFirst()).map { start, end in
            covering.removeAll { $0.span.end <= start }
            while next < over.endIndex, over[next].span.start <= start {
                covering.append(over[next])
                next += 1
            }
            return Piece(
                span: Span(start, end), marks: covering.map(\.mark),
                begun: covering.filter { $0.begins && $0.span.start == start }.map(\.mark.quotation))
        }
    }

    /// A binary search: the parts of other paragraphs are not looked at.
    private func parts(over paragraph: Span) -> [Laid] {
        let first = reach.partitioningIndex { $0 > paragraph.start }
        let end = laid.partitioningIndex { $0.span.start >= paragraph.end }
        return first < end ? laid[first..<end].filter { $0.span.overlaps(paragraph) } : []
    }
}
