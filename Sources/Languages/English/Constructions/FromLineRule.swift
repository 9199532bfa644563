import LanguageKit
import Rulebook
import Text

/// A line of its own above what is quoted: "And from the mayor, Ines Falk:", "From the desk of Otto Brandt, Elm Motors."
struct FromLineRule {
    let analysis: AnalyzedDocument
    let sentence: FoldedSentence

    /// In items. Chosen by hand.
    private static let longestLine = 14

    func candidate() -> Candidate? {
        let items = sentence.items
        guard sentence.startsParagraph, sentence.within == nil, items.count <= Self.longestLine,
            let paragraph,
            let from = items.prefix(2).firstIndex(where: { analysis.is($0.first, .originPreposition) }),
            from == 0 || items[0].tag == .coordinator,
            let content = quotation(behind: paragraph)
        else { return nil }
        var end = items.count
        while end > from + 1, [.stop, .colon].contains(items[end - 1].tag) { end -= 1 }
        let source = behindDesk(from + 1..<end)
        guard !source.isEmpty, !source.contains(where: { items[$0].tag.isFinite || items[$0].tag == .quote }),
            items[source.lowerBound].tag == .name
                || source.contains(where: { analysis.entry(items[$0].first)?.role != nil })
        else { return nil }
        var candidate = sentence.candidate(.fromLine, source: source, cue: [from..<from + 1], content: [])
        candidate.content = [content]
        return candidate
    }

    /// The place of the line among the document's paragraphs, if it is one of its own.
    private var paragraph: Int? {
        guard let first = sentence.items.first?.first, let last = sentence.items.last?.tokens.upperBound else {
            return nil
        }
        let paragraphs = analysis.document.paragraphs
        let place = paragraphs.partitioningIndex { $0.tokens.upperBound > first }
        return place < paragraphs.count && paragraphs[place].tokens.upperBound == last ? place : nil
    }

    /// "the desk of": the name behind it.
    private func behindDesk(_ source: Range<Int>) -> Range<Int> {
        let items = sentence.items
        guard source.count > 3, items[source.lowerBound].tag == .determiner,
            analysis.is(items[source.lowerBound + 2].first, .genitivePreposition),
            items[source.lowerBound + 3].tag == .name, analysis.entry(items[source.lowerBound + 1].first)?.role == nil
        else { return source }
        return source.lowerBound + 3..<source.upperBound
    }

    /// The paragraph of the story behind another, if it stands in quotation marks.
    private func quotation(behind paragraph: Int) -> Range<Int>? {
        guard
            let tokens = analysis.document.paragraphs[(paragraph + 1)...].first(where: { $0.setAside == nil })?.tokens,
            let last = tokens.last, tokens.count > 2, analysis.document.tokens[tokens.lowerBound].kind == .quoteMark,
            analysis.document.tokens[last].kind == .quoteMark
        else { return nil }
        return tokens
    }
}
