package import Rulebook

extension VerbClass {
    /// The class whose verb this is a form of: "said" is one of `say`, "denies" of `deny`.
    package init?(form word: String) {
        let word = word.lowercased()
        guard let found = Self.allCases.first(where: { $0.forms[word] != nil }) else { return nil }
        self = found
    }

    private var forms: [String: VerbForms] {
        let inflection =
            switch self {
            case .say: Inflection(past: ["said"])
            case .tell: Inflection(past: ["told"])
            case .write: Inflection(past: ["wrote"], participle: ["written"])
            case .admit: Inflection(doubling: .always)
            case .feel: Inflection(past: ["felt"])
            case .show: Inflection(participle: ["shown", "showed"])
            case .learn: Inflection(past: ["learned", "learnt"])
            default: Inflection()
            }
        return inflection.forms(of: rawValue)
    }
}
