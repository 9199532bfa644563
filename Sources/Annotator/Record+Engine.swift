import Attribution
import Encoder
import ModelSpotting
import Records
import Rulebook

// What the record says of the engine.

extension Record.Producer {
    init(rulebook: Rulebook, engine: Engine, version: String, floor: ConfidenceFloor) {
        switch engine {
        case .rules:
            self.init(version: version, engine: .rules, rules: rulebook.digest, floor: floor)
        case .model(let model):
            self.init(
                version: version, engine: .model, precision: Record.Precision(model.precision), rules: rulebook.digest,
                model: model.digest, floor: floor)
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
