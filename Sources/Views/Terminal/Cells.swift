/// A paragraph as characters: its words, signs around marks, numbers of quotations.
enum Cells {
    static func of(_ paragraph: MarkedText.Paragraph, ink: Ink) -> [Wrapping.Cell] {
        let tone: Ink.Tone = paragraph.setAside == nil ? .plain : .quiet
        var cells: [Wrapping.Cell] = []
        var open: [Mark] = []
        for stretch in paragraph.stretches {
            let marks = stretch.marks.withoutRepeats
            let kept = zip(open, marks).prefix { $0 == $1 }.count
            for mark in open[kept...].reversed() { cells.add(ink.closing(mark.role), tone, open) }
            open = marks
            for mark in open[kept...] {
                cells.add(ink.opening(mark.role), tone, open)
                guard mark.role == .content, stretch.begun.contains(mark.quotation) else { continue }
                cells.add(number(mark.quotation), .quiet, open, begins: mark.quotation)
            }
            cells.add(VisibleText.of(stretch.text), tone, open)
        }
        for mark in open.reversed() { cells.add(ink.closing(mark.role), tone, open) }
        return cells
    }

    /// A superscript number, from 1.
    static func number(_ quotation: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return String(String(quotation + 1).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }
}

extension [Wrapping.Cell] {
    fileprivate mutating func add(_ text: String, _ tone: Ink.Tone, _ marks: [Mark], begins: Int? = nil) {
        var begins = begins
        for character in text {
            append(Wrapping.Cell(character: character, tone: tone, marks: marks, begins: begins))
            begins = nil
        }
    }
}

extension [Mark] {
    /// Two verbs may share a subject, the source of two quotations then. One sign is enough for it.
    fileprivate var withoutRepeats: [Mark] {
        reduce(into: []) { kept, mark in
            if mark.role == .content || kept.last?.role != mark.role { kept.append(mark) }
        }
    }
}
