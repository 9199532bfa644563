/// Finds the quotations of a document. What a spotter finds carries who found it.
protocol Spotter: Sendable {
    func spot(_ analysis: Analysis) -> Spotting
}

/// What a spotter found, and what it cost.
struct Spotting {
    var finds: [Find]
    /// The word pieces that a model read; 0 where none did.
    var pieces = 0
    var hints = MentionHints.none
}
