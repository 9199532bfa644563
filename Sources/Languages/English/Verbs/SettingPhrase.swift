import LanguageKit
import Rulebook
import Text

/// Reads phrases that say where: "in an interview with Coast Radio", "on Twitter", "outside the court", "in Kessing".
struct SettingPhrase {
    let analysis: AnalyzedDocument

    /// The phrase that begins at a token, or nil.
    ///
    /// - Parameter places: Whether a name alone makes one ("in Kessing"), or only a noun of `verb-modifiers.yaml`.
    func tokens(from start: Int, before limit: Int, places: Bool) -> Range<Int>? {
        guard start + 1 < limit, Self.prepositions.contains(analysis.lower(start)),
            let object = object(from: start + 1, before: limit)
        else { return nil }
        let isPlace = places && Self.ofPlaces.contains(analysis.lower(start)) && isName(object)
        guard isPlace || hasNoun(object) else { return nil }
        return start..<over(object.upperBound, limit)
    }

    private static let prepositions: Set<String> = [
        "in", "on", "at", "by", "via", "during", "through", "outside", "inside", "under", "over", "from", "near",
    ]
    private static let ofPlaces: Set<String> = ["in", "on", "at", "outside", "inside", "near"]
    private static let continuing: Set<String> = ["with", "in", "at", "on", "of", "for", "near", "outside"]

    /// "his closing argument", "the social platform Chirp"; a time ends it.
    private func object(from start: Int, before limit: Int) -> Range<Int>? {
        guard TimePhrase(analysis: analysis).tokens(from: start, before: limit) == nil else { return nil }
        guard analysis.tags[start] != .pronoun else { return nil }
        return NounPhrase(analysis: analysis).tokens(from: start, before: limit)
    }

    /// A place or platform: a name, but not "in French".
    private func isName(_ object: Range<Int>) -> Bool {
        var names = object
        if let first = names.first, analysis.tags[first] == .determiner { names.removeFirst() }
        return !names.isEmpty
            && names.allSatisfy { analysis.tags[$0] == .name || analysis.tags[$0] == .number }
            && names.contains { analysis.entry($0)?.nationality == nil }
    }

    private func hasNoun(_ object: Range<Int>) -> Bool {
        object.contains { Modifiers(analysis: analysis).mark(beginningAt: $0, of: .setting) != nil }
    }

    /// "an interview with Coast Radio", "a rally in Iowa"; who heard it ("to the board") is no part of it.
    private func over(_ end: Int, _ limit: Int) -> Int {
        var end = end
        while end + 1 < limit, Self.continuing.contains(analysis.lower(end)),
            let object = object(from: end + 1, before: limit),
            TimePhrase(analysis: analysis).tokens(from: end, before: limit) == nil
        {
            end = object.upperBound
        }
        return end
    }
}
