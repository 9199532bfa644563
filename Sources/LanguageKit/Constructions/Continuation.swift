import Rulebook

/// Quotations that stand alone: the rest of one begun before (“…,” X said. “…”), the next paragraph of a long one, or
/// one whose speaker is in the sentence before.
struct Continuation {
    let analysis: AnalyzedDocument
    /// The attribution that quotations go on with, as a place among the candidates.
    private var quoting: Int?
    /// The last attribution of the last sentence, which reported speech goes on with.
    private var reporting: Int?
    /// Of the last sentence; nil before the first.
    private var paragraph: Int?
    /// Nothing but quotations has come since the attribution.
    private var isUnbroken = false
    /// Who the last sentence was of.
    private var subject: Range<Int>?

    init(analysis: AnalyzedDocument) { self.analysis = analysis }

    /// Takes a sentence of nothing but quotations: they go to the attribution before them, or to whom the sentence before
    /// was of.
    ///
    /// - Returns: False for any other sentence.
    mutating func take(_ sentence: FoldedSentence, into candidates: inout [Candidate]) -> Bool {
        guard let stretches = stretches(of: sentence) else { return false }
        guard isNear(sentence) else { return true }
        let content = stretches.map { analysis.stretches[$0].tokens }
        if let quoting, isUnbroken || sentence.paragraph == paragraph || announcesQuotation(candidates[quoting]) {
            candidates[quoting].content += content
        } else if let subject {
            quoting = candidates.count
            candidates.append(
                Candidate(
                    construction: .quoteAlone, source: subject, cue: [], content: content, verbClass: .say,
                    stance: .neutral, paragraph: sentence.paragraph))
        } else {
            return true
        }
        (paragraph, isUnbroken, reporting) = (sentence.paragraph, true, quoting)
        return true
    }

    /// Takes a sentence of reported speech ("Er habe nichts gewusst."): it goes to the attribution right before it.
    ///
    /// - Returns: False where there is none.
    mutating func take(
        reported content: Range<Int>, of sentence: FoldedSentence, into candidates: inout [Candidate]
    ) -> Bool {
        guard let reporting, isNear(sentence) else { return false }
        candidates[reporting].content.append(content)
        paragraph = sentence.paragraph
        return true
    }

    /// Takes note of a sentence with words of its own.
    ///
    /// - Parameters:
    ///   - found: What was found in it.
    ///   - count: How many candidates were found before.
    mutating func note(_ sentence: FoldedSentence, _ found: [Candidate], after count: Int, subject: Range<Int>?) {
        let quoted = found.lastIndex { $0.content.contains(where: holdsQuotation) }
        isUnbroken = quoted != nil
        reporting = found.isEmpty ? nil : count + found.count - 1
        if isUnbroken || sentence.paragraph != paragraph || found.contains(where: announcesQuotation) {
            quoting = quoted.map { count + $0 } ?? reporting
        }
        (paragraph, self.subject) = (sentence.paragraph, subject)
    }

    private func isNear(_ sentence: FoldedSentence) -> Bool {
        paragraph.map { sentence.paragraph - $0 <= 1 } == true
    }

    private func holdsQuotation(_ range: Range<Int>) -> Bool { range.contains { analysis.tags[$0] == .quoteMark } }

    /// An attribution whose sentence ended with a colon or a verb of saying opens the next paragraph's quotation.
    private func announcesQuotation(_ candidate: Candidate) -> Bool {
        candidate.match?.verb.frames.contains(.quote) ?? false
    }

    /// The quoted stretches that make up a whole folded sentence, or nil if there is more to it than them.
    private func stretches(of sentence: FoldedSentence) -> [Int]? {
        guard sentence.within == nil else { return nil }
        var stretches: [Int] = []
        for item in sentence.items {
            switch item.tag {
            case .quote: stretches += [item.stretch].compactMap(\.self)
            case .stop, .comma, .dash, .ellipsis, .coordinator, .quoteMark, .symbol: break
            default: return nil
            }
        }
        guard let first = stretches.first else { return nil }
        return analysis.wordCount(analysis.stretches[first].tokens) >= 2 ? stretches : nil
    }
}
