import Attribution
import Journal
import Rulebook

// What the record says of the engine, and of who found what.

extension Record.FoundBy {
    init(_ finder: Finder) {
        switch finder {
        case .rule(let rule): self.init(engine: .rules, rule: rule.rawValue)
        case .model: self.init(engine: .model)
        }
    }
}

extension Record.Producer {
    init(rulebook: Rulebook, engine: Engine, version: String) {
        switch engine {
        case .rules: self.init(version: version, engine: .rules, rules: rulebook.digest)
        case .model(let model):
            self.init(
                version: version, engine: .model, precision: Record.Precision(model.precision), rules: rulebook.digest,
                model: model.digest)
        }
    }
}

extension Record.Precision {
    fileprivate init(_ precision: Precision) {
        switch precision {
        case .int8: self = .int8
        case .f32: self = .f32
        }
    }
}
