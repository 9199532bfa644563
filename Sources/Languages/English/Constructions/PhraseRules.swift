import LanguageKit
import Rulebook

/// Attribution without a verb: "According to X, S", "S, according to X", "X's claim that S".
struct PhraseRules {
    let analysis: AnalyzedDocument
    let sentence: FoldedSentence
    let boundary: ContentBoundary

    func candidates() -> [Candidate] {
        var result: [Candidate] = []
        let matcher = PhraseMatcher(sentence, analysis)
        for i in sentence.items.indices where sentence.items[i].stretch == nil {
            guard let entry = analysis.entry(sentence.items[i].first) else { continue }
            for phrase in entry.phrases {
                guard let place = matcher.place(of: phrase.pattern, at: i) else { continue }
                if let candidate = candidate(phrase, place) { result.append(candidate) }
                break
            }
            if let noun = entry.noun, let candidate = nounClause(noun, at: i) { result.append(candidate) }
        }
        return result
    }

    // MARK: According to X

    private func candidate(_ phrase: ReportingPhrase, _ place: PhrasePlace) -> Candidate? {
        // Phrases that name no source ("reportedly") hedge a verb; they attribute nothing to anyone.
        guard phrase.source != .none else { return nil }
        let i = place.all.lowerBound, start = place.all.upperBound
        if let source = place.gap {
            guard isOwned(source) else { return nil }
            return opensSentence(i)
                ? opening(phrase, place, source, from: start) : closing(phrase, place, source, end: start)
        }
        guard start < sentence.items.count, phrase.source == .after else { return nil }
        if opensSentence(i) { return opening(phrase, place, start) }
        let end = sourceEnd(start)
        guard end > start else { return nil }
        return closing(phrase, place, start..<end, end: end)
    }

    /// "his", "the minister's"
    private func isOwned(_ source: Range<Int>) -> Bool {
        sentence.items[source.upperBound - 1].tag == .genitive
            || (source.count == 1 && sentence.items[source.lowerBound].tag == .possessive)
    }

    private func opensSentence(_ i: Int) -> Bool {
        if i > 0, sentence.items[i - 1].tag == .that || sentence.items[i - 1].tag == .subordinator { return true }
        return sentence.items[..<i].allSatisfy {
            $0.tag == .coordinator || $0.tag == .adverb || $0.tag == .comma || $0.tag == .quoteMark
        }
    }

    /// In X's view, S
    private func opening(_ phrase: ReportingPhrase, _ place: PhrasePlace, _ source: Range<Int>, from start: Int)
        -> Candidate?
    {
        let first = start < sentence.items.count && sentence.items[start].tag == .comma ? start + 1 : start
        guard first < sentence.items.count else { return nil }
        let end = boundary.end(from: first)
        return end > first ? make(phrase, place, source: source, content: [first..<end]) : nil
    }

    /// According to X, S — the source ends at the comma behind which a clause begins.
    private func opening(_ phrase: ReportingPhrase, _ place: PhrasePlace, _ start: Int) -> Candidate? {
        var comma = start
        while comma < sentence.items.count {
            guard let next = sentence.items[(comma + 1)...].firstIndex(where: { $0.tag == .comma }) else { break }
            comma = next
            if hasClause(after: comma) { break }
        }
        guard comma > start, comma + 1 < sentence.items.count, sentence.items[comma].tag == .comma else { return nil }
        let end = boundary.end(from: comma + 1)
        guard end > comma + 1 else { return nil }
        return make(phrase, place, source: start..<comma, content: [comma + 1..<end])
    }

    /// In words. Quoted words that are more are a clause. Chosen by hand.
    private static let longestQuotedPart = 6

    /// A finite verb before the next comma, not that of a relative clause.
    private func hasClause(after comma: Int) -> Bool {
        guard comma + 1 < sentence.items.count, sentence.items[comma + 1].tag != .relative else { return false }
        for j in comma + 1..<sentence.items.count {
            switch sentence.items[j].tag {
            case .comma: return false
            case .finite, .be, .have, .do, .modal: return true
            case .quote where analysis.wordCount(sentence.items[j].tokens) > Self.longestQuotedPart: return true
            default: break
            }
        }
        return false
    }

    private func sourceEnd(_ start: Int) -> Int {
        var i = start
        while i < sentence.items.count {
            switch sentence.items[i].tag {
            case .stop, .semicolon, .colon, .dash, .finite, .ellipsis: return i
            case .comma: if !continues(i + 1) { return i }
            case .relative where i > start: break
            default: break
            }
            i += 1
        }
        return i
    }

    /// ", an analyst at …": an apposition of the source rather than the sentence going on.
    private func continues(_ i: Int) -> Bool {
        guard i < sentence.items.count else { return false }
        switch sentence.items[i].tag {
        case .determiner:
            guard let comma = sentence.items[i...].firstIndex(where: { $0.tag == .comma || $0.tag == .stop }) else {
                return true
            }
            return !(i..<comma).contains { sentence.items[$0].tag.isFinite }
        default: return false
        }
    }

    /// S, according to X (, S)
    private func closing(_ phrase: ReportingPhrase, _ place: PhrasePlace, _ source: Range<Int>, end after: Int)
        -> Candidate?
    {
        var end = place.all.lowerBound
        while end > 0, sentence.items[end - 1].tag == .comma || sentence.items[end - 1].tag == .dash { end -= 1 }
        var start = 0
        while start < end, sentence.items[start].tag == .coordinator || sentence.items[start].tag == .comma {
            start += 1
        }
        guard end - start >= 2 else { return nil }
        var content = [start..<end]
        let hasVerb = (start..<end).contains { sentence.items[$0].tag.isFinite }
        if after + 1 < sentence.items.count, sentence.items[after].tag == .comma, !hasVerb {
            let stop = boundary.end(from: after + 1)
            if stop > after + 1 { content.append(after + 1..<stop) }
        }
        return make(phrase, place, source: source, content: content)
    }

    private func make(_ phrase: ReportingPhrase, _ place: PhrasePlace, source: Range<Int>, content: [Range<Int>])
        -> Candidate
    {
        sentence.candidate(
            .accordingTo, source: source, cue: place.words, content: content, verbClass: phrase.verbClass,
            stance: phrase.stance)
    }

    // MARK: X's claim that S

    private func nounClause(_ noun: ReportingNoun, at i: Int) -> Candidate? {
        guard i + 2 < sentence.items.count, sentence.items[i].tag == .noun, sentence.items[i + 1].tag == .that else {
            return nil
        }
        guard let source = owner(before: i) else { return nil }
        let end = nounContentEnd(i + 1)
        guard end > i + 2 else { return nil }
        return sentence.candidate(
            .nounClause, source: source, cue: [i..<i + 1], content: [i + 1..<end], verbClass: noun.verbClass,
            stance: noun.stance, head: i)
    }

    /// "the senator's claim", "her recent claim"
    private func owner(before i: Int) -> Range<Int>? {
        var j = i - 1
        while j >= 0,
            sentence.items[j].tag == .noun || sentence.items[j].tag == .adverb || sentence.items[j].tag == .participle
        {
            j -= 1
        }
        guard j >= 0 else { return nil }
        if sentence.items[j].tag == .possessive { return j..<j + 1 }
        guard sentence.items[j].tag == .genitive, j > 0 else { return nil }
        var k = j
        while k > 0,
            sentence.items[k - 1].tag.isNominal && sentence.items[k - 1].tag != .pronoun
                || sentence.items[k - 1].tag == .determiner
        { k -= 1 }
        return k < j ? k..<j + 1 : nil
    }

    /// The clause of a noun ends before the verb of the sentence around it; with no parser, at a comma or that verb.
    private func nounContentEnd(_ start: Int) -> Int {
        var verbs = 0
        for i in start + 1..<sentence.items.count {
            switch sentence.items[i].tag {
            case .finite: verbs += 1
            case .be, .have, .do, .modal: if sentence.items[i - 1].tag.isNominal { verbs += 1 }
            case .comma, .stop, .semicolon, .dash: return i
            default: break
            }
            if verbs == 2 { return i }
        }
        return sentence.items.count
    }
}
