import LanguageKit
import Rulebook
import Text

// Bodies that are named for what they are for: "the Department for Education", "the Society for the Protection of Birds".
extension NameFinder {
    /// Whether a token belongs to a body's name, begun earlier, by telling what the body is for.
    func goesOnForSomething(_ i: Int, in start: Int) -> Bool {
        guard touches(i) else { return false }
        if isFor(i) { return true }
        // Whoever goes on for a megabyte must not stop the daemon.
        guard let purpose = (max(start, i - Self.longest)..<i).last(where: isFor) else { return false }
        if analysis.is(i, .definiteArticle) { return i == purpose + 1 }
        if analysis.is(i, .genitivePreposition) { return isCapitalized(i - 1) && isMatter(i + 1) }
        if analysis.is(i, .conjunction) { return isCapitalized(i - 1) && isPlainMatter(i + 1) }
        return isMatter(i)
    }

    /// The "for" behind a body's noun, before what it is for.
    private func isFor(_ i: Int) -> Bool {
        guard i > 0, i + 2 <= analysis.tags.count, analysis.is(i, .purposePreposition), isCapitalized(i - 1),
            analysis.is(i - 1, .purposefulBody)
        else { return false }
        let first = i + 1 < analysis.tags.count && analysis.is(i + 1, .definiteArticle) ? i + 2 : i + 1
        return isMatter(first)
    }

    /// A capitalised word in the same sentence that is no person's name, title or country: left "the Centre for Ann Lee" is
    /// somebody who left the centre.
    private func isMatter(_ i: Int) -> Bool {
        guard i < analysis.tags.count, touches(i), isCapitalized(i), analysis.document.tokens[i].kind == .word,
            !analysis.document.tokens[i].shape.contains(.clitic)
        else { return false }
        let entry = analysis.entry(i)
        // "Marine Studies" is nobody.
        let mayBeSomebody = entry?.givenName != nil && !isCommonWord(i + 1)
        return !mayBeSomebody && entry?.title == nil && entry?.nationality == nil
            && !analysis.lexicon.countries.contains(analysis.lower(i)) && hints.names[i]?.kind != .person
    }

    /// What may end "the Department for Work and Pensions": a word that English has, or a plural, and no other body.
    private func isPlainMatter(_ i: Int) -> Bool {
        guard isMatter(i), analysis.entry(i)?.organization != true,
            !analysis.document.tokens[i].shape.contains(.allCaps), hints.names[i]?.begins != true
        else { return false }
        return isCommonWord(i)
    }

    private func isCommonWord(_ i: Int) -> Bool {
        guard i < analysis.tags.count, touches(i), isCapitalized(i), analysis.entry(i)?.givenName == nil else {
            return false
        }
        return !analysis.classes[i].isEmpty || analysis.isPlural(i)
    }

    /// In tokens: nobody names a body at greater length.
    private static let longest = 12
}
