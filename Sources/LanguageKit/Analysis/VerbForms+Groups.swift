package import Rulebook

extension VerbForms {
    package static let finite: VerbForms = [.base, .thirdPerson, .past]
    package static let any: VerbForms = [.base, .thirdPerson, .past, .participle, .gerund]
}
