import Rulebook

/// Parts the tokens of one paragraph into sentences.
struct SentenceSplitter {
    let rulebook: Rulebook

    /// - Returns: the first token of every sentence after the first.
    func boundaries(in tokens: [Token], range: Range<Int>) -> [Int] {
        var result: [Int] = []
        var i = range.lowerBound
        // Where the run of closing marks that the present token stands in ends, so that none is walked twice.
        var closed = i
        while i < range.upperBound {
            closed = max(closed, i + 1)
            if mayEnd(tokens[i]) {
                while closed < range.upperBound, closes(tokens[closed], after: tokens[closed - 1]) { closed += 1 }
            }
            if let next = boundary(after: i, closed, tokens, range) {
                result.append(next)
                i = next
            } else {
                i += 1
            }
        }
        return result
    }

    private func mayEnd(_ token: Token) -> Bool {
        switch token.kind {
        case .stop, .question, .exclamation, .ellipsis: true
        case .word, .number: token.shape.contains(.abbreviation)
        default: false
        }
    }

    /// The sentence's first token, which is `next`, where the token at `i` with the closing marks behind it ends one.
    private func boundary(after i: Int, _ next: Int, _ tokens: [Token], _ range: Range<Int>) -> Int? {
        let token = tokens[i]
        guard mayEnd(token) else { return nil }
        let abbreviated = token.shape.contains(.abbreviation)
        guard next < range.upperBound, tokens[next].shape.contains(.spaceBefore) else { return nil }
        guard canStart(tokens, next, range) else { return nil }
        if abbreviated { return endsAfterAbbreviation(token, next, tokens, range) ? next : nil }
        if token.kind == .ellipsis, token.lower == ".." { return nil }
        if next > i + 1, token.kind != .stop, isAttribution(tokens, next, range) { return nil }
        return next
    }

    /// Closing marks belong to the sentence they end. Any mark but a closing one closes when no space stands before it.
    private func closes(_ token: Token, after previous: Token) -> Bool {
        switch token.kind {
        case .closeBracket, .stop, .question, .exclamation, .ellipsis: !token.shape.contains(.spaceBefore)
        case .quoteMark: !token.shape.contains(.spaceBefore) || isClosing(token.lower)
        default: false
        }
    }

    /// « Oui. » has a space before its closing mark.
    private func isClosing(_ mark: String) -> Bool {
        guard let mark = rulebook.quoteMarks[mark] else { return false }
        return mark.part == .closes && !mark.isSingle
    }

    private func canStart(_ tokens: [Token], _ i: Int, _ range: Range<Int>) -> Bool {
        let token = tokens[i]
        switch token.kind {
        case .word: return token.shape.contains(.capitalized) || !startsLowercase(token)
        case .number, .openBracket, .symbol: return true
        // “…” — Name: what follows the dash says whose the quotation is.
        case .dash: return tokens[i - 1].kind != .quoteMark
        case .quoteMark: return i + 1 < range.upperBound && startsAfterMark(tokens[i + 1])
        case .ellipsis: return true
        default: return false
        }
    }

    private func startsAfterMark(_ token: Token) -> Bool {
        token.kind == .number || token.kind == .quoteMark || token.shape.contains(.capitalized)
            || token.kind == .ellipsis
    }

    private func startsLowercase(_ token: Token) -> Bool {
        guard let first = token.lower.unicodeScalars.first else { return false }
        return first.properties.isLowercase || first == "@" || first == "#"
    }

    /// After "U.S." or "p.m." a sentence may begin; after "Mr." and initials it does not.
    private func endsAfterAbbreviation(_ token: Token, _ next: Int, _ tokens: [Token], _ range: Range<Int>) -> Bool {
        let stem = String(token.lower.dropLast())
        let isInitial = stem.count == 1
        let known = rulebook.abbreviations[stem]
        if isInitial || known?.canEndSentence == false { return false }
        let follower = tokens[next]
        if follower.kind == .quoteMark || follower.kind == .dash { return true }
        if follower.kind != .word { return false }
        return opensSentences(follower.lower)
    }

    /// Words that are capitalised only because a sentence begins with them.
    private func opensSentences(_ word: String) -> Bool {
        let classes = rulebook.wordClasses[word] ?? []
        return !classes.isDisjoint(with: [
            .determiner, .possessive, .subjectPronoun, .preposition, .coordinator, .subordinator, .whWord, .be, .have,
            .do,
            .adverb,
        ])
    }

    /// In tokens from a quotation's end to its verb: "the prime minister of Norland asked". Chosen by hand.
    private static let attributionReach = 9

    /// “Really?” Smith asked. — a question or exclamation whose attribution follows in the same sentence: a short
    /// stretch without a comma's worth of other matter that has a verb fit to close a quotation.
    private func isAttribution(_ tokens: [Token], _ start: Int, _ range: Range<Int>) -> Bool {
        guard tokens[start].kind == .word else { return false }
        var i = start
        while i < range.upperBound, i < start + Self.attributionReach {
            let token = tokens[i]
            if token.kind == .stop || token.kind == .quoteMark || token.kind == .question { return false }
            if i > start || !token.shape.contains(.capitalized), closesQuotation(token.lower) { return true }
            i += 1
        }
        return false
    }

    private func closesQuotation(_ word: String) -> Bool {
        for match in rulebook.verbs[word]
        where match.verb.frames.contains(.quote) && !match.forms.isDisjoint(with: [.past, .thirdPerson]) { return true }
        return false
    }
}
