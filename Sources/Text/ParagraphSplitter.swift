package import Newswire

/// Finds paragraphs in plain text: blank lines part them; where there are none, each line is one, unless the text is
/// hard-wrapped, when indentation and short last lines part them.
package struct ParagraphSplitter {
    private let scalars: [Unicode.Scalar]

    package init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    package func paragraphs() -> [Span] {
        let lines = self.lines()
        let wrapped = isHardWrapped(lines)
        var result: [Span] = []
        var current: Span?
        for (n, line) in lines.enumerated() {
            guard !line.isBlank else {
                close(&current, into: &result)
                continue
            }
            if current != nil, startsParagraph(line, after: lines[n - 1], wrapped: wrapped) {
                close(&current, into: &result)
            }
            current = Span(current?.start ?? line.text.start, line.text.end)
        }
        close(&current, into: &result)
        return result
    }

    private func close(_ current: inout Span?, into result: inout [Span]) {
        if let span = current { result.append(span) }
        current = nil
    }

    private struct Line {
        /// Without the white space around it.
        var text: Span
        var indent: Int
        var isBlank: Bool { text.isEmpty }
    }

    private func lines() -> [Line] {
        var result: [Line] = []
        var start = 0
        while start <= scalars.count {
            var end = start
            while end < scalars.count, !isLineBreak(scalars[end]) { end += 1 }
            result.append(trim(start, end))
            if end + 1 < scalars.count, scalars[end] == "\r", scalars[end + 1] == "\n" { end += 1 }
            start = end + 1
        }
        return result
    }

    private func isLineBreak(_ c: Unicode.Scalar) -> Bool {
        c == "\n" || c == "\r" || c == "\u{85}" || c == "\u{2028}" || c == "\u{2029}" || c == "\u{0C}"
    }

    private func trim(_ start: Int, _ end: Int) -> Line {
        var from = start, to = end
        while from < to, scalars[from].isSpace { from += 1 }
        while to > from, scalars[to - 1].isSpace { to -= 1 }
        return Line(text: Span(from, to), indent: from - start)
    }

    /// What tells hard-wrapped lines, in code points: plain text is wrapped at 65 to 80, and its words end some before;
    /// the last line of a paragraph is mostly shorter. Chosen by hand.
    private enum Wrapping {
        static let lengths = 40...110
        static let shortLine = 50
        /// Lines that another follows; with fewer nothing is told.
        static let leastLines = 3
        static let indent = 2
    }

    /// Many lines of much the same length, most of which end within a sentence.
    private func isHardWrapped(_ lines: [Line]) -> Bool {
        let followed = zip(lines, lines.dropFirst()).filter { !$0.isBlank && !$1.isBlank }.map(\.0)
        guard followed.count >= Wrapping.leastLines else { return false }
        let within = followed.filter { !endsSentence($0) && Wrapping.lengths.contains($0.text.count) }
        return within.count * 2 > followed.count
    }

    private func startsParagraph(_ line: Line, after previous: Line, wrapped: Bool) -> Bool {
        guard wrapped else { return true }
        if line.indent >= previous.indent + Wrapping.indent { return true }
        return endsSentence(previous) && previous.text.count < Wrapping.shortLine
    }

    private func endsSentence(_ line: Line) -> Bool {
        guard !line.isBlank else { return false }
        switch scalars[line.text.end - 1] {
        case ".", "!", "?", ":", "\"", "\u{201D}", "\u{2019}", "\u{2026}": return true
        default: return false
        }
    }
}
