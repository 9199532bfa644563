import LanguageKit
package import ModelSpotting

/// What finds the quotations, ready to work. One serves all workers, and goes on when the rules are read again.
package enum Engine: Sendable {
    /// Patterns over the rulebook.
    case rules
    case model(ModelEngine)

    package var model: ModelEngine? {
        if case .model(let model) = self { model } else { nil }
    }

    var spotter: any Spotter {
        switch self {
        case .rules: ConstructionSpotter()
        case .model(let model): model.spotter
        }
    }
}
