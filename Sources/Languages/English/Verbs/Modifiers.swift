import LanguageKit
import Rulebook
import Text

/// Finds the entries of `verb-modifiers.yaml` at places of a text.
struct Modifiers {
    let analysis: AnalyzedDocument

    struct Mark {
        var kind: VerbModifiers.Kind
        /// With the form of "be" before it and the "to" behind it.
        var tokens: Range<Int>
    }

    /// A word or phrase beside a verb, the longest that ends before a token.
    func mark(endingAt end: Int, of kinds: [VerbModifiers.Kind]) -> Mark? {
        guard end > 0, let phrases = analysis.lexicon.modifiers.ending[analysis.lower(end - 1)] else { return nil }
        for phrase in phrases where kinds.contains(phrase.kind) && stands(phrase.words, endingAt: end) {
            let start = end - phrase.words.count
            guard phrase.followsBe else { return Mark(kind: phrase.kind, tokens: start..<end) }
            if let be = be(before: start) { return Mark(kind: phrase.kind, tokens: be..<end) }
        }
        return nil
    }

    /// A word or phrase, the longest that begins at a token.
    func mark(beginningAt start: Int, of kind: VerbModifiers.Kind) -> Mark? {
        guard let phrases = analysis.lexicon.modifiers.beginning[analysis.lower(start)] else { return nil }
        for phrase in phrases where phrase.kind == kind && stands(phrase.words, endingAt: start + phrase.words.count) {
            return Mark(kind: kind, tokens: start..<start + phrase.words.count)
        }
        return nil
    }

    /// "appeared to", "expected to" of "is expected to": a verb that hedges the one behind it, with its "to".
    func governor(beginningAt start: Int) -> Range<Int>? {
        guard let phrases = analysis.lexicon.modifiers.beginning[analysis.lower(start)] else { return nil }
        for phrase in phrases where [.hedgingVerb, .expectation].contains(phrase.kind) {
            let end = start + phrase.words.count
            guard !phrase.followsBe || be(before: start) != nil else { continue }
            if stands(phrase.words, endingAt: end), end < analysis.tags.count, analysis.tags[end] == .to {
                return start..<end + 1
            }
        }
        return nil
    }

    private func stands(_ words: [String], endingAt end: Int) -> Bool {
        let start = end - words.count
        guard start >= 0, end <= analysis.document.tokens.count else { return false }
        return zip(start..., words).allSatisfy { analysis.lower($0) == $1 }
    }

    /// In words between "be" and its participle: "is not very widely". Chosen by hand.
    private static let mostAdverbs = 3

    /// "is", "is not", "is widely": the form of "be" before a participle or adjective.
    private func be(before start: Int) -> Int? {
        var i = start - 1
        while i >= 0, i >= start - Self.mostAdverbs, analysis.tags[i] == .adverb || analysis.tags[i] == .negation {
            i -= 1
        }
        return i >= 0 && analysis.tags[i] == .be ? i : nil
    }
}
