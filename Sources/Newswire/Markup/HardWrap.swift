/// Parts text into paragraphs by its lines: at blank lines, and where a line is indented more than the others.
enum HardWrap {
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - isPlain: Whether the text is plain, so that a blank line parts whatever stands before it.
    /// - Returns: Ranges of the text that are not empty, line feeds within them included.
    static func paragraphs(_ text: Bytes, _ words: NewsWords, isPlain: Bool) -> [Range<Int>] {
        let lines = self.lines(of: text)
        guard lines.count > 1 else { return [0..<text.count] }
        let indent = indentation(of: lines) ?? Int.max
        let blanksPart = isPlain || indent != Int.max || blankLinesPart(lines)
        let credits = words.messages.credits
        var result: [Range<Int>] = []
        var start = 0
        for n in 1..<lines.count {
            let line = lines[n]
            // "(Reporting by Bo Ek; Editing by Ann Vik)", which agencies put on the line after the last.
            guard !line.isBlank,
                lines[n - 1].isBlank && blanksPart || line.indent >= indent || line.begins(text, credits)
            else { continue }
            if line.start > start { result.append(start..<line.start) }
            start = line.start
        }
        result.append(start..<text.count)
        return result
    }

    private struct Line {
        var start: Int
        var indent: Int
        var isBlank: Bool
        var endsSentence: Bool

        /// Whether it begins with one of some words, which begin with a parenthesis.
        func begins(_ text: Bytes, _ words: [[UInt8]]) -> Bool {
            let from = start + indent
            guard from < text.count, text[from] == UInt8(ascii: "(") else { return false }
            return words.contains { word in
                from + word.count <= text.count
                    && word.indices.allSatisfy { text[from + $0].asciiLowercased == word[$0] }
            }
        }
    }

    private static func lines(of text: Bytes) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while start <= text.count {
            let end = text.first(0x0A, from: start)
            var (from, to) = (start, end)
            while from < end, text[from] <= 0x20 { from += 1 }
            while to > from, text[to - 1] <= 0x20 { to -= 1 }
            lines.append(
                Line(
                    start: start, indent: from - start, isBlank: from == to,
                    endsSentence: from == to || endsSentence(text[to - 1])))
            start = end + 1
        }
        return lines
    }

    /// . ! ? : ) " and the last byte of a curly quotation mark.
    private static func endsSentence(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2E, 0x21, 0x3F, 0x3A, 0x29, 0x22, 0x9D: true
        default: false
        }
    }

    /// A single blank may be a slip of the typist's.
    private static let step = 2

    /// The indentation from which on a line begins a paragraph; nil where indentation says nothing. It says something
    /// where some lines have more than others, and those mostly follow the end of a sentence: markup that was laid out
    /// nicely is indented too.
    private static func indentation(of lines: [Line]) -> Int? {
        var (least, written) = (Int.max, 0)
        for line in lines[1...] where !line.isBlank {
            least = min(least, line.indent)
            written += 1
        }
        guard written > 0 else { return nil }
        var (indented, following) = (0, 0)
        for n in 1..<lines.count where !lines[n].isBlank && lines[n].indent >= least + step {
            indented += 1
            if lines[n - 1].isBlank || lines[n - 1].endsSentence { following += 1 }
        }
        guard indented > 0, indented < written else { return nil }
        return following.isAtLeast(Share(1, of: 2), of: indented) ? least + step : nil
    }

    /// In markup a blank line is mostly an empty one of the layout.
    private static func blankLinesPart(_ lines: [Line]) -> Bool {
        var gaps = 0
        var before: Line?
        var isAfterBlank = false
        for line in lines {
            if !line.isBlank {
                if isAfterBlank, let before {
                    guard before.endsSentence else { return false }
                    gaps += 1
                }
                before = line
            }
            isAfterBlank = line.isBlank
        }
        return gaps > 0
    }
}
