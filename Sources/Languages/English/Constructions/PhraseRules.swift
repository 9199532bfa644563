import LanguageKit
import Rulebook

/// Attribution without a verb: "According to X, S", "S, according to X", "X's claim that S".
struct PhraseRules {
    let analysis: Analysis
    let view: SentenceView
    let boundary: ContentBoundary

    func finds() -> [Find] {
        var result: [Find] = []
        for i in view.items.indices where view.items[i].stretch < 0 {
            guard let entry = analysis.entry(view.items[i].first) else { continue }
            for phrase in entry.phrases {
                guard let place = place(of: phrase, at: i) else { continue }
                if let find = find(phrase, place) { result.append(find) }
                break
            }
            if let noun = entry.noun, let find = nounClause(noun, at: i) { result.append(find) }
        }
        return result
    }

    // MARK: According to X

    /// Where a phrase stands, as items: its words, the source if it stands inside them, and what follows.
    private struct Place {
        var items: Range<Int>
        /// Set where the phrase is built around its source: "in the minister's view".
        var source: Range<Int>?
        /// The cue's own words: all of the phrase, or those around the source.
        var cue: [Range<Int>]
    }

    private func place(of phrase: ReportingPhrase, at i: Int) -> Place? {
        guard let gap = phrase.words.firstIndex(of: "~") else {
            guard matches(phrase.words[...], at: i) else { return nil }
            let items = i..<i + phrase.words.count
            return Place(items: items, source: nil, cue: [items])
        }
        let before = phrase.words[..<gap], after = phrase.words[(gap + 1)...]
        guard !before.isEmpty, !after.isEmpty, matches(before, at: i) else { return nil }
        let start = i + before.count
        for end in start + 1..<max(start + 2, min(start + 9, view.items.count)) where matches(after, at: end) {
            guard (start..<end).allSatisfy({ isOfMention(view.items[$0].tag) }) else { return nil }
            return Place(items: i..<end + after.count, source: start..<end, cue: [i..<start, end..<end + after.count])
        }
        return nil
    }

    private func matches(_ words: ArraySlice<String>, at i: Int) -> Bool {
        guard i + words.count <= view.items.count else { return false }
        return zip(i..., words).allSatisfy { view.items[$0].stretch < 0 && analysis.lower(view.items[$0].first) == $1 }
    }

    private func isOfMention(_ tag: Tag) -> Bool {
        tag.isNominal || tag == .determiner || tag == .possessive || tag == .genitive || tag == .preposition
    }

    private func find(_ phrase: ReportingPhrase, _ place: Place) -> Find? {
        // Phrases that name no source ("reportedly") hedge a verb; they attribute nothing to anyone.
        guard phrase.source != .none else { return nil }
        let i = place.items.lowerBound, start = place.items.upperBound
        if let source = place.source {
            guard isOwned(source) else { return nil }
            return opensSentence(i)
                ? opening(phrase, place, source, from: start) : closing(phrase, place, source, end: start)
        }
        guard start < view.items.count, phrase.source == .after else { return nil }
        if opensSentence(i) { return opening(phrase, place, start) }
        let end = sourceEnd(start)
        guard end > start else { return nil }
        return closing(phrase, place, start..<end, end: end)
    }

    /// "his", "the minister's"
    private func isOwned(_ source: Range<Int>) -> Bool {
        view.items[source.upperBound - 1].tag == .genitive
            || (source.count == 1 && view.items[source.lowerBound].tag == .possessive)
    }

    private func opensSentence(_ i: Int) -> Bool {
        if i > 0, view.items[i - 1].tag == .that || view.items[i - 1].tag == .subordinator { return true }
        return view.items[..<i].allSatisfy {
            $0.tag == .coordinator || $0.tag == .adverb || $0.tag == .comma || $0.tag == .quoteMark
        }
    }

    /// In X's view, S
    private func opening(_ phrase: ReportingPhrase, _ place: Place, _ source: Range<Int>, from start: Int) -> Find? {
        let first = start < view.items.count && view.items[start].tag == .comma ? start + 1 : start
        guard first < view.items.count else { return nil }
        let end = boundary.end(from: first)
        return end > first ? make(phrase, place, source: source, content: [first..<end]) : nil
    }

    /// According to X, S — the source ends at the comma behind which a clause begins.
    private func opening(_ phrase: ReportingPhrase, _ place: Place, _ start: Int) -> Find? {
        var comma = start
        while comma < view.items.count {
            guard let next = view.items[(comma + 1)...].firstIndex(where: { $0.tag == .comma }) else { break }
            comma = next
            if hasClause(after: comma) { break }
        }
        guard comma > start, comma + 1 < view.items.count, view.items[comma].tag == .comma else { return nil }
        let end = boundary.end(from: comma + 1)
        guard end > comma + 1 else { return nil }
        return make(phrase, place, source: start..<comma, content: [comma + 1..<end])
    }

    /// A finite verb before the next comma, not that of a relative clause.
    private func hasClause(after comma: Int) -> Bool {
        guard comma + 1 < view.items.count, view.items[comma + 1].tag != .relative else { return false }
        for j in comma + 1..<view.items.count {
            switch view.items[j].tag {
            case .comma: return false
            case .finite, .be, .have, .do, .modal: return true
            case .quote where analysis.wordCount(view.items[j].tokens) > 6: return true
            default: break
            }
        }
        return false
    }

    private func sourceEnd(_ start: Int) -> Int {
        var i = start
        while i < view.items.count {
            switch view.items[i].tag {
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
        guard i < view.items.count else { return false }
        switch view.items[i].tag {
        case .determiner:
            guard let comma = view.items[i...].firstIndex(where: { $0.tag == .comma || $0.tag == .stop }) else {
                return true
            }
            return !(i..<comma).contains { view.items[$0].tag.isFinite }
        default: return false
        }
    }

    /// S, according to X (, S)
    private func closing(_ phrase: ReportingPhrase, _ place: Place, _ source: Range<Int>, end after: Int) -> Find? {
        var end = place.items.lowerBound
        while end > 0, view.items[end - 1].tag == .comma || view.items[end - 1].tag == .dash { end -= 1 }
        var start = 0
        while start < end, view.items[start].tag == .coordinator || view.items[start].tag == .comma { start += 1 }
        guard end - start >= 2 else { return nil }
        var content = [start..<end]
        let hasVerb = (start..<end).contains { view.items[$0].tag.isFinite }
        if after + 1 < view.items.count, view.items[after].tag == .comma, !hasVerb {
            let stop = boundary.end(from: after + 1)
            if stop > after + 1 { content.append(after + 1..<stop) }
        }
        return make(phrase, place, source: source, content: content)
    }

    private func make(_ phrase: ReportingPhrase, _ place: Place, source: Range<Int>, content: [Range<Int>]) -> Find {
        Find(
            rule: .accordingTo, source: view.tokens(source), cue: place.cue.map(view.tokens),
            content: content.map(view.tokens),
            match: nil, verbClass: phrase.verbClass, stance: phrase.stance, head: nil, paragraph: view.paragraph,
            within: view.within)
    }

    // MARK: X's claim that S

    private func nounClause(_ noun: ReportingNoun, at i: Int) -> Find? {
        guard i + 2 < view.items.count, view.items[i].tag == .noun, view.items[i + 1].tag == .that else { return nil }
        guard let source = owner(before: i) else { return nil }
        let end = nounContentEnd(i + 1)
        guard end > i + 2 else { return nil }
        return Find(
            rule: .nounClause, source: view.tokens(source), cue: [view.tokens(i..<i + 1)],
            content: [view.tokens(i + 1..<end)], match: nil, verbClass: noun.verbClass, stance: noun.stance,
            head: view.items[i].first, paragraph: view.paragraph, within: view.within)
    }

    /// "the senator's claim", "her recent claim"
    private func owner(before i: Int) -> Range<Int>? {
        var j = i - 1
        while j >= 0, view.items[j].tag == .noun || view.items[j].tag == .adverb || view.items[j].tag == .participle {
            j -= 1
        }
        guard j >= 0 else { return nil }
        if view.items[j].tag == .possessive { return j..<j + 1 }
        guard view.items[j].tag == .genitive, j > 0 else { return nil }
        var k = j
        while k > 0,
            view.items[k - 1].tag.isNominal && view.items[k - 1].tag != .pronoun || view.items[k - 1].tag == .determiner
        { k -= 1 }
        return k < j ? k..<j + 1 : nil
    }

    /// The clause of a noun ends before the verb of the sentence around it; with no parser, at a comma or that verb.
    private func nounContentEnd(_ start: Int) -> Int {
        var verbs = 0
        for i in start + 1..<view.items.count {
            switch view.items[i].tag {
            case .finite: verbs += 1
            case .be, .have, .do, .modal: if view.items[i - 1].tag.isNominal { verbs += 1 }
            case .comma, .stop, .semicolon, .dash: return i
            default: break
            }
            if verbs == 2 { return i }
        }
        return view.items.count
    }
}
