import LanguageKit
import Rulebook
import Text

/// Finds the quotations of a document, sentence by sentence, and lets those go on that the next sentences take up.
struct GermanSpotter {
    let analysis: AnalyzedDocument

    func candidates<Interruption: Error>(checkpoint: () throws(Interruption) -> Void) throws(Interruption)
        -> [Candidate]
    {
        var story = Story()
        let folder = SentenceFolder(analysis: analysis), paragraphs = analysis.document.paragraphs
        let turns = paragraphs.indices.compactMap { turn(in: paragraphs[$0].tokens, $0) }
        let labels = Dictionary(grouping: turns, by: label).filter { $0.value.count > 1 }
        story.candidates = labels.keys.sorted().flatMap { labels[$0] ?? [] }
        for p in paragraphs.indices where paragraphs[p].setAside == nil {
            for folded in folder.sentences(ofParagraph: p) {
                try checkpoint()
                story.read(Sentence(folded, analysis))
            }
        }
        for (s, stretch) in analysis.stretches.enumerated() {
            try checkpoint()
            let folder = folder.sentences(ofStretch: s, paragraph: analysis.paragraph(of: stretch.tokens.lowerBound))
            story.candidates += folder.flatMap { Sentence($0, analysis).candidates() }
        }
        return story.candidates.filter { !$0.content.isEmpty && ($0.source != nil || !$0.cue.isEmpty) }
    }

    /// "Talbote: Warum gerade jetzt?" in an interview, where the label comes again.
    private func turn(in tokens: Range<Int>, _ paragraph: Int) -> Candidate? {
        guard let colon = tokens.dropFirst().prefix(4).first(where: { analysis.tags[$0] == .colon }) else { return nil }
        return Candidate(
            construction: .turn, source: tokens.lowerBound..<colon, cue: [colon..<colon + 1],
            content: [colon + 1..<tokens.upperBound], verbClass: .say, stance: .neutral, paragraph: paragraph,
            within: nil)
    }

    private func label(of turn: Candidate) -> String { turn.source?.map(analysis.lower).joined(separator: " ") ?? "" }
}

/// The candidates of the sentences read so far.
private struct Story {
    var candidates: [Candidate] = []
    /// The attribution that the next sentence may go on with, and the number of its paragraph.
    private var last: (candidate: Int, paragraph: Int)?
    /// Who the sentence before is of.
    private var subject: Range<Int>?

    mutating func read(_ sentence: Sentence) {
        let folded = sentence.folded, near = last.flatMap { folded.paragraph - $0.paragraph <= 1 ? $0.candidate : nil }
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
            candidates.append(sentence.make(.quoteAlone, nil, [], [0..<folded.items.count], (.say, .neutral)))
            candidates[candidates.count - 1].source = subject
        } else if let near, candidates[near].cue.isEmpty, let so = found.first(where: \.content.isEmpty) {
            // „…“ So Lund.
            (candidates[near].source, candidates[near].cue) = (so.source, so.cue)
        } else {
            let outer = Nesting.outermost(of: found.filter { !$0.content.isEmpty }).last
            let place = found.lastIndex { $0.content == outer?.content && $0.cue == outer?.cue }
            last = place.map { (candidates.count + $0, folded.paragraph) }
            let subjects = sentence.clauses.indices.lazy.compactMap { sentence.mainSubject($0) }
            subject = outer?.source ?? subjects.first.map(folded.tokens)
        }
        candidates += found
    }
}
