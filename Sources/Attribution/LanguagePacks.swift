import English
import German
package import LanguageKit
package import Rulebook

/// The languages that quotations are found in. CONTRIBUTING.md says how to add one.
package enum LanguagePacks {
    /// The first is that of texts that tell no language.
    package static let all: [any LanguagePack] = [EnglishPack(), GermanPack()]

    /// Nil for a language that has none.
    package static func pack(for code: String) -> (any LanguagePack)? { all.first { $0.code == code } }

    /// Rules are loaded only for languages that have one.
    package static func pack(of rulebook: Rulebook) -> any LanguagePack {
        guard let pack = pack(for: rulebook.language) else {
            preconditionFailure("there are rules for “\(rulebook.language)” and no pack")
        }
        return pack
    }

    /// What rule files must be told of each language.
    package static let rules = all.map { RuleLanguage(code: $0.code, morphology: $0.morphology) }
}
