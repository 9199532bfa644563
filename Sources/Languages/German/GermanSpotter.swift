import LanguageKit
import Rulebook
import Text

/// Finds the quotations of a document, sentence by sentence, and lets those go on that the next sentences take up.
struct GermanSpotter {
    let analysis: Analysis

    func finds<Interruption: Error>(checkpoint: () throws(Interruption) -> Void) throws(Interruption) -> [Find] {
        var story = Story()
        let views = SentenceViews(analysis: analysis), paragraphs = analysis.document.paragraphs
        let turns = paragraphs.indices.compactMap { turn(in: paragraphs[$0].tokens, $0) }
        let labels = Dictionary(grouping: turns, by: label).filter { $0.value.count > 1 }
        story.finds = labels.keys.sorted().flatMap { labels[$0] ?? [] }
        for p in paragraphs.indices where paragraphs[p].setAside == nil {
            for view in views.views(ofParagraph: p) {
                try checkpoint()
                story.read(Sentence(view, analysis))
            }
        }
        for (s, stretch) in analysis.stretches.enumerated() {
            try checkpoint()
            let views = views.views(ofStretch: s, paragraph: analysis.paragraph(of: stretch.tokens.lowerBound))
            story.finds += views.flatMap { Sentence($0, analysis).finds() }
        }
        return story.finds.filter { !$0.content.isEmpty && ($0.source != nil || !$0.cue.isEmpty) }
    }

    /// "Talbote: Warum gerade jetzt?" in an interview, where the label comes again.
    private func turn(in tokens: Range<Int>, _ paragraph: Int) -> Find? {
        guard let colon = tokens.dropFirst().prefix(4).first(where: { analysis.tags[$0] == .colon }) else { return nil }
        return Find(
            rule: .turn, source: tokens.lowerBound..<colon, cue: [colon..<colon + 1],
            content: [colon + 1..<tokens.upperBound], verbClass: .say, stance: .neutral, paragraph: paragraph,
            within: -1)
    }

    private func label(of turn: Find) -> String { turn.source?.map(analysis.lower).joined(separator: " ") ?? "" }
}

/// The finds of the sentences read so far.
private struct Story {
    var finds: [Find] = []
    /// The attribution that the next sentence may go on with, and the number of its paragraph.
    private var last: (find: Int, paragraph: Int)?
    /// Who the sentence before is of.
    private var subject: Range<Int>?

    mutating func read(_ sentence: Sentence) {
        let view = sentence.view, near = last.flatMap { view.paragraph - $0.paragraph <= 1 ? $0.find : nil }
        let isQuotation = sentence.clauses.allSatisfy { $0.kind == .quote } && !sentence.clauses.isEmpty
        let found = isQuotation ? [] : sentence.finds(), contents = found.flatMap(\.content)
        let main = sentence.clauses.first { $0.kind == .main }?.finite
        let isReported = main.map { main in
            sentence.isSubjunctive(main) && !contents.contains { $0.contains(view.items[main].first) }
        }
        if isQuotation || isReported == true, let near {
            // „…“ and „…“ again; "Er habe nichts gewusst."
            let end = isQuotation ? view.items.count : sentence.contentEnd(from: sentence.clauses.count - 1)
            finds[near].content.append(view.tokens(0..<end))
            last = (near, view.paragraph)
        } else if isQuotation {
            // A quotation alone is whose the sentence before is.
            last = (finds.count, view.paragraph)
            finds.append(sentence.make(.quoteAlone, nil, [], [0..<view.items.count], (.say, .neutral)))
            finds[finds.count - 1].source = subject
        } else if let near, finds[near].cue.isEmpty, let so = found.first(where: \.content.isEmpty) {
            // „…“ So Lund.
            (finds[near].source, finds[near].cue) = (so.source, so.cue)
        } else {
            let outer = Nesting.outermost(of: found.filter { !$0.content.isEmpty }).last
            let place = found.lastIndex { $0.content == outer?.content && $0.cue == outer?.cue }
            last = place.map { (finds.count + $0, view.paragraph) }
            let subjects = sentence.clauses.indices.lazy.compactMap { sentence.mainSubject($0) }
            subject = outer?.source ?? subjects.first.map(view.tokens)
        }
        finds += found
    }
}
