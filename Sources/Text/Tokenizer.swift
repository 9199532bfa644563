import Newswire
import Rulebook

/// Cuts a range of a text into tokens. Every code point that is not white space belongs to exactly one token.
struct Tokenizer {
    private let scalars: [Unicode.Scalar]
    private let abbreviations: [String: Abbreviation]
    private let grammarWords: [String: GrammarWords]
    private let marks: QuoteMarks

    init(_ scalars: [Unicode.Scalar], rulebook: Rulebook) {
        self.scalars = scalars
        abbreviations = rulebook.abbreviations
        grammarWords = rulebook.grammarWords
        marks = rulebook.quoteMarks
    }

    /// Code points between two looks at the checkpoint: a paragraph can be as long as its article.
    private static let stride = 1 << 14

    func tokenize<Interruption: Error>(
        _ range: Range<Int>, into tokens: inout [Token], checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) {
        var i = range.lowerBound
        while i < range.upperBound {
            try checkpoint()
            let pause = min(i + Self.stride, range.upperBound)
            while i < pause {
                if scalars[i].isSpace {
                    i += 1
                } else {
                    i = append(from: i, end: range.upperBound, to: &tokens)
                }
            }
        }
    }

    private func append(from i: Int, end: Int, to tokens: inout [Token]) -> Int {
        let c = scalars[i]
        if c.isLetter || c.isDigit || startsNumber(i, end) || startsHandle(i, end) || startsElision(i, end, tokens) {
            return appendWord(from: i, end: end, to: &tokens)
        }
        let (kind, length) = mark(at: i, end: end)
        let isMeant = length > 1 || c.meant == c
        tokens.append(make(i, i + length, kind, lower: isMeant ? text(i, i + length) : String(c.meant)))
        return i + length
    }

    // MARK: Words

    private func appendWord(from start: Int, end: Int, to tokens: inout [Token]) -> Int {
        var stop = wordEnd(from: start, end: end)
        var clitic: Int?
        if let cut = cliticStart(start, stop) {
            clitic = stop
            stop = cut
        }
        let lower = lowercased(start, stop)
        let kind: Token.Kind = isNumber(start, stop) ? .number : .word
        if clitic == nil, stop < end, scalars[stop] == ".", isAbbreviation(start, stop, lower, end) {
            tokens.append(make(start, stop + 1, kind, lower: lower + ".", extra: .abbreviation))
            return stop + 1
        }
        tokens.append(make(start, stop, kind, lower: lower))
        if let clitic {
            tokens.append(make(stop, clitic, .word, lower: lowercased(stop, clitic), extra: .clitic))
            return clitic
        }
        return stop
    }

    /// Letters and digits, with what joins them: hyphens, apostrophes, slashes, dots in numbers, initials and hosts.
    private func wordEnd(from start: Int, end: Int) -> Int {
        var i = start + 1
        while i < end {
            let c = scalars[i]
            if c.isLetter || c.isDigit || c.isExtender {
                i += 1
            } else if !c.isSpace, joins(c, at: i, start: start, end: end) {
                i += 2
            } else {
                break
            }
        }
        return i
    }

    private func joins(_ c: Unicode.Scalar, at i: Int, start: Int, end: Int) -> Bool {
        guard i + 1 < end else { return false }
        let next = scalars[i + 1]
        guard next.isLetter || next.isDigit else { return false }
        let before = scalars[i - 1]
        switch c {
        case "-", "\u{2010}", "\u{2011}", "_", "@", "/", "&", "\u{B7}": return true
        case ",": return before.isDigit && next.isDigit
        case ":": return before.isDigit && next.isDigit
        case ".": return joinsByDot(at: i, start: start, end: end)
        default: return isApostrophe(c) && (before.isLetter || before.isDigit)
        }
    }

    private func isApostrophe(_ c: Unicode.Scalar) -> Bool { !c.isLetter && marks.isApostrophe(c.meant) }

    /// "U.S", "3.5", "p.m", "Ph.D" and "example.com" hold together; "end.Next" does not.
    private func joinsByDot(at i: Int, start: Int, end: Int) -> Bool {
        let before = scalars[i - 1], next = scalars[i + 1]
        if before.isDigit && next.isDigit { return true }
        guard next.isLetter else { return false }
        let singleBefore = i - 1 == start || !scalars[i - 2].isLetter
        let singleAfter = i + 2 >= end || !scalars[i + 2].isLetter
        if singleBefore && singleAfter { return true }
        if !next.isUppercase && !before.isUppercase && !singleBefore { return true }
        var stop = i + 2
        while stop < end, scalars[stop].isLetter { stop += 1 }
        return isListed(start, stop, end)
    }

    /// Where 's, 'll, 've, 're, 'd or 'm begins in the word that ends at `stop`.
    private func cliticStart(_ start: Int, _ stop: Int) -> Int? {
        for length in [2, 3] where stop - start > length && isApostrophe(scalars[stop - length]) {
            return `is`(stop - length, stop, .clitic) ? stop - length : nil
        }
        return nil
    }

    private func `is`(_ start: Int, _ stop: Int, _ use: GrammarWord) -> Bool {
        grammarWords[lowercased(start, stop)]?.contains(use) == true
    }

    private func isAbbreviation(_ start: Int, _ stop: Int, _ lower: String, _ end: Int) -> Bool {
        if stop + 1 < end, scalars[stop + 1] == "." { return false }
        // ex-Gov. Lind
        let tail = lower.utf8.contains(0x2D) ? scalars[start..<stop].lastIndex(of: "-").map { $0 + 1 } : nil
        let start = tail ?? start
        if isListed(start, stop, end) { return true }
        if stop - start == 1 { return scalars[start].isUppercase }
        // U.S, p.m, J.R: letters a dot apart.
        return stop - start >= 3 && scalars[start + 1] == "." && scalars[start].isLetter
    }

    /// "Ill." is a state and "ill." is not; "No. 4" has a number, and "She said no." has none.
    private func isListed(_ start: Int, _ stop: Int, _ end: Int) -> Bool {
        guard let known = abbreviations[lowercased(start, stop)], known.hasCapitals(like: scalars[start..<stop]) else {
            return false
        }
        return !known.onlyBeforeNumber || isNumberNext(stop + 1, end)
    }

    /// In figures or, as in "Vol. II", in Roman numerals; a lone "I" is somebody who speaks.
    private func isNumberNext(_ i: Int, _ end: Int) -> Bool {
        var start = i
        while start < end, scalars[start].isSpace { start += 1 }
        guard start < end else { return false }
        if scalars[start].isDigit { return true }
        var stop = start
        while stop < end, ["I", "V", "X"].contains(scalars[stop]) { stop += 1 }
        if stop < end, scalars[stop].isLetter || isApostrophe(scalars[stop]) { return false }
        return stop > start + 1 || stop == start + 1 && scalars[start] != "I"
    }

    /// "$5", "€3.50"
    private func startsNumber(_ i: Int, _ end: Int) -> Bool {
        guard i + 1 < end, scalars[i + 1].isDigit else { return false }
        switch scalars[i] {
        case "$", "£", "€", "¥": return true
        default: return false
        }
    }

    /// "@name", "#topic"
    private func startsHandle(_ i: Int, _ end: Int) -> Bool {
        (scalars[i] == "@" || scalars[i] == "#") && i + 1 < end && (scalars[i + 1].isLetter || scalars[i + 1].isDigit)
    }

    /// In letters: "'cause". No elision that a rule file lists is longer.
    private static let longestElision = 6

    /// ’90s, 'em, ’til: an apostrophe that opens a word, and no quotation mark.
    private func startsElision(_ i: Int, _ end: Int, _ tokens: [Token]) -> Bool {
        guard i + 2 < end, isApostrophe(scalars[i]) else { return false }
        if i > 0, !scalars[i - 1].isSpace { return false }
        if scalars[i + 1].isDigit, scalars[i + 2].isDigit {
            return i + 3 < end && (scalars[i + 3] == "s" || !scalars[i + 3].isDigit)
        }
        var stop = i + 1
        while stop < end, scalars[stop].isLetter, stop - i <= Self.longestElision { stop += 1 }
        if stop < end, scalars[stop].isLetter { return false }
        return `is`(i, stop, .elision)
    }

    // MARK: Marks

    private func mark(at i: Int, end: Int) -> (Token.Kind, Int) {
        let c = scalars[i]
        let length = marks.length(of: c.meant, before: scalars[i + 1..<end])
        if length > 0 { return (.quoteMark, length) }
        switch c {
        case ",": return (.comma, 1)
        case ".":
            let n = run(of: ".", at: i, end: end)
            return (n > 1 ? .ellipsis : .stop, n)
        case "\u{2026}": return (.ellipsis, 1)
        case "?": return (.question, 1)
        case "!": return (.exclamation, 1)
        case ":": return (.colon, 1)
        case ";": return (.semicolon, 1)
        case "-", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2012}": return (.dash, run(of: c, at: i, end: end))
        case "(", "[", "{": return (.openBracket, 1)
        case ")", "]", "}": return (.closeBracket, 1)
        default:
            var length = 1
            while i + length < end, scalars[i + length].isExtender { length += 1 }
            return (.symbol, length)
        }
    }

    private func run(of c: Unicode.Scalar, at i: Int, end: Int) -> Int {
        var n = 1
        while i + n < end, scalars[i + n] == c { n += 1 }
        return n
    }

    // MARK: Making tokens

    private func make(
        _ start: Int, _ end: Int, _ kind: Token.Kind, lower: String, extra: Token.Shape = []
    ) -> Token {
        var shape = extra
        if start == 0 || scalars[start - 1].isSpace { shape.insert(.spaceBefore) }
        if end == scalars.count || scalars[end].isSpace { shape.insert(.spaceAfter) }
        if scalars[start].isUppercase {
            shape.insert(.capitalized)
            if end - start > 1, isAllCaps(start, end) { shape.insert(.allCaps) }
        }
        return Token(span: Span(start, end), kind: kind, shape: shape, lower: lower)
    }

    private func isAllCaps(_ start: Int, _ end: Int) -> Bool {
        var letters = 0
        for i in start..<end where scalars[i].isLetter {
            if !scalars[i].isUppercase { return false }
            letters += 1
        }
        return letters > 1
    }

    private func isNumber(_ start: Int, _ end: Int) -> Bool {
        for i in start..<end where scalars[i].isLetter { return false }
        return true
    }

    private func text(_ start: Int, _ end: Int) -> String {
        scalars[start..<end].string
    }

    private func lowercased(_ start: Int, _ end: Int) -> String {
        var ascii = true
        for i in start..<end where !scalars[i].isASCII && !isApostrophe(scalars[i]) {
            ascii = false
            break
        }
        guard ascii else {
            let lower = text(start, end).lowercased().unicodeScalars.map { isApostrophe($0) ? "'" : $0 }
            return String(String.UnicodeScalarView(lower))
        }
        return unsafe String(unsafeUninitializedCapacity: end - start) { buffer in
            for (k, i) in (start..<end).enumerated() {
                let v = scalars[i].value
                unsafe buffer[k] = v > 0x7F ? 0x27 : (v >= 0x41 && v <= 0x5A) ? UInt8(v | 0x20) : UInt8(v)
            }
            return end - start
        }
    }
}
