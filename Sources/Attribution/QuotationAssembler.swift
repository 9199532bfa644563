import LanguageKit
import Newswire
import Text

/// Turns candidates into quotations: spans, kind, nesting, order.
struct QuotationAssembler {
    let analysis: AnalyzedDocument

    /// The quotations in the order of the text, and the source of each in tokens.
    ///
    /// - Parameter checkpoint: Called once a candidate; what it throws ends the work.
    func quotations<Interruption: Error>(
        from candidates: [Candidate], checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> (sources: [Range<Int>?], quotations: [Quotation]) {
        let splitter = ContentSplitter(analysis: analysis)
        var sorted = Nesting.ordered(candidates.flatMap(splitter.parts))
        var quotations: [Quotation] = []
        var sources: [Range<Int>?] = []
        quotations.reserveCapacity(sorted.count)
        for i in sorted.indices {
            try checkpoint()
            let reading = analysis.lexicon.language.reading(of: sorted[i], in: analysis)
            let source = source(of: sorted[i], reading)
            sorted[i].content = ContentEdge(analysis: analysis).trimmed(sorted[i], addressee: reading.addressee)
            sources.append(source)
            quotations.append(quotation(sorted[i], reading, source))
        }
        for (i, parent) in Nesting.parents(sorted).enumerated() { quotations[i].inside = parent }
        return (sources, quotations)
    }

    /// Whoever is told something does not say it: "she was warned that", "jury told". "The panel was told by a roofer that": he does.
    private func source(of candidate: Candidate, _ reading: CueReading) -> Range<Int>? {
        if let source = candidate.source {
            let isTold = [reading.addressee, reading.target].contains { $0.map(source.overlaps) ?? false }
            if !isTold { return SourceEdge(analysis: analysis).trimmed(source, cue: candidate.cue.first) }
        }
        return reading.agent
    }

    private func quotation(_ candidate: Candidate, _ reading: CueReading, _ source: Range<Int>?) -> Quotation {
        let span = { (tokens: Range<Int>?) in tokens.map(analysis.document.span(ofTokens:)) }
        return Quotation(
            kind: kind(of: candidate), content: spans(candidate.content), cue: reading.cue,
            source: source.map { [analysis.document.span(ofTokens: $0)] } ?? [],
            addressee: span(reading.addressee), target: span(reading.target),
            setting: span(reading.setting), time: span(reading.time), inside: nil, speaker: nil,
            resolvedBy: nil,
            confidence: candidate.confidence, construction: candidate.construction)
    }

    /// In order; stretches with only white space between them are one, and none goes over what was set aside.
    private func spans(_ ranges: [Range<Int>]) -> [Span] {
        var result: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, last.upperBound >= range.lowerBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result.flatMap(analysis.parts).map(analysis.document.span(ofTokens:))
    }

    /// Of a content's words, within quotation marks: a "that" or a bracket of the reporter's makes it no mixed one. Chosen by
    /// hand.
    private static let directShare = 0.9

    private func kind(of candidate: Candidate) -> Quotation.Kind {
        var quoted = 0, words = 0
        for range in candidate.content {
            words += analysis.wordCount(range)
            quoted += quotedWords(in: range, analysis.outermost(in: range), cue: candidate.cue.first)
        }
        if quoted == 0 { return .indirect }
        if candidate.content.contains(where: namesOutside) { return .mixed }
        return Double(quoted) >= Self.directShare * Double(words) ? .direct : .mixed
    }

    /// "Kristie “has dedicated his efforts”": the reporter's word for whom it is about.
    private func namesOutside(_ range: Range<Int>) -> Bool {
        range.contains { analysis.tags[$0] == .name && !analysis.isQuoted($0) && !isBracketed($0) }
    }

    private func isBracketed(_ i: Int) -> Bool { i > 0 && analysis.tags[i - 1] == .openBracket }

    /// The words of a range that stand in some stretches. Marks that stand around the cue, too, are somebody else's: in “She said it
    /// was over,” Falk recalled, “it was over” is Falk's word for what she said.
    private func quotedWords(in range: Range<Int>, _ stretches: some Sequence<Int>, cue: Range<Int>?) -> Int {
        stretches.reduce(0) { sum, stretch in
            let inner = analysis.stretches[stretch].inner
            guard let cue, inner.overlaps(cue) else { return sum + analysis.wordCount(inner.clamped(to: range)) }
            return sum + quotedWords(in: range, analysis.nested[stretch], cue: cue)
        }
    }
}
