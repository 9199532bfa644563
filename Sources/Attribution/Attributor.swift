package import LanguageKit
package import Newswire
package import Rulebook
import Speakers
package import Text

/// What was found in one article.
package struct Attributions: Sendable, Equatable {
    package var quotations: [Quotation]
    package var speakers: [Speaker]
    /// The word pieces that a model read to find them; 0 where none did.
    package var pieces = 0

    /// Of a text in which none were looked for.
    package static let none = Attributions(quotations: [], speakers: [])
}

/// Finds quotations and says whose they are. Immutable: one serves all workers.
package struct Attributor: Sendable {
    private let lexicon: Lexicon
    private let rulebook: Rulebook
    private let spotter: any Spotter

    package init(rulebook: Rulebook, engine: Engine = .rules) {
        self.rulebook = rulebook
        lexicon = Lexicon(rulebook: rulebook, language: LanguagePacks.pack(of: rulebook))
        spotter = engine.spotter
    }

    package func attributions(in document: Document, published: ClosedRange<Int>? = nil) -> Attributions {
        attributions(in: document, published: published) { () throws(Never) in }
    }

    /// - Parameters:
    ///   - published: The days on which the article may have come out, since 1970-01-01; nil where nothing tells.
    ///   - checkpoint: Called again and again; what it throws ends the work.
    package func attributions<Interruption: Error>(
        in document: Document, published: ClosedRange<Int>?, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> Attributions {
        let analysis = try AnalyzedDocument(document, lexicon: lexicon, checkpoint: checkpoint)
        let spotting = try spotter.spot(analysis, checkpoint: checkpoint)
        try checkpoint()
        let sources: [Range<Int>?]
        // With a second name for them they would be copied when the first speaker is filled in.
        var quotations: [Quotation]
        (sources, quotations) = try QuotationAssembler(analysis: analysis)
            .quotations(from: spotting.candidates, checkpoint: checkpoint)
        var speakers = try SpeakerResolver.resolve(
            &quotations, sources: sources, analysis: analysis, hints: spotting.hints, checkpoint: checkpoint)
        try checkpoint()
        try SpeakerLinker(
            directory: rulebook.speakers, former: rulebook.roleRelations.former, published: published
        ).link(&speakers, checkpoint: checkpoint)
        return Attributions(quotations: quotations, speakers: speakers, pieces: spotting.pieces)
    }

    /// Who each mention is, resolved on its own as if somebody were quoted there; for measuring.
    ///
    /// - Parameter mentions: Spans of the document's text, in its order.
    package func speakers(of mentions: [Span], in document: Document) -> [Speaker?] {
        let analysis = AnalyzedDocument(document, lexicon: lexicon)
        let sources = mentions.map { analysis.tokens(within: $0) }
        return SpeakerResolver.resolve(
            sources, analysis: analysis, hints: spotter.spot(analysis) { () throws(Never) in }.hints)
    }
}
