/// What finds the quotations.
package enum Engine: String, Sendable, CaseIterable {
    case rules, model

    /// Why it cannot be used; nil where it can.
    package var problem: String? {
        switch self {
        case .rules: nil
        case .model: "the model engine was asked for, but no model is installed yet"
        }
    }

    package static let remedy = "use --engine rules, which is the default and needs no model"
}
