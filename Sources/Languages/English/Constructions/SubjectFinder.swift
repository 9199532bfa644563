import LanguageKit
import Text

/// Finds who a verb group's subject is: the noun phrase to its left, over appositions and relative clauses.
struct SubjectFinder {
    let analysis: AnalyzedDocument
    let sentence: FoldedSentence

    /// The subject that ends where the verb group begins, as items, or nil.
    ///
    /// Walks left one comma-parted chunk at a time. A comma right before the verb closes an apposition or a
    /// parenthesis, so the head of the phrase lies at least one chunk further left.
    func subject(endingAt end: Int, notBefore limit: Int = 0) -> Range<Int>? {
        var stop = end
        var closesApposition = false
        while stop > limit, sentence.items[stop - 1].tag == .comma || isTrailing(stop - 1) {
            closesApposition = closesApposition || sentence.items[stop - 1].tag == .comma
            stop -= 1
        }
        guard stop > limit else { return nil }
        var end = stop
        if closesApposition { (stop, end) = overParentheses(stop, limit) }
        guard stop > limit else { return nil }
        var start = chunkStart(endingAt: stop, limit: limit)
        if closesApposition {
            while let wider = overApposition(start, stop, limit) {
                if isParenthesis(start..<stop) { end = wider.stop }
                start = wider.start
            }
        } else {
            start = overList(start, stop, limit)
        }
        return trimmed(start..<max(end, stop))
    }

    // MARK: Chunks

    /// Steps over whole comma-parted phrases such as "speaking on condition of anonymity" or "who won in May", whatever
    /// verbs and conjunctions they hold.
    ///
    /// - Returns: Where what comes before them ends, and where the mention ends: a relative clause is of the mention, a
    ///   participle's or preposition's phrase is not.
    private func overParentheses(_ stop: Int, _ limit: Int) -> (head: Int, mention: Int) {
        var stop = stop
        var end = stop
        while let comma = sentence.items[limit..<stop].lastIndex(where: { $0.tag == .comma }), comma > limit,
            comma + 1 < stop,
            opensParenthesis(sentence.items[comma + 1].tag),
            !sentence.items[comma..<stop].contains(where: { $0.tag == .semicolon })
        {
            if sentence.items[comma + 1].tag != .relative { end = comma }
            stop = comma
        }
        return (stop, end)
    }

    private func opensParenthesis(_ tag: Tag) -> Bool {
        switch tag {
        case .gerund, .participle, .preposition, .adverb, .relative, .finite: true
        default: false
        }
    }

    /// Where the chunk that ends at `stop` begins: after a comma or at a clause boundary.
    private func chunkStart(endingAt stop: Int, limit: Int) -> Int {
        var i = stop
        while i > limit {
            let item = sentence.items[i - 1]
            switch item.tag {
            case .comma, .semicolon, .colon, .dash, .stop, .ellipsis: return i
            case .quote: if !isFragment(item) { return i }
            case .that, .subordinator, .wh:
                if !isRelativeThat(i - 1, stop) { return i }
            case .relative:
                if i == stop { return i - 1 }
            case .coordinator: if startsClause(i - 1, stop, limit) { return i }
            case .finite, .be, .have, .do, .modal:
                guard let relative = relativeBefore(i - 1, limit) else { return i }
                i = relative + 1
            case .closeBracket:
                if let open = sentence.items[limit..<i].lastIndex(where: { $0.tag == .openBracket }) { i = open + 1 }
            case .openBracket: return i
            default: break
            }
            i -= 1
        }
        return limit
    }

    /// "the man that knew": "that" after a noun, with a verb behind it inside the phrase.
    private func isRelativeThat(_ i: Int, _ stop: Int) -> Bool {
        guard sentence.items[i].tag == .that, i > 0, sentence.items[i - 1].tag.isNominal else { return false }
        return (i + 1..<stop).contains { sentence.items[$0].tag.isFinite }
    }

    /// In items from "who" to its verb. Chosen by hand.
    private static let relativeReach = 6

    /// The relative pronoun whose clause the finite verb at `i` belongs to: "those who support Trump".
    private func relativeBefore(_ i: Int, _ limit: Int) -> Int? {
        var j = i - 1
        while j > limit, i - j <= Self.relativeReach {
            switch sentence.items[j].tag {
            case .relative: return sentence.items[j - 1].tag.isNominal ? j : nil
            case .that: return sentence.items[j - 1].tag.isNominal && j == i - 1 ? j : nil
            case .comma, .semicolon, .colon, .dash, .finite, .subordinator, .quote, .stop: return nil
            default: j -= 1
            }
        }
        return nil
    }

    /// Does "and" or "but" part clauses here, rather than two names? It does where a verb stands to its left.
    private func startsClause(_ i: Int, _ stop: Int, _ limit: Int) -> Bool {
        let word = analysis.lower(sentence.items[i].first)
        if word == "but" || word == "so" { return true }
        if i + 1 == stop { return true }
        var j = i - 1
        var commas = 0
        while j >= limit {
            let tag = sentence.items[j].tag
            if tag.isFinite { return relativeBefore(j, limit) == nil }
            if tag == .quote { return !isFragment(sentence.items[j]) }
            if tag == .comma { commas += 1 }
            if tag == .semicolon || tag == .colon || tag == .that || tag == .subordinator { return commas > 0 }
            j -= 1
        }
        return i == limit
    }

    // MARK: Appositions and lists

    /// The chunk to the left of an apposition, if it can hold the phrase's head.
    private func overApposition(_ start: Int, _ stop: Int, _ limit: Int) -> (start: Int, stop: Int)? {
        guard start > limit + 1, sentence.items[start - 1].tag == .comma else { return nil }
        let left = chunkStart(endingAt: start - 1, limit: limit)
        let chunk = left..<start - 1
        guard !chunk.isEmpty else { return nil }
        if isAdverbial(chunk) { return nil }
        // An object of the verb before it, as in "would not agree to a compromise, the spokeswoman, Ann Lee, said".
        if left > limit, sentence.items[left - 1].tag.isFinite || sentence.items[left].tag.isVerb { return nil }
        if hasOwnVerb(chunk) { return nil }
        guard chunk.contains(where: { sentence.items[$0].tag.isNominal }) else { return nil }
        return (left, start - 1)
    }

    /// "in a statement", "however", "on Friday": says nothing of who the subject is.
    private func isParenthesis(_ chunk: Range<Int>) -> Bool {
        switch sentence.items[chunk.lowerBound].tag {
        case .preposition, .adverb, .time, .subordinator, .gerund, .participle, .finite, .to: true
        default: false
        }
    }

    /// In items: a longer chunk between commas is no item of a list. Chosen by hand.
    private static let longestListed = 6

    /// "A, B and C said": names or noun phrases before the one with "and".
    private func overList(_ start: Int, _ stop: Int, _ limit: Int) -> Int {
        guard (start..<stop).contains(where: { sentence.items[$0].tag == .coordinator }) else { return start }
        var start = start
        while start > limit + 1, sentence.items[start - 1].tag == .comma {
            let left = chunkStart(endingAt: start - 1, limit: limit)
            let chunk = left..<start - 1
            guard chunk.count <= Self.longestListed, !chunk.isEmpty, !isAdverbial(chunk), !hasOwnVerb(chunk),
                sentence.items[chunk.upperBound - 1].tag.isNominal
            else { break }
            start = left
        }
        return start
    }

    private func isAdverbial(_ chunk: Range<Int>) -> Bool {
        switch sentence.items[chunk.lowerBound].tag {
        case .preposition, .adverb, .subordinator, .gerund, .to, .wh: true
        case .coordinator: chunk.count == 1
        case .time: true
        default: false
        }
    }

    private func hasOwnVerb(_ chunk: Range<Int>) -> Bool {
        if sentence.items[chunk.lowerBound].tag == .relative { return false }
        return chunk.contains { sentence.items[$0].tag.isFinite && relativeBefore($0, chunk.lowerBound) == nil }
    }

    // MARK: Trimming

    /// Adverbs and words of time between subject and verb: "Clinton on Monday said".
    private func isTrailing(_ i: Int) -> Bool {
        switch sentence.items[i].tag {
        case .adverb, .time, .ellipsis: true
        case .number: i > 0 && sentence.items[i - 1].tag == .time
        case .preposition:
            i + 1 < sentence.items.count && sentence.items[i + 1].tag == .time
        default: false
        }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound, end = range.upperBound
        while start < end, isLeading(start, end) { start += 1 }
        start = overTimePhrase(start, end)
        while end > start, isTrailing(end - 1) || sentence.items[end - 1].tag == .comma { end -= 1 }
        start = overPreposition(start, end)
        start = toPronoun(start, end)
        guard start < end, !isNoSubject(start, end),
            (start..<end).contains(where: { sentence.items[$0].tag.isNominal || isMention(sentence.items[$0]) })
        else { return nil }
        return start..<end
    }

    private func isLeading(_ i: Int, _ end: Int) -> Bool {
        switch sentence.items[i].tag {
        case .adverb, .coordinator, .comma, .colon, .dash, .subordinator, .closeBracket, .stop, .ellipsis, .quoteMark:
            true
        case .time: i + 1 < end
        case .wh: true
        default: false
        }
    }

    /// "On Friday Trump said": the time phrase is not of the subject.
    private func overTimePhrase(_ start: Int, _ end: Int) -> Int {
        guard start + 2 < end, sentence.items[start].tag == .preposition, sentence.items[start + 1].tag == .time else {
            return start
        }
        var i = start + 2
        while i < end, sentence.items[i].tag == .time || sentence.items[i].tag == .number { i += 1 }
        return i < end ? i : start
    }

    /// "In the interview he said", "At a rally Trump said": the subject follows the preposition's own noun phrase.
    private func overPreposition(_ start: Int, _ end: Int) -> Int {
        guard start < end, sentence.items[start].tag == .preposition else { return start }
        for i in (start + 2..<max(end, start + 2)) {
            let previous = sentence.items[i - 1].tag
            if sentence.items[i].tag == .pronoun { return i }
            if sentence.items[i].tag == .name, previous == .noun { return i }
            if sentence.items[i].tag == .determiner || sentence.items[i].tag == .possessive,
                previous == .noun || previous == .name
            {
                return i
            }
        }
        return start
    }

    /// "The first time she": a pronoun that does the verb is all of its subject, but for "Ann Lee and she".
    private func toPronoun(_ start: Int, _ end: Int) -> Int {
        guard end - start > 1, sentence.items[end - 1].tag == .pronoun,
            Self.subjectPronouns.contains(analysis.lower(sentence.items[end - 1].first)),
            !(start..<end).contains(where: { sentence.items[$0].tag == .coordinator })
        else { return start }
        return end - 1
    }

    private static let subjectPronouns: Set<String> = ["i", "he", "she", "we", "they"]
    private static let objectPronouns: Set<String> = ["me", "him", "us", "them"]

    /// "to put to good use", "placed on voters", "them from harm": parts of what stands before.
    private func isNoSubject(_ start: Int, _ end: Int) -> Bool {
        switch sentence.items[start].tag {
        case .to, .infinitive: true
        case .participle, .gerund:
            start + 1 < end && sentence.items[start + 1].tag == .preposition
        case .pronoun: Self.objectPronouns.contains(analysis.lower(sentence.items[start].first))
        default: false
        }
    }

    /// A few quoted words inside a noun phrase: the “Access Hollywood” tape.
    private func isFragment(_ item: Item) -> Bool {
        guard let stretch = item.stretch else { return false }
        let inner = analysis.stretches[stretch].inner
        guard let last = inner.last, analysis.wordCount(inner) <= SentenceReading.longestFragment else { return false }
        return analysis.tags[last] != .comma && analysis.tags[last] != .stop
    }

    private func isMention(_ item: Item) -> Bool {
        item.tag == .relative || item.tag == .determiner || item.tag == .possessive || isFragment(item)
    }
}
