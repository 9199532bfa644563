package import LanguageKit
package import Rulebook
package import Text

/// English: subject, verb, object; quotation marks of both sides of the Atlantic.
package struct EnglishPack: LanguagePack {
    package let code = "en"
    package let morphology: any Morphology = EnglishMorphology()

    package init() {}

    package func tags(of tokens: [Token], classes: [WordClass]) -> [Tag] {
        Tagger(tokens: tokens, classes: classes).tags()
    }

    package func storyStart(in paragraph: Range<Int>, of document: Document, tags: [Tag]) -> Int {
        DatelineTrimmer(document: document, tags: tags).end(in: paragraph)
    }

    package func sentence(_ folded: FoldedSentence, in analysis: AnalyzedDocument) -> any SentenceGrammar {
        SentenceSpotter(analysis: analysis, sentence: folded)
    }

    package func meaning(of cue: Range<Int>, in analysis: AnalyzedDocument) -> CueMeaning {
        let reading = CueReader(analysis: analysis).read(cue)
        return CueMeaning(
            match: reading.match, verbClass: reading.verbClass, stance: reading.stance, head: reading.head)
    }

    package func reading(of candidate: Candidate, in analysis: AnalyzedDocument) -> CueReading {
        let features = VerbFeatures(of: candidate, in: analysis)
        let surroundings = features.surroundings
        return CueReading(
            cue: features.cue(surroundings: surroundings), addressee: surroundings.addressee, target: features.target,
            setting: surroundings.setting, time: surroundings.time, agent: features.agent)
    }
}
