/// Parts text into paragraphs by its lines: at blank lines, and where a line is indented more than the others.
enum HardWrap {
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - isPlain: Whether the text is plain, so that a blank line parts whatever stands before it.
    /// - Returns: Slices of the text, line feeds within them included.
    static func paragraphs(_ text: ArraySlice<UInt8>, isPlain: Bool) -> [ArraySlice<UInt8>] {
        let lines = self.lines(of: text)
        guard lines.count > 1 else { return [text] }
        let step = indentation(of: lines)
        let blanksPart = isPlain || step != nil || blankLinesPart(lines)
        var result: [ArraySlice<UInt8>] = []
        var start = text.startIndex
        for (n, line) in lines.enumerated() where n > 0 {
            let isIndented = step.map { line.indent >= $0 } ?? false
            guard !line.isBlank, (lines[n - 1].isBlank && blanksPart) || isIndented || beginsCredit(text[line.start...])
            else { continue }
            if line.start > start { result.append(text[start..<line.start]) }
            start = line.start
        }
        result.append(text[start...])
        return result
    }

    /// "(Reporting by Bo Ek; Editing by Ann Vik)", which agencies put on the line after the last.
    private static func beginsCredit(_ line: ArraySlice<UInt8>) -> Bool {
        let line = line.drop { $0 <= 0x20 }
        return line.first == UInt8(ascii: "(")
            && (line.begins(with: "(reporting by ") || line.begins(with: "(editing by ")
                || line.begins(with: "(writing by ")
                || line.begins(with: "(additional reporting by "))
    }

    private struct Line {
        var start: Int
        var indent: Int
        var isBlank: Bool
        var endsSentence: Bool
    }

    private static func lines(of text: ArraySlice<UInt8>) -> [Line] {
        text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            let body = line.drop { $0 <= 0x20 }
            let last = body.last { $0 > 0x20 }
            return Line(
                start: line.startIndex, indent: body.startIndex - line.startIndex, isBlank: last == nil,
                endsSentence: last.map { endings.contains($0) } ?? true)
        }
    }

    /// . ! ? : ) " and the last byte of a curly quotation mark.
    private static let endings: Set<UInt8> = [0x2E, 0x21, 0x3F, 0x3A, 0x29, 0x22, 0x9D]

    /// The indentation from which on a line begins a paragraph; nil where indentation says nothing. It says something
    /// where some lines have more than others, and those mostly follow the end of a sentence: markup that was laid out
    /// nicely is indented too.
    private static func indentation(of lines: [Line]) -> Int? {
        let written = lines.enumerated().dropFirst().filter { !$0.element.isBlank }
        guard let least = written.map(\.element.indent).min() else { return nil }
        let indented = written.filter { $0.element.indent >= least + 2 }
        guard !indented.isEmpty, indented.count < written.count else { return nil }
        let following = indented.count { lines[$0.offset - 1].isBlank || lines[$0.offset - 1].endsSentence }
        return following * 2 >= indented.count ? least + 2 : nil
    }

    /// In markup a blank line is mostly an empty one of the layout.
    private static func blankLinesPart(_ lines: [Line]) -> Bool {
        let written = lines.indices.filter { !lines[$0].isBlank }
        let gaps = zip(written, written.dropFirst()).filter { $1 > $0 + 1 }
        return !gaps.isEmpty && gaps.allSatisfy { lines[$0.0].endsSentence }
    }
}
