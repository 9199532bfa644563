import LanguageKit
import Rulebook
import Text

/// Reads noun phrases from left to right: who was told, what was criticized.
struct NounPhrase {
    let analysis: AnalyzedDocument

    /// A minimal noun phrase that begins at a token: "the county's head of education", "unnamed “friends”", "him"; with an
    /// apposition that is a name: "his goalkeeper, Tomas Lind". Nil where none begins there.
    func tokens(from start: Int, before limit: Int) -> Range<Int>? {
        guard start < limit else { return nil }
        if analysis.tags[start] == .pronoun { return start..<start + 1 }
        var end = core(from: start, before: limit)
        guard (start..<end).contains(where: { analysis.tags[$0].isNominal || isNounOfSetting($0, start) }) else {
            return nil
        }
        if end + 1 < limit, analysis.lower(end) == "of" || joins(end) {
            let next = core(from: end + 1, before: limit)
            if (end + 1..<next).contains(where: { analysis.tags[$0].isNominal }) { end = next }
        }
        if let wider = apposition(end, limit) { end = wider }
        return start..<end
    }

    /// Determiner, numbers, nouns and names; a few quoted words.
    private func core(from start: Int, before limit: Int) -> Int {
        var i = start
        while i < limit {
            switch analysis.tags[i] {
            case .noun, .name, .number, .genitive: i += 1
            case .determiner, .possessive:
                guard i == start || analysis.tags[i - 1] == .determiner else { return i }
                i += 1
            case .time:
                guard isOfName(i, start, limit) else { return i }
                i += 1
            case .participle, .gerund, .finite, .infinitive, .adverb:
                guard isAttributive(i, start, limit) || isNounOfSetting(i, start) else { return i }
                i += 1
            case .quoteMark:
                guard let end = shortQuote(at: i), end <= limit else { return i }
                i = end
            default: return i
            }
        }
        return i
    }

    /// "the Sunday Courier", "a Friday evening rally", "USA Today"
    private func isOfName(_ i: Int, _ start: Int, _ limit: Int) -> Bool {
        guard i > start else { return false }
        let times = TimePhrase(analysis: analysis)
        if analysis.tags[i - 1] == .name { return times.tokens(from: i, before: limit) == nil }
        let opening = start..<i
        return analysis.tags[start] == .determiner && opening.dropFirst().allSatisfy { analysis.tags[$0] == .time }
            && times.tokens(from: start, before: limit) == nil
    }

    /// "a packed meeting", "the written rules", "a very long way": between a determiner and its noun.
    private func isAttributive(_ i: Int, _ start: Int, _ limit: Int) -> Bool {
        guard i + 1 < limit,
            i == start || [.determiner, .possessive, .genitive, .adverb].contains(analysis.tags[i - 1])
        else { return false }
        if i == start, analysis.tags[i] != .gerund { return false }
        return [.noun, .name, .participle, .gerund].contains(analysis.tags[i + 1])
    }

    /// "a packed meeting", "a video message": nouns of settings that are verbs as well.
    private func isNounOfSetting(_ i: Int, _ start: Int) -> Bool {
        guard i > start else { return false }
        let modifiers = Modifiers(analysis: analysis)
        switch analysis.tags[i] {
        case .gerund: return modifiers.mark(beginningAt: i, of: .setting) != nil
        case .finite: return modifiers.mark(beginningAt: i - 1, of: .setting)?.tokens.upperBound == i + 1
        default: return false
        }
    }

    /// In words: more in quotation marks are no part of a noun phrase. Chosen by hand.
    private static let longestQuote = 6

    private func shortQuote(at i: Int) -> Int? {
        for s in analysis.outermost(in: i..<i + 1) where analysis.stretches[s].tokens.lowerBound == i {
            let stretch = analysis.stretches[s]
            if stretch.closed, analysis.wordCount(stretch.tokens) <= Self.longestQuote {
                return stretch.tokens.upperBound
            }
        }
        return nil
    }

    /// In tokens: "and the members of the harbour board". Chosen by hand.
    private static let longestJoined = 7

    /// "and the board": joined to what follows, unless that has a verb of its own.
    private func joins(_ i: Int) -> Bool {
        guard ["and", "or", "&"].contains(analysis.lower(i)), i + 1 < analysis.tags.count else { return false }
        let end = core(from: i + 1, before: min(i + 1 + Self.longestJoined, analysis.tags.count))
        return end == analysis.tags.count || !analysis.tags[end].isFinite
    }

    /// ", Tomas Lind" before a mark or preposition.
    private func apposition(_ comma: Int, _ limit: Int) -> Int? {
        guard comma + 1 < limit, analysis.document.tokens[comma].kind == .comma else { return nil }
        var i = comma + 1
        while i < limit, analysis.tags[i] == .name { i += 1 }
        guard i > comma + 1 else { return nil }
        guard i < analysis.tags.count else { return i }
        switch analysis.tags[i] {
        case .comma, .stop, .preposition, .that, .wh, .semicolon: return i
        default: return nil
        }
    }
}
