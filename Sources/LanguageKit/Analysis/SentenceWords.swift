package import Rulebook

/// The words of a sentence by the places of its items. There are none before it and behind it.
package protocol SentenceWords {
    var analysis: AnalyzedDocument { get }
    var folded: FoldedSentence { get }
}

extension SentenceWords {
    private func token(_ i: Int) -> Int? { folded.items.indices.contains(i) ? folded.items[i].first : nil }

    /// In lower case.
    package func word(_ i: Int) -> String { token(i).map(analysis.lower) ?? "" }
    package func classes(_ i: Int) -> WordClass { token(i).map { analysis.classes[$0] } ?? [] }
    package func entry(_ i: Int) -> Lexicon.Entry? { token(i).flatMap(analysis.entry) }
    package func tag(_ i: Int) -> Tag { token(i) == nil ? .stop : folded.items[i].tag }
    package func hasFinite(_ range: Range<Int>) -> Bool { range.contains { tag($0).isFinite } }
}
