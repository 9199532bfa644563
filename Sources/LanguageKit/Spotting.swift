/// Finds the quotations of a document. What a spotter finds carries who found it.
package protocol Spotter: Sendable {
    /// - Parameter checkpoint: Called again and again, at every paragraph, sentence or window; what it throws ends the spotting.
    func spot<Interruption: Error>(
        _ analysis: AnalyzedDocument, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> Spotting
}

/// What a spotter found, and what it cost.
package struct Spotting {
    package var candidates: [Candidate]
    /// The word pieces that a model read; 0 where none did.
    package var pieces = 0
    package var hints = MentionHints.none

    package init(candidates: [Candidate], pieces: Int = 0, hints: MentionHints = .none) {
        self.candidates = candidates
        self.pieces = pieces
        self.hints = hints
    }
}

/// Finds quotations by the constructions of the text's language: no model, and every candidate is explained by its rule.
package struct ConstructionSpotter: Spotter {
    package init() {}

    package func spot<Interruption: Error>(
        _ analysis: AnalyzedDocument, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> Spotting {
        Spotting(candidates: try analysis.lexicon.language.candidates(in: analysis, checkpoint: checkpoint))
    }
}
