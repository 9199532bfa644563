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
        let sorted = Nesting.ordered(candidates)
        var quotations: [Quotation] = []
        quotations.reserveCapacity(sorted.count)
        for candidate in sorted {
            try checkpoint()
            quotations.append(quotation(candidate))
        }
        for (i, parent) in Nesting.parents(sorted).enumerated() { quotations[i].inside = parent }
        return (sorted.map(\.source), quotations)
    }

    private func quotation(_ candidate: Candidate) -> Quotation {
        let reading = analysis.lexicon.language.reading(of: candidate, in: analysis)
        let span = { (tokens: Range<Int>?) in tokens.map(analysis.document.span(ofTokens:)) }
        return Quotation(
            kind: kind(of: candidate.content), content: spans(candidate.content), cue: reading.cue,
            source: candidate.source.map { [analysis.document.span(ofTokens: $0)] } ?? [],
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

    private func kind(of content: [Range<Int>]) -> Quotation.Kind {
        var quoted = 0, words = 0
        for range in content {
            words += analysis.wordCount(range)
            for stretch in analysis.outermost(in: range) {
                quoted += analysis.wordCount(analysis.stretches[stretch].inner.clamped(to: range))
            }
        }
        if quoted == 0 { return .indirect }
        return Double(quoted) >= Self.directShare * Double(words) ? .direct : .mixed
    }
}
