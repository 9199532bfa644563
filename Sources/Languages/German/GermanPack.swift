package import LanguageKit
package import Rulebook
package import Text

/// German: the verb second in main clauses and last in others, and speech that is told by the subjunctive.
package struct GermanPack: LanguagePack {
    package let code = "de"
    package let morphology: any Morphology = GermanMorphology()
    package let capitalizesNouns = true

    package init() {}

    package func tags(of tokens: [Token], classes: [WordClass]) -> [Tag] {
        Tagger(tokens: tokens, classes: classes).tags()
    }

    package func sentence(_ folded: FoldedSentence, in analysis: AnalyzedDocument) -> any SentenceGrammar {
        Sentence(folded, analysis)
    }
}
