import LanguageKit
import Rulebook

/// Finds the word that ends the object of a verb: the "of" of "accused X of", the "to" of "urged X to".
struct ObjectTerminator {
    let analysis: AnalyzedDocument

    /// In tokens. Nobody writes longer objects; and a paragraph without a stop must not be walked for each of its verbs.
    private static let longest = 30

    /// The first place of a preposition behind a token, in the same clause and outside quotation marks.
    func terminator(_ word: String, from start: Int) -> Int? {
        terminators([word], from: start).first
    }

    /// All places of the words, up to where the clause ends: a comma may part an apposition from what it stands by.
    func terminators(_ words: Set<String>, from start: Int) -> [Int] {
        var places: [Int] = []
        var i = start
        while i < min(start + Self.longest, analysis.tags.count) {
            if i > start, words.contains(analysis.lower(i)) { places.append(i) }
            if let end = quoteEnd(i) {
                i = end
                continue
            }
            switch analysis.tags[i] {
            case .stop, .semicolon, .colon, .dash, .that, .modal: return places
            case .finite, .be, .have, .do: if !isRelative(i, start) { return places }
            default: break
            }
            i += 1
        }
        return places
    }

    private func quoteEnd(_ i: Int) -> Int? {
        guard analysis.tags[i] == .quoteMark else { return nil }
        return analysis.outermost(in: i..<i + 1).map { analysis.stretches[$0].tokens }
            .first { $0.lowerBound == i }?.upperBound
    }

    /// "people who live there"
    private func isRelative(_ i: Int, _ start: Int) -> Bool {
        (start..<i).contains { analysis.tags[$0] == .relative }
    }
}
