/// Finds the quotations of a document. What a spotter finds carries who found it.
protocol Spotter: Sendable {
    /// - Parameter checkpoint: Called again and again, at every paragraph, sentence or window; what it throws ends the spotting.
    func spot<Interruption: Error>(
        _ analysis: Analysis, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> Spotting
}

/// What a spotter found, and what it cost.
struct Spotting {
    var finds: [Find]
    /// The word pieces that a model read; 0 where none did.
    var pieces = 0
    var hints = MentionHints.none
}
