import LanguageKit
import Rulebook
import Text

/// “Pie in the sky” was the verdict of the shadow chancellor.
struct QuoteNounRule {
    let analysis: AnalyzedDocument
    let sentence: FoldedSentence

    /// In items between "was" and "of": "the damning verdict". Chosen by hand.
    private static let longestNoun = 4

    func candidate() -> Candidate? {
        let items = sentence.items
        guard let quote = items.firstIndex(where: { $0.tag == .quote }), quote + 3 < items.count,
            items[quote + 1].tag == .be, items[quote + 2].tag == .determiner,
            let noun = (quote + 3..<min(quote + 3 + Self.longestNoun, items.count - 1)).first(where: reports),
            analysis.is(items[noun + 1].first, .genitivePreposition)
        else { return nil }
        var end = items.count
        while end > noun + 2, items[end - 1].tag == .stop { end -= 1 }
        let source = noun + 2..<end
        guard !source.isEmpty, !source.contains(where: { items[$0].tag.isFinite || items[$0].tag == .quote }) else {
            return nil
        }
        return sentence.candidate(.quoteNoun, source: source, cue: [noun..<noun + 1], content: [quote..<quote + 1])
    }

    private func reports(_ i: Int) -> Bool {
        sentence.items[i].stretch == nil && analysis.entry(sentence.items[i].first)?.noun != nil
    }
}
