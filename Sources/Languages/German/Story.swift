import LanguageKit

/// The candidates of the sentences read so far. Those go on that the next sentences take up.
struct Story: StoryReader {
    let analysis: AnalyzedDocument
    var candidates: [Candidate] = []
    private var turns: TurnRule
    /// The attribution that the next sentence may go on with, and the number of its paragraph.
    private var last: (candidate: Int, paragraph: Int)?
    /// Who the sentence before is of.
    private var subject: Range<Int>?

    init(_ analysis: AnalyzedDocument) {
        (self.analysis, turns) = (analysis, TurnRule(analysis: analysis))
    }

    mutating func takeTurn(_ paragraph: Int) -> Range<Int>? { turns.take(paragraph, into: &candidates) }

    func nested(in sentence: FoldedSentence) -> [Candidate] { Sentence(sentence, analysis).candidates() }

    mutating func read(_ folded: FoldedSentence) {
        let sentence = Sentence(folded, analysis),
            near = last.flatMap { folded.paragraph - $0.paragraph <= 1 ? $0.candidate : nil }
        let isQuotation = sentence.clauses.allSatisfy { $0.kind == .quote } && !sentence.clauses.isEmpty
        let found = isQuotation ? [] : sentence.candidates(), contents = found.flatMap(\.content)
        let main = sentence.clauses.first { $0.kind == .main }?.finite
        let isReported = main.map { main in
            sentence.isSubjunctive(main) && !contents.contains { $0.contains(folded.items[main].first) }
        }
        if isQuotation || isReported == true, let near {
            // „…“ and „…“ again; "Er habe nichts gewusst."
            let end = isQuotation ? folded.items.count : sentence.contentEnd(from: sentence.clauses.count - 1)
            candidates[near].content.append(folded.tokens(0..<end))
            last = (near, folded.paragraph)
        } else if isQuotation {
            // A quotation alone is whose the sentence before is.
            last = (candidates.count, folded.paragraph)
            var alone = folded.candidate(.quoteAlone, source: nil, cue: [], content: [0..<folded.items.count])
            alone.source = subject
            candidates.append(alone)
        } else {
            last = found.indices.last.map { (candidates.count + $0, folded.paragraph) }
            let subjects = sentence.clauses.indices.lazy.compactMap { sentence.mainSubject($0) }
            subject = found.last?.source ?? subjects.first.map(folded.tokens)
        }
        candidates += found
    }
}
