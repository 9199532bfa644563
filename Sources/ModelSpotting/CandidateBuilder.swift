import LanguageKit
import Newswire
import Text

/// Makes candidates, in tokens, of what the decoder gives in words of a window.
struct CandidateBuilder {
    let analysis: AnalyzedDocument

    /// The confidence of quoted words that nobody is named for: of 43 on polnear-dev, 26 were a quotation.
    private static let uncued = 0.6

    func candidate(_ attribution: WordAttribution, in window: PackedWindow) -> Candidate? {
        let tokens = { (words: Range<Int>) in
            analysis.tokens(
                within: Span(window.spans[words.lowerBound].lowerBound, window.spans[words.upperBound - 1].upperBound))
        }
        let cue = attribution.cue.map(tokens).flatMap { $0.isEmpty ? nil : $0 }
        let words = attribution.contents.map { analysis.story(of: withMarks(tokens($0))) }
        let contents = Narration(analysis: analysis).removed(from: words, cue: cue).filter { !$0.isEmpty }
        guard let first = contents.first else { return nil }
        let reading = cue.map { analysis.lexicon.language.meaning(of: $0, in: analysis) }
        return Candidate(
            construction: nil,
            source: attribution.source.map { outsideQuotes(tokens($0)) }.flatMap { $0.isEmpty ? nil : $0 },
            cue: cue.map { [$0] } ?? [], content: contents, match: reading?.match, verbClass: reading?.verbClass,
            stance: reading?.stance, head: reading?.head, paragraph: analysis.paragraph(of: first.lowerBound),
            within: nil, probability: cue == nil ? Self.uncued : attribution.confidence)
    }

    /// A source ends before a quotation that goes on behind it; a nickname in quotation marks belongs to it.
    private func outsideQuotes(_ source: Range<Int>) -> Range<Int> {
        let crossing = analysis.outermost(in: source).map { analysis.stretches[$0].tokens }
            .first { $0.lowerBound > source.lowerBound && $0.upperBound > source.upperBound }
        guard let crossing else { return source }
        let end = crossing.lowerBound
        return source.lowerBound..<(analysis.document.tokens[end - 1].kind == .comma ? end - 1 : end)
    }

    /// The model finds words; a quotation mark right before them belongs to the content, and so does what stands between
    /// them and the mark that closes it.
    private func withMarks(_ words: Range<Int>) -> Range<Int> {
        guard !words.isEmpty else { return words }
        var range = words
        let around = max(range.lowerBound - 1, 0)..<min(range.upperBound + 1, analysis.document.tokens.count)
        for s in analysis.outermost(in: around) {
            let stretch = analysis.stretches[s]
            if stretch.tokens.lowerBound == range.lowerBound - 1, stretch.inner.overlaps(range) {
                range = stretch.tokens.lowerBound..<range.upperBound
            }
            guard stretch.closed, stretch.tokens.overlaps(range), stretch.tokens.upperBound > range.upperBound else {
                continue
            }
            let rest = range.upperBound..<stretch.tokens.upperBound - 1
            if rest.allSatisfy({ isPunctuation($0) }) { range = range.lowerBound..<stretch.tokens.upperBound }
        }
        return range
    }

    private func isPunctuation(_ token: Int) -> Bool {
        switch analysis.document.tokens[token].kind {
        case .comma, .stop, .question, .exclamation, .ellipsis, .dash, .semicolon, .colon, .quoteMark: true
        default: false
        }
    }
}
