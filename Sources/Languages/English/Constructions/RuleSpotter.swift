import LanguageKit
import Rulebook
import Text

/// Finds quotations by the constructions of English, sentence by sentence; a quotation that stands alone goes on with the
/// one before it.
struct RuleSpotter: StoryReader {
    static func candidates(in analysis: AnalyzedDocument) -> [Candidate] {
        candidates(in: analysis) { () throws(Never) in }
    }

    /// - Parameter checkpoint: Called at every paragraph, sentence and stretch; what it throws ends the work.
    static func candidates<Interruption: Error>(
        in analysis: AnalyzedDocument, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> [Candidate] {
        var spotter = RuleSpotter(analysis)
        try spotter.readAll(checkpoint: checkpoint)
        return spotter.candidates
    }

    let analysis: AnalyzedDocument
    var candidates: [Candidate] = []
    private var turns: TurnRule
    private var last = LastQuotation()

    private init(_ analysis: AnalyzedDocument) {
        self.analysis = analysis
        turns = TurnRule(analysis: analysis)
    }

    /// What a quotation that stands alone may continue.
    private struct LastQuotation {
        /// The attribution, as a place among the candidates.
        var candidate: Int?
        /// Nil before the first sentence.
        var paragraph: Int?
        /// Nothing but quotations has come since the attribution.
        var unbroken = false
        /// The subject of the last sentence without an attribution.
        var subject: Range<Int>?
    }

    mutating func takeTurn(_ paragraph: Int) -> Range<Int>? {
        let said = turns.take(paragraph, into: &candidates)
        if said != nil { last = LastQuotation() }
        return said
    }

    func nested(in sentence: FoldedSentence) -> [Candidate] { SentenceSpotter.candidates(in: sentence, analysis) }

    mutating func read(_ sentence: FoldedSentence) {
        if let stretches = Continuation(analysis: analysis).alone(sentence) {
            attach(stretches, of: sentence)
            return
        }
        let found = SentenceSpotter.candidates(in: sentence, analysis)
        let isNew = last.paragraph != sentence.paragraph
        last.paragraph = sentence.paragraph
        if let quoting = found.lastIndex(where: { $0.content.contains(where: holdsQuotation) }) {
            last.candidate = candidates.count + quoting
            last.unbroken = true
        } else {
            last.unbroken = false
            if isNew || found.contains(where: announcesQuotation) {
                last.candidate = found.isEmpty ? nil : candidates.count + found.count - 1
            }
        }
        last.subject = found.last?.source ?? mainSubject(of: sentence)
        candidates += found
    }

    private func holdsQuotation(_ range: Range<Int>) -> Bool {
        range.contains { analysis.tags[$0] == .quoteMark }
    }

    private func mainSubject(of sentence: FoldedSentence) -> Range<Int>? {
        let groups = VerbGroupFinder(analysis: analysis).groups(in: sentence)
        guard let main = groups.first(where: { $0.tag == .finite }) else { return nil }
        return SubjectFinder(analysis: analysis, sentence: sentence).subject(endingAt: main.items.lowerBound)
            .map(sentence.tokens)
    }

    /// Quotations that stand alone go to the attribution before them, or to whom the sentence before was of.
    private mutating func attach(_ stretches: [Int], of sentence: FoldedSentence) {
        let content = stretches.map { analysis.stretches[$0].tokens }
        guard let paragraph = last.paragraph, sentence.paragraph - paragraph <= 1 else { return }
        if let candidate = last.candidate,
            last.unbroken || sentence.paragraph == paragraph || announcesQuotation(candidates[candidate])
        {
            candidates[candidate].content += content
        } else if let source = last.subject {
            last.candidate = candidates.count
            candidates.append(
                Candidate(
                    construction: .quoteAlone, source: source, cue: [], content: content, verbClass: .say,
                    stance: .neutral,
                    paragraph: sentence.paragraph))
        } else {
            return
        }
        last.paragraph = sentence.paragraph
        last.unbroken = true
    }

    /// An attribution whose sentence ended with a colon or a verb of saying opens the next paragraph's quotation.
    private func announcesQuotation(_ candidate: Candidate) -> Bool {
        candidate.match?.verb.frames.contains(.quote) ?? false
    }
}
