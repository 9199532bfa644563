package import Encoder

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
        case .rules: RuleSpotter()
        case .model(let model): model.spotter
        }
    }
}

/// A trained model that finds quotations, loaded.
package struct ModelEngine: Sendable {
    package var name: String
    package var version: String
    /// "sha256:" and the digest of its weights.
    package var digest: String
    package var precision: Precision
    let spotter: any Spotter

    init(name: String, version: String, digest: String, precision: Precision, spotter: any Spotter) {
        self.name = name
        self.version = version
        self.digest = digest
        self.precision = precision
        self.spotter = spotter
    }
}
