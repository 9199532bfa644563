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

    package func candidates<Interruption: Error>(
        in analysis: AnalyzedDocument, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> [Candidate] {
        var story = Story(analysis)
        try story.readAll(checkpoint: checkpoint)
        return story.candidates.filter { !$0.content.isEmpty && ($0.source != nil || !$0.cue.isEmpty) }
    }
}
