import Newswire
import Rulebook

/// Cuts a range of a text into tokens. Every code point that is not white space belongs to exactly one token.
struct Tokenizer {
    let scalars: [Unicode.Scalar]
    let abbreviations: [String: Abbreviation]

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
        tokens.append(make(i, i + length, kind, lower: kind == .quoteMark ? quoteMark(i, length) : text(i, i + length)))
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
            } else if joins(c, at: i, start: start, end: end) {
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
        case "'", "\u{2019}", "\u{92}": return before.isLetter || before.isDigit
        case "-", "\u{2010}", "\u{2011}", "_", "@", "/", "&", "\u{B7}": return true
        case ",": return before.isDigit && next.isDigit
        case ":": return before.isDigit && next.isDigit
        case ".": return joinsByDot(at: i, start: start, end: end)
        default: return false
        }
    }

    /// "U.S", "3.5", "p.m" and "example.com" hold together; "end.Next" does not.
    private func joinsByDot(at i: Int, start: Int, end: Int) -> Bool {
        let before = scalars[i - 1], next = scalars[i + 1]
        if before.isDigit && next.isDigit { return true }
        guard next.isLetter else { return false }
        let singleBefore = i - 1 == start || !scalars[i - 2].isLetter
        let singleAfter = i + 2 >= end || !scalars[i + 2].isLetter
        if singleBefore && singleAfter { return true }
        return !next.isUppercase && !before.isUppercase && !singleBefore
    }

    /// Where 's, 'll, 've, 're, 'd or 'm begins in the word that ends at `stop`.
    private func cliticStart(_ start: Int, _ stop: Int) -> Int? {
        for length in [2, 3] where stop - start > length && scalars[stop - length].isApostrophe {
            let tail = lowercased(stop - length + 1, stop)
            switch tail {
            case "s", "d", "m", "ll", "ve", "re": return stop - length
            default: return nil
            }
        }
        return nil
    }

    private func isAbbreviation(_ start: Int, _ stop: Int, _ lower: String, _ end: Int) -> Bool {
        if stop + 1 < end, scalars[stop + 1] == "." { return false }
        if let hyphen = lower.lastIndex(of: "-"), abbreviations[String(lower[lower.index(after: hyphen)...])] != nil {
            return true
        }
        if abbreviations[lower] != nil { return scalars[start].isUppercase || !isWordOfItsOwn(lower) }
        if stop - start == 1 { return scalars[start].isUppercase }
        // U.S, p.m, J.R: letters a dot apart.
        return stop - start >= 3 && scalars[start + 1] == "." && scalars[start].isLetter
    }

    /// Abbreviations that are also common words are abbreviations only when capitalised.
    private func isWordOfItsOwn(_ lower: String) -> Bool {
        switch lower {
        case "no", "art", "fig", "gen", "mar", "sat", "sun", "may", "mass", "wash", "miss", "ill", "pop", "ore", "cal",
            "in", "me", "ind", "del", "pa", "oh", "am", "us", "is", "at", "mart":
            true
        default: false
        }
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

    /// ’90s, 'em, ’til: an apostrophe that opens a word, and no quotation mark.
    private func startsElision(_ i: Int, _ end: Int, _ tokens: [Token]) -> Bool {
        guard scalars[i].isApostrophe, i + 2 < end else { return false }
        if i > 0, !scalars[i - 1].isSpace { return false }
        if scalars[i + 1].isDigit, scalars[i + 2].isDigit {
            return i + 3 < end && (scalars[i + 3] == "s" || !scalars[i + 3].isDigit)
        }
        var stop = i + 1
        while stop < end, scalars[stop].isLetter, stop - i < 7 { stop += 1 }
        if stop < end, scalars[stop].isLetter { return false }
        switch lowercased(i + 1, stop) {
        case "em", "til", "tis", "twas", "cause", "n", "round", "bout": return true
        default: return false
        }
    }

    // MARK: Marks

    private func mark(at i: Int, end: Int) -> (Token.Kind, Int) {
        let c = scalars[i]
        switch c {
        case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}", "\u{2018}", "\u{201A}",
            "\u{2039}",
            "\u{203A}", "\u{91}", "\u{93}", "\u{94}":
            return (.quoteMark, 1)
        case "'", "\u{2019}", "\u{92}", "`":
            return (.quoteMark, c.isASCII && i + 1 < end && scalars[i + 1] == c ? 2 : 1)
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

    /// Windows-1252 quotation marks that were taken for C1 controls count as what was meant; the text keeps them.
    private func quoteMark(_ i: Int, _ length: Int) -> String {
        switch scalars[i] {
        case "\u{91}": "\u{2018}"
        case "\u{92}": "\u{2019}"
        case "\u{93}": "\u{201C}"
        case "\u{94}": "\u{201D}"
        default: text(i, i + length)
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
        for i in start..<end where !scalars[i].isASCII && !scalars[i].isApostrophe {
            ascii = false
            break
        }
        guard ascii else {
            return String(text(start, end).lowercased().map { $0 == "\u{2019}" || $0 == "\u{92}" ? "'" : $0 })
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
