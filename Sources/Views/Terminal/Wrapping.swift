/// Breaks words into lines of a width.
struct Wrapping {
    /// A character and how it is shown.
    struct Cell {
        var character: Character
        var tone = Ink.Tone.plain
        var marks: [Mark] = []
        /// The quotation whose number begins here.
        var begins: Int?

        var isBlank: Bool { character == " " }
    }

    /// No line is wider than `width`, unless a single character is.
    static func lines(_ cells: [Cell], width: Int) -> [ArraySlice<Cell>] {
        var lines: [ArraySlice<Cell>] = []
        var rest = cells[...].drop(while: \.isBlank)
        while !rest.isEmpty {
            let end = lineEnd(rest, width: width)
            lines.append(rest[..<end].trimmed)
            rest = rest[end...].drop(while: \.isBlank)
        }
        return lines
    }

    /// After the last word that fits or, where none does, the last character.
    private static func lineEnd(_ cells: ArraySlice<Cell>, width: Int) -> Int {
        var columns = 0
        var lastBlank: Int?
        for index in cells.indices {
            columns += DisplayWidth.columns(cells[index].character)
            if cells[index].isBlank { lastBlank = index }
            if columns > width, !cells[index].isBlank { return lastBlank ?? max(index, cells.startIndex + 1) }
        }
        return cells.endIndex
    }

    /// Plain words in lines, for notes.
    static func lines(_ words: String, width: Int) -> [String] {
        lines(words.map { Cell(character: $0) }, width: width).map { String($0.map(\.character)) }
    }
}

extension ArraySlice<Wrapping.Cell> {
    fileprivate var trimmed: Self {
        var cells = self
        while cells.last?.isBlank == true { cells.removeLast() }
        return cells
    }
}
