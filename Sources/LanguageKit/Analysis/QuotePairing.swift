package import Rulebook
package import Text

/// Pairs quotation marks within a paragraph: curly, straight, single, ``…'', guillemets and mixtures such as “…".
///
/// Which marks there are, and which go together, the rulebook says. Marks that can be apostrophes are read as quotation
/// marks only where a partner fits. A mark that finds no partner costs its own stretch only.
package struct QuotePairing {
    package let tokens: [Token]
    package let marks: QuoteMarks
    private let morphology: any Morphology

    package init(tokens: [Token], marks: QuoteMarks, morphology: any Morphology) {
        self.tokens = tokens
        self.marks = marks
        self.morphology = morphology
    }

    private struct Open { var token: Int; var isSingle: Bool }

    package func stretches(in range: Range<Int>) -> [QuotedStretch] {
        let singles = SingleMarks(
            tokens: tokens, range: range, marks: range.filter { mark($0)?.isSingle ?? false }, morphology: morphology)
        var open: [Open] = []
        var found: [QuotedStretch] = []
        for i in range {
            guard let mark = mark(i) else { continue }
            let same = open.lastIndex { $0.isSingle == mark.isSingle }
            if let same, closes(i, mark, open[same], range, singles) {
                found.append(QuotedStretch(tokens: open[same].token..<i + 1, closed: true, level: same, parent: nil))
                open.removeSubrange(same...)
            } else if opens(i, mark, within: same, range, singles) {
                if let same = open.firstIndex(where: { $0.isSingle == mark.isSingle }) {
                    found.append(unclosed(open[same], before: i, depth: same))
                    open.removeSubrange(same...)
                }
                open.append(Open(token: i, isSingle: mark.isSingle))
            }
        }
        for (depth, left) in open.enumerated() where !left.isSingle {
            found.append(QuotedStretch(tokens: left.token..<range.upperBound, closed: false, level: depth, parent: nil))
        }
        return nest(found)
    }

    private func mark(_ i: Int) -> QuoteMarks.Mark? {
        tokens[i].kind == .quoteMark ? marks[tokens[i].lower] : nil
    }

    // MARK: Closing

    private func closes(_ i: Int, _ mark: QuoteMarks.Mark, _ open: Open, _ range: Range<Int>, _ singles: SingleMarks)
        -> Bool
    {
        guard i > open.token + 1, marks.isPair(tokens[open.token].lower, tokens[i].lower) else { return false }
        if mark.isApostrophe { return closesSingle(i, range, singles) }
        return switch mark.part {
        case .closes: true
        case .either: closesNeutral(i, range)
        // An opening mark that stands where only a closing one can.
        case .opens: !tokens[i].shape.contains(.spaceBefore) && endsWord(i, range)
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
        guard morphology.takesBareApostrophe(previous.lower), let next = token(i + 1, range), next.isWord else {
            return true
        }
        // "the workers' pay": leave it, if a better close follows.
        return !singles.hasBetterClose(after: i)
    }

    private func endsWord(_ i: Int, _ range: Range<Int>) -> Bool {
        guard let next = token(i + 1, range) else { return true }
        return tokens[i].shape.contains(.spaceAfter) || !next.isWord
    }

    // MARK: Opening

    /// - Parameter same: The depth of an open mark of the same kind, single or double.
    private func opens(
        _ i: Int, _ mark: QuoteMarks.Mark, within same: Int?, _ range: Range<Int>, _ singles: SingleMarks
    ) -> Bool {
        guard mark.mayOpen, let next = token(i + 1, range) else { return false }
        // « Oui », dit-elle: a space behind the mark, as nobody leaves one behind a single or straight one.
        let alwaysOpens = mark.part == .opens && !mark.isSingle
        guard alwaysOpens || !tokens[i].shape.contains(.spaceAfter) || next.lower == tokens[i].lower else {
            return false
        }
        if alwaysOpens { return true }
        guard startsWord(i, range) else { return false }
        if mark.isApostrophe { return singles.hasPartner(i) }
        return mark.part != .closes || same == nil
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

    init(tokens: [Token], range: Range<Int>, marks: [Int], morphology: any Morphology) {
        lastClosing = marks.last { !tokens[$0].shape.contains(.spaceBefore) }
        var later = false
        for i in marks.reversed() {
            betterClose[i] = later
            if tokens[i].shape.contains(.spaceBefore) {
                later = false
            } else if i == range.lowerBound || !tokens[i - 1].isWord
                || !morphology.takesBareApostrophe(tokens[i - 1].lower)
            {
                later = true
            }
        }
    }

    func hasBetterClose(after i: Int) -> Bool { betterClose[i] ?? false }

    /// For marks that may be apostrophes: a later mark closes after punctuation or a word.
    func hasPartner(_ i: Int) -> Bool { lastClosing.map { $0 > i + 1 } ?? false }
}
