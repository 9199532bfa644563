import LanguageKit
import Newswire
import Text

/// Makes candidates, in tokens, of what the decoder gives in words of a window.
struct CandidateBuilder {
    let analysis: AnalyzedDocument

    func candidate(_ attribution: WordAttribution, in window: PackedWindow) -> Candidate? {
        let cue = attribution.cue.map { tokens(of: $0, in: window) }.flatMap { $0.isEmpty ? nil : $0 }
        let contents = contents(of: attribution, in: window, cue: cue)
        guard let first = contents.first else { return nil }
        let reading = cue.map { analysis.lexicon.language.meaning(of: $0, in: analysis) }
        return Candidate(
            construction: nil,
            source: attribution.source.map { tokens(of: $0, in: window) }.flatMap { $0.isEmpty ? nil : $0 },
            cue: cue.map { [$0] } ?? [], content: contents, match: reading?.match, verbClass: reading?.verbClass,
            stance: reading?.stance, head: reading?.head, paragraph: analysis.paragraph(of: first.lowerBound),
            within: nil, probability: attribution.confidence)
    }

    /// - Parameter cue: The cue's tokens; nil for contents that go on from a window before.
    func contents(of attribution: WordAttribution, in window: PackedWindow, cue: Range<Int>?) -> [Range<Int>] {
        attribution.contents.map { analysis.story(of: withMarks(tokens(of: $0, in: window), cue: cue)) }
            .filter { !$0.isEmpty }
    }

    private func tokens(of words: Range<Int>, in window: PackedWindow) -> Range<Int> {
        analysis.tokens(
            within: Span(window.spans[words.lowerBound].lowerBound, window.spans[words.upperBound - 1].upperBound))
    }

    /// The model finds words; a quotation mark right before them belongs to the content, and so does what stands between
    /// them and the mark that closes it. In “They say it is safe,” both marks are around the cue, too, and of neither word.
    private func withMarks(_ words: Range<Int>, cue: Range<Int>?) -> Range<Int> {
        guard !words.isEmpty else { return words }
        var range = withBrackets(words)
        let around = max(range.lowerBound - 1, 0)..<min(range.upperBound + 1, analysis.document.tokens.count)
        for stretch in stretches(analysis.outermost(in: around)) {
            if let cue, stretch.inner.overlaps(cue) { continue }
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

    /// "[These were] 12 pages": a bracket that only one side of is among the words belongs to them.
    private func withBrackets(_ words: Range<Int>) -> Range<Int> {
        let brackets = words.filter { analysis.tags[$0] == .openBracket || analysis.tags[$0] == .closeBracket }
        var range = words
        if let first = brackets.first, analysis.tags[first] == .closeBracket, range.lowerBound > 0,
            analysis.tags[range.lowerBound - 1] == .openBracket
        {
            range = range.lowerBound - 1..<range.upperBound
        }
        if let last = brackets.last, analysis.tags[last] == .openBracket, range.upperBound < analysis.tags.count,
            analysis.tags[range.upperBound] == .closeBracket
        {
            range = range.lowerBound..<range.upperBound + 1
        }
        return range
    }

    /// These and all within them, from left to right.
    private func stretches(_ numbers: some Sequence<Int>) -> [QuotedStretch] {
        numbers.flatMap { [analysis.stretches[$0]] + stretches(analysis.nested[$0]) }
    }

    private func isPunctuation(_ token: Int) -> Bool {
        switch analysis.document.tokens[token].kind {
        case .comma, .stop, .question, .exclamation, .ellipsis, .dash, .semicolon, .colon, .quoteMark: true
        default: false
        }
    }
}
