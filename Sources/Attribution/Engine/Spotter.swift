/// Finds the quotations of a document. What a spotter finds carries who found it.
protocol Spotter: Sendable {
    func spot(_ analysis: Analysis) -> Spotting
}

/// What a spotter found, and what it cost.
struct Spotting {
    var finds: [Find]
    /// The word pieces that a model read; 0 where none did.
    var pieces = 0
}

/// Who found a quotation.
package enum Finder: Sendable, Equatable {
    case rule(Rule)
    case model

    package var rule: Rule? {
        if case .rule(let rule) = self { rule } else { nil }
    }
}
