package import Language
package import Rulebook

/// What was found in one article.
package struct Attributions: Sendable, Equatable {
    package var quotations: [Quotation]
    package var speakers: [Speaker]
}

/// Finds quotations and says whose they are. Immutable: one serves all workers.
package struct Attributor: Sendable {
    private let lexicon: Lexicon
    private let rulebook: Rulebook
    private let spotter: any Spotter

    package init(rulebook: Rulebook) {
        self.rulebook = rulebook
        lexicon = Lexicon(rulebook: rulebook)
        spotter = RuleSpotter()
    }

    package func attributions(in document: Document) -> Attributions {
        let analysis = Analysis(document, lexicon: lexicon)
        let (sources, found) = Assembly(analysis: analysis).quotations(from: spotter.finds(in: analysis))
        var quotations = found
        let speakers = SpeakerResolver.resolve(&quotations, sources: sources, analysis: analysis)
        return Attributions(quotations: quotations, speakers: speakers)
    }
}
