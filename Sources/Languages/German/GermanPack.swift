package import LanguageKit
package import Rulebook
package import Text

/// German: the verb second in main clauses and last in others, and speech that is told by the subjunctive.
package struct GermanPack: LanguagePack {
    package let code = "de"
    package let morphology: any Morphology = GermanMorphology()

    package init() {}

    package func tags(of tokens: [Token], classes: [WordClass]) -> [Tag] {
        Tagger(tokens: tokens, classes: classes).tags()
    }

    /// Behind "Berlin (dpa) - ": a dash with a bracket before it, among a paragraph's first words.
    package func storyStart(in paragraph: Range<Int>, of document: Document, tags: [Tag]) -> Int {
        let dash = paragraph.dropFirst().prefix(12).first { tags[$0] == .dash && tags[$0 - 1] == .closeBracket }
        return dash.map { $0 + 1 } ?? paragraph.lowerBound
    }

    package func candidates<Interruption: Error>(
        in analysis: AnalyzedDocument, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> [Candidate] {
        try GermanSpotter(analysis: analysis).candidates(checkpoint: checkpoint)
    }

    /// What the verb says of itself, and what "nicht" or "erneut" beside it do to it.
    package func reading(of candidate: Candidate, in analysis: AnalyzedDocument) -> CueReading {
        let words = candidate.cue.joined(), verb = candidate.match?.verb
        guard let first = words.first, let last = candidate.cue.last?.last else { return CueReading() }
        let isRepeated = (max(first - 2, 0)..<min(last + 2, analysis.tags.count)).contains {
            analysis.lexicon.modifiers.beginning[analysis.lower($0)]?.first?.kind == .repetition
        }
        let isPast = words.contains { analysis.classes[$0].contains(.verbPast) || analysis.tags[$0] == .have }
        let cue = Cue(
            spans: candidate.cue.map(analysis.document.span(ofTokens:)),
            lemma: verb?.lemma ?? candidate.head.flatMap { analysis.entry($0)?.noun?.lemma },
            verbClass: candidate.verbClass,
            stance: candidate.stance,
            negated: words.contains { analysis.tags[$0] == .negation } != (verb?.negates == true),
            repeated: verb?.repeats == true || isRepeated, tense: verb.map { _ in isPast ? .past : .present })
        return CueReading(cue: cue)
    }
}
