package import Text

/// Pairs quotation marks within a paragraph: curly, straight, single, ``…'', guillemets and mixtures such as “…".
///
/// Marks that can be apostrophes are read as quotation marks only where a partner fits. A mark that finds no partner
/// costs its own stretch only.
package struct QuotePairing {
    package let tokens: [Token]

    package init(tokens: [Token]) {
        self.tokens = tokens
    }

    private enum Family { case double, single }
    private struct Open { var token: Int; var family: Family; var mark: String }

    package func stretches(in range: Range<Int>) -> [QuotedStretch] {
        let singles = SingleMarks(tokens: tokens, range: range, marks: range.filter { isSingle($0) })
        var open: [Open] = []
        var found: [QuotedStretch] = []
        for i in range where tokens[i].kind == .quoteMark {
            let family = family(of: tokens[i].lower)
            if let depth = closing(i, family, open, range, singles) {
                found.append(QuotedStretch(tokens: open[depth].token..<i + 1, closed: true, level: depth, parent: nil))
                open.removeSubrange(depth...)
            } else if opens(i, family, open, range, singles) {
                if let same = open.firstIndex(where: { $0.family == family }) {
                    found.append(unclosed(open[same], before: i, depth: same))
                    open.removeSubrange(same...)
                }
                open.append(Open(token: i, family: family, mark: tokens[i].lower))
            }
        }
        for (depth, left) in open.enumerated() where left.family == .double {
            found.append(QuotedStretch(tokens: left.token..<range.upperBound, closed: false, level: depth, parent: nil))
        }
        return nest(found)
    }

    private func family(of mark: String) -> Family {
        switch mark {
        case "'", "\u{2018}", "\u{2019}", "\u{201A}", "`", "\u{2039}", "\u{203A}": .single
        default: .double
        }
    }

    // MARK: Closing

    /// The depth of the open mark that the mark at `i` closes.
    private func closing(_ i: Int, _ family: Family, _ open: [Open], _ range: Range<Int>, _ singles: SingleMarks)
        -> Int?
    {
        guard let depth = open.lastIndex(where: { $0.family == family }) else { return nil }
        let token = tokens[i]
        guard i > open[depth].token + 1 else { return nil }
        switch token.lower {
        case "\u{201D}", "\u{BB}", "\u{203A}": return depth
        case "\u{201C}", "\u{201F}", "\u{AB}", "\u{2018}", "``", "`":
            // An opening mark that stands where only a closing one can.
            return !token.shape.contains(.spaceBefore) && endsWord(i, range) ? depth : nil
        case "\"", "''": return closesNeutral(i, range) ? depth : nil
        default: return closesSingle(i, range, singles) ? depth : nil
        }
    }

    private func closesNeutral(_ i: Int, _ range: Range<Int>) -> Bool {
        let shape = tokens[i].shape
        if !shape.contains(.spaceBefore) { return true }
        return shape.contains(.spaceAfter)
    }

    /// A single mark closes after punctuation, or where a word ends and no plural possessive is more likely.
    private func closesSingle(_ i: Int, _ range: Range<Int>, _ singles: SingleMarks) -> Bool {
        guard !tokens[i].shape.contains(.spaceBefore), endsWord(i, range) else { return false }
        let previous = tokens[i - 1]
        if !previous.isWord { return true }
        guard previous.lower.hasSuffix("s"), let next = token(i + 1, range), next.isWord else { return true }
        // "the workers' pay": leave it, if a better close follows.
        return !singles.hasBetterClose(after: i)
    }

    private func isSingle(_ i: Int) -> Bool { tokens[i].kind == .quoteMark && family(of: tokens[i].lower) == .single }

    private func endsWord(_ i: Int, _ range: Range<Int>) -> Bool {
        guard let next = token(i + 1, range) else { return true }
        return tokens[i].shape.contains(.spaceAfter) || !next.isWord
    }

    // MARK: Opening

    private func opens(_ i: Int, _ family: Family, _ open: [Open], _ range: Range<Int>, _ singles: SingleMarks) -> Bool
    {
        let token = tokens[i]
        guard let next = self.token(i + 1, range), !token.shape.contains(.spaceAfter) || next.lower == token.lower
        else {
            return token.lower == "\u{201C}" && i + 1 < range.upperBound
        }
        switch token.lower {
        case "\u{201C}", "\u{201E}", "\u{AB}", "``": return true
        case "\u{201D}", "\u{BB}": return startsWord(i, range) && !open.contains { $0.family == .double }
        case "\"", "\u{201F}", "''": return startsWord(i, range)
        case "\u{2018}", "\u{201A}", "`", "\u{2039}": return startsWord(i, range)
        case "'", "\u{2019}": return startsWord(i, range) && singles.hasPartner(i)
        default: return false
        }
    }

    private func startsWord(_ i: Int, _ range: Range<Int>) -> Bool {
        if i == range.lowerBound || tokens[i].shape.contains(.spaceBefore) { return true }
        switch tokens[i - 1].kind {
        case .openBracket, .dash, .quoteMark, .colon, .comma, .stop, .ellipsis: return true
        default: return false
        }
    }

    /// An opening mark met while its family is open: the first one's closing mark is missing. It ends with the
    /// sentence before the new one.
    private func unclosed(_ open: Open, before i: Int, depth: Int) -> QuotedStretch {
        var end = i
        while end > open.token + 1, tokens[end - 1].kind == .comma || tokens[end - 1].kind == .colon { end -= 1 }
        return QuotedStretch(tokens: open.token..<end, closed: false, level: depth, parent: nil)
    }

    private func token(_ i: Int, _ range: Range<Int>) -> Token? { i < range.upperBound ? tokens[i] : nil }

    // MARK: Nesting

    /// In order of their beginnings, each with its parent and level.
    private func nest(_ found: [QuotedStretch]) -> [QuotedStretch] {
        var result = found.sorted {
            ($0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.tokens.lowerBound, -$1.tokens.upperBound)
        }
        // Those that the present one may stand in, the innermost last. No two stretches overlap but by one holding the other.
        var around: [Int] = []
        for i in result.indices {
            while let last = around.last, result[last].tokens.upperBound < result[i].tokens.upperBound {
                around.removeLast()
            }
            result[i].parent = around.last
            result[i].level = around.count
            around.append(i)
        }
        return result
    }
}

/// The single marks of a paragraph, with what is asked of all that follow one told in one pass from the last.
private struct SingleMarks {
    /// The last mark that no space stands before, so that it may close.
    private var lastClosing: Int?
    /// For each mark: of those behind it, one closes better than a plural possessive, before another opens.
    private var betterClose: [Int: Bool] = [:]

    init(tokens: [Token], range: Range<Int>, marks: [Int]) {
        lastClosing = marks.last { !tokens[$0].shape.contains(.spaceBefore) }
        var later = false
        for i in marks.reversed() {
            betterClose[i] = later
            if tokens[i].shape.contains(.spaceBefore) {
                later = false
            } else if i == range.lowerBound || !tokens[i - 1].isWord || !tokens[i - 1].lower.hasSuffix("s") {
                later = true
            }
        }
    }

    func hasBetterClose(after i: Int) -> Bool { betterClose[i] ?? false }

    /// For marks that may be apostrophes: a later mark closes after punctuation or a word.
    func hasPartner(_ i: Int) -> Bool { lastClosing.map { $0 > i + 1 } ?? false }
}
