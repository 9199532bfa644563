package import Rulebook

/// Where a phrase stands: "in the minister's view" with its gap, "the minister's".
package struct PhrasePlace {
    package var all: Range<Int>
    package var gap: Range<Int>?

    package init(all: Range<Int>, gap: Range<Int>? = nil) {
        self.all = all
        self.gap = gap
    }

    /// The phrase's own words: all of them, or those around the gap.
    package var words: [Range<Int>] {
        guard let gap else { return [all] }
        return [all.lowerBound..<gap.lowerBound, gap.upperBound..<all.upperBound]
    }
}

/// Finds phrases among the items of a sentence, or among the tokens of a text.
package struct PhraseMatcher {
    /// Places from here on don't count.
    private let end: Int
    /// Nil where tokens are looked at and not a sentence's items.
    private let items: [Item]?
    private let analysis: AnalyzedDocument

    private static let longestGap = 8

    package init(_ sentence: FoldedSentence, _ analysis: AnalyzedDocument) {
        end = sentence.items.count
        items = sentence.items
        self.analysis = analysis
    }

    package init(_ analysis: AnalyzedDocument, before end: Int? = nil) {
        self.end = end ?? analysis.tags.count
        items = nil
        self.analysis = analysis
    }

    private func token(_ i: Int) -> Int { items.map { $0[i].first } ?? i }

    /// Nil for a whole quotation.
    private func word(_ i: Int) -> String? {
        if let items, items[i].stretch != nil { return nil }
        return analysis.lower(token(i))
    }

    private func tag(_ i: Int) -> Tag { items.map { $0[i].tag } ?? analysis.tags[i] }

    private func entry(_ i: Int) -> Lexicon.Entry? { analysis.entry(token(i)) }

    /// The verb that has a form at `head`: the longest phrase whose words are all there, else the verb alone.
    package func verb(at head: Int, in forms: VerbForms = .any) -> (match: VerbLexicon.Match, place: PhrasePlace)? {
        guard let entry = entry(head) else { return nil }
        if !entry.phrasal.isEmpty, head + 1 < end, let next = word(head + 1) {
            for match in (entry.phrasal[next] ?? []) + (entry.phrasal["~"] ?? [])
            where !match.forms.isDisjoint(with: forms) {
                guard var place = place(of: match.verb.rest, at: head + 1) else { continue }
                place.all = head..<place.all.upperBound
                return (match, place)
            }
        }
        let match = entry.verbs.first { !$0.forms.isDisjoint(with: forms) }
        return match.map { ($0, PhrasePlace(all: head..<head + 1)) }
    }

    /// The shortest gap that fits is taken; it holds one mention, with what says when: "by the BBC on Monday".
    package func place(of pattern: PhrasePattern, at start: Int) -> PhrasePlace? {
        guard stand(pattern.before, at: start) else { return nil }
        let gap = start + pattern.before.count
        guard let after = pattern.after else { return PhrasePlace(all: start..<gap) }
        var stop = gap
        while stop < end, stop - gap < Self.longestGap, mayFillGap(tag(stop)) {
            stop += 1
            if stand(after, at: stop) { return PhrasePlace(all: start..<stop + after.count, gap: gap..<stop) }
        }
        return nil
    }

    private func stand(_ words: [String], at start: Int) -> Bool {
        guard start + words.count <= end else { return false }
        return zip(start..., words).allSatisfy { word($0) == $1 }
    }

    private func mayFillGap(_ tag: Tag) -> Bool {
        switch tag {
        case .determiner, .possessive, .genitive, .preposition, .time: true
        default: tag.isNominal
        }
    }
}
