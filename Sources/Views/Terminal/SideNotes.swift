/// Notes beside a paragraph: the speaker of each quotation, level with the line where it begins.
struct SideNotes {
    struct Row {
        var text: String
        var tone: Ink.Tone
    }

    /// By line of the paragraph; notes without room continue below it.
    private(set) var rows: [Int: Row] = [:]
    var count: Int { (rows.keys.max() ?? -1) + 1 }

    /// - Parameters:
    ///   - begun: The quotations, each with the line where it begins, in order.
    ///   - notes: The note for a quotation: a heading, and a line about it.
    init(_ begun: [(quotation: Int, line: Int)], width: Int, notes: (Int) -> (who: String, what: String)) {
        var next = 0
        for (quotation, line) in begun {
            next = max(next, line)
            let note = notes(quotation)
            let lines =
                Wrapping.lines("\(Cells.number(quotation)) \(note.who)", width: width).map {
                    Row(text: $0, tone: .name)
                }
                + Wrapping.lines(note.what, width: width - 2).map { Row(text: "  " + $0, tone: .quiet) }
            for row in lines {
                rows[next] = row
                next += 1
            }
        }
    }
}
