import LanguageKit
import Text

/// The subject of a passive, who is told or accused: "**jurors** were told", "**the mayor** has been accused of".
struct PassiveSubject {
    let analysis: AnalyzedDocument

    func tokens(of chain: VerbChain) -> Range<Int>? {
        let sentence = sentence(endingAt: chain.tokens.lowerBound)
        guard !sentence.items.isEmpty else { return nil }
        let subjects = SubjectFinder(analysis: analysis, sentence: sentence)
        return subjects.subject(endingAt: sentence.items.count).map(sentence.tokens).flatMap(trimmed)
    }

    /// In tokens: no subject is longer, and a sentence of a megabyte must not be walked for each of its verbs.
    private static let longest = 60

    /// The words of the sentence before a token, its quotations folded; those of the quotation that it stands in.
    private func sentence(endingAt end: Int) -> FoldedSentence {
        let start = max(analysis.sentenceTokens(of: end).lowerBound, end - Self.longest)
        let opening = analysis.isQuoted(end) ? (start..<end).last { analysis.tags[$0] == .quoteMark } : nil
        var items: [Item] = []
        var i = opening.map { $0 + 1 } ?? start
        while i < end {
            let stretch = opening == nil ? analysis.outermost(in: i..<i + 1).first { begins($0, i, end) } : nil
            let next = stretch.map { analysis.stretches[$0].tokens.upperBound } ?? i + 1
            items.append(
                Item(tag: stretch == nil ? analysis.tags[i] : .quote, tokens: i..<next, stretch: stretch))
            i = next
        }
        return FoldedSentence(
            items: items, paragraph: analysis.paragraph(of: end), within: nil, startsParagraph: false)
    }

    private func begins(_ stretch: Int, _ token: Int, _ end: Int) -> Bool {
        let tokens = analysis.stretches[stretch].tokens
        return tokens.lowerBound == token && tokens.upperBound <= end
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var range = range
        while let last = range.last, analysis.document.tokens[last].kind == .comma { range.removeLast() }
        return range.isEmpty || analysis.tags[range.lowerBound] == .relative ? nil : range
    }
}
