import LanguageKit

/// The subject that follows its verb: "…," said Ann Lee, 34, a nurse from Ohio.
struct InvertedSubject {
    let analysis: AnalyzedDocument
    let sentence: FoldedSentence

    /// The noun phrase from `start`, with its appositions and relative clauses, or nil if none begins there.
    func subject(from start: Int) -> Range<Int>? {
        guard start < sentence.items.count, opensNounPhrase(start) else { return nil }
        if sentence.items[start].tag == .pronoun, isPersonal(analysis.lower(sentence.items[start].first)) {
            return start..<start + 1
        }
        var end = headEnd(start)
        guard (start..<end).contains(where: { sentence.items[$0].tag.isNominal }) else { return nil }
        while let wider = overApposition(end) { end = wider }
        return start..<end
    }

    private func opensNounPhrase(_ i: Int) -> Bool {
        let item = sentence.items[i]
        switch item.tag {
        case .determiner, .possessive, .name, .number: return true
        case .noun: return true
        case .pronoun: return !isObjectPronoun(analysis.lower(item.first))
        default: return false
        }
    }

    private func isPersonal(_ word: String) -> Bool { ["i", "you", "he", "she", "it", "we", "they"].contains(word) }

    private func isObjectPronoun(_ word: String) -> Bool {
        ["me", "him", "them", "us", "himself", "herself", "themselves", "itself"].contains(word)
    }

    /// Up to the first comma, verb or preposition that does not belong to a name ("of", "for", "from").
    private func headEnd(_ start: Int) -> Int {
        var i = start
        while i < sentence.items.count {
            switch sentence.items[i].tag {
            case .comma, .stop, .colon, .semicolon, .dash, .ellipsis, .quote, .relative, .wh, .subordinator, .that, .to,
                .gerund, .finite, .adverb, .time, .be, .have, .do, .modal, .openBracket:
                return i
            case .preposition:
                guard ["of", "for", "from"].contains(analysis.lower(sentence.items[i].first)) else { return i }
            case .coordinator:
                guard i + 1 < sentence.items.count,
                    sentence.items[i + 1].tag == .name || sentence.items[i + 1].tag == .determiner
                else { return i }
            default: break
            }
            i += 1
        }
        return i
    }

    /// The end of an apposition or relative clause that begins at the comma or pronoun at `i`.
    private func overApposition(_ i: Int) -> Int? {
        guard i < sentence.items.count else { return nil }
        if sentence.items[i].tag == .relative { return clauseEnd(i) }
        if sentence.items[i].tag == .openBracket {
            guard let close = sentence.items[i...].firstIndex(where: { $0.tag == .closeBracket }) else { return nil }
            return close + 1
        }
        guard sentence.items[i].tag == .comma, i + 1 < sentence.items.count else { return nil }
        switch sentence.items[i + 1].tag {
        case .relative: return clauseEnd(i + 1)
        case .determiner, .noun, .name, .number, .possessive:
            let end = chunkEnd(i + 1)
            return hasFinite(i + 1..<end) ? nil : end
        default: return nil
        }
    }

    private func chunkEnd(_ start: Int) -> Int {
        var i = start
        while i < sentence.items.count {
            switch sentence.items[i].tag {
            case .comma, .stop, .colon, .semicolon, .dash, .quote: return i
            default: i += 1
            }
        }
        return i
    }

    private func clauseEnd(_ start: Int) -> Int { chunkEnd(start) }

    private func hasFinite(_ range: Range<Int>) -> Bool {
        guard let first = range.first(where: { sentence.items[$0].tag.isFinite }) else { return false }
        return !range.contains {
            $0 < first && (sentence.items[$0].tag == .relative || sentence.items[$0].tag == .that)
        }
    }
}
