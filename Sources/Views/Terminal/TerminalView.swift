package import Records
import Rulebook

/// Records as text for a terminal: each article with its quotations marked, and beside it who says them.
package struct TerminalView: Sendable {
    private let ink: Ink
    private let textWidth: Int
    /// 0 if the terminal is too narrow for two columns: notes then follow their paragraph.
    private let sideWidth: Int

    private static let narrowest = 20
    private static let margin = 2
    private static let widestText = 88

    /// - Parameter width: Columns of the terminal.
    package init(width: Int, ink: Ink) {
        let width = max(width, Self.narrowest)
        self.ink = ink
        sideWidth = width < 64 ? 0 : min(34, width / 3)
        textWidth = min(sideWidth > 0 ? width - sideWidth - 2 * Self.margin : width - 2 * Self.margin, Self.widestText)
    }

    /// The legend.
    package var legend: String {
        var line = ScreenLine(ink)
        let roles: [(MarkRole, String)] = [(.content, "what is said"), (.cue, "how"), (.source, "by whom")]
        for (role, words) in roles {
            let mark = Mark(role: role, quotation: 0, depth: 0)
            line.add(ink.opening(role) + words + ink.closing(role), marks: [mark])
            line.add("   ")
        }
        let nested = Mark(role: .content, quotation: 0, depth: 1)
        line.add("\(ink.opening(.content))a quotation within one\(ink.closing(.content))", marks: [nested])
        return line.finished + "\n"
    }

    /// The article, with a line about it above and its speakers below.
    package func text(of record: Record) -> String {
        guard case .article = record.kind else { return heading(record) }
        let facts = record.quotations.map { QuotationFacts(of: $0, in: record) }
        var blocks = [heading(record)]
        blocks += MarkedText(record).paragraphs.map { block($0, record, facts) }
        if !facts.isEmpty { blocks.append(speakers(record)) }
        return blocks.joined(separator: "\n")
    }

    private func heading(_ record: Record) -> String {
        var title = ScreenLine(ink)
        title.add(VisibleText.of(record.file.path), .title)
        let what =
            switch record.kind {
            case .article:
                "\(record.quotations.count.counted("quotation")), found by the \(record.producer.engine.rawValue)"
            case .withdrawal(let id):
                "takes back sha256:\(id.hex)"
            }
        title.add("  " + VisibleText.of(what), .quiet)
        return title.finished + "\n"
    }
}

// MARK: Paragraphs

extension TerminalView {
    private func block(_ paragraph: MarkedText.Paragraph, _ record: Record, _ facts: [QuotationFacts]) -> String {
        let lines = Wrapping.lines(Cells.of(paragraph, ink: ink), width: textWidth)
        let begun = lines.enumerated().flatMap { number, line in line.compactMap(\.begins).map { ($0, number) } }
        let width = sideWidth > 0 ? sideWidth : textWidth - Self.margin
        // Below the paragraph there is no line to align with.
        let places = sideWidth > 0 ? begun : begun.map { ($0.0, 0) }
        let notes = SideNotes(places.map { ($0.0, $0.1) }, width: width) { quotation in
            (VisibleText.of(facts[quotation].who), VisibleText.of(summary(record.quotations[quotation])))
        }
        return (sideWidth > 0 ? beside(lines, notes) : below(lines, notes)).map { $0.finished + "\n" }.joined()
    }

    private func beside(_ lines: [ArraySlice<Wrapping.Cell>], _ notes: SideNotes) -> [ScreenLine] {
        (0..<max(lines.count, notes.count)).map { number in
            var line = number < lines.count ? self.line(lines[number]) : ScreenLine(ink)
            if let row = notes.rows[number] {
                line.fill(to: textWidth + 2 * Self.margin)
                line.add(row.text, row.tone)
            }
            return line
        }
    }

    private func below(_ lines: [ArraySlice<Wrapping.Cell>], _ notes: SideNotes) -> [ScreenLine] {
        lines.map(line)
            + (0..<notes.count).compactMap { notes.rows[$0] }.map { row in
                var line = ScreenLine(ink)
                line.fill(to: 2 * Self.margin)
                line.add(row.text, row.tone)
                return line
            }
    }

    private func line(_ cells: ArraySlice<Wrapping.Cell>) -> ScreenLine {
        var line = ScreenLine(ink)
        line.fill(to: Self.margin)
        for cell in cells { line.add(String(cell.character), cell.tone, marks: cell.marks) }
        return line
    }

    /// "told · accuse, distancing · direct · 97 %"
    private func summary(_ quotation: Record.Quotation) -> String {
        let stance = quotation.cue?.stance.flatMap { $0 == .neutral ? nil : $0.rawValue }
        let meaning = [quotation.cue?.verbClass?.rawValue, stance, quotation.cue?.negated == true ? "negated" : nil]
        let parts = [
            quotation.cue?.text ?? "no verb", meaning.compactMap(\.self).joined(separator: ", "),
            quotation.type.rawValue, QuotationFacts.percent(quotation.confidence),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// How much each speaker says, most first.
    private func speakers(_ record: Record) -> String {
        let speaking = record.speakers.filter { $0.quotations > 0 }.sorted { $0.quotations > $1.quotations }
        let names = speaking.map { speaker in
            let words = record.quotations.first { $0.speaker == speaker.id }?.source?.text
            return "\(speaker.name ?? speaker.role ?? words ?? "nobody named") \(speaker.quotations)"
        }
        return Wrapping.lines(VisibleText.of("Speakers: " + names.joined(separator: " · ")), width: textWidth).map {
            var line = ScreenLine(ink)
            line.fill(to: Self.margin)
            line.add($0, .quiet)
            return line.finished + "\n"
        }.joined()
    }
}

extension Int {
    /// "1 quotation", "2 quotations"
    func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
