/// The irregular forms of a verb, as rule files give them.
package struct Inflection: Sendable, Hashable {
    package enum Doubling: String, Sendable, CaseIterable {
        /// admit → admitted
        case always
        /// signal → signalled and signaled
        case either
        /// open → opened
        case never
    }

    /// Lists that are empty stand for the regular forms of the language's `Morphology`.
    package var present: [String]
    package var thirdPerson: [String]
    package var past: [String]
    package var participle: [String]
    package var gerund: [String]
    /// Whether the last consonant is doubled before -ed and -ing; nil for what the spelling suggests.
    package var doubling: Doubling?

    package init(
        present: [String] = [], thirdPerson: [String] = [], past: [String] = [], participle: [String] = [],
        gerund: [String] = [], doubling: Doubling? = nil
    ) {
        self.present = present
        self.thirdPerson = thirdPerson
        self.past = past
        self.participle = participle
        self.gerund = gerund
        self.doubling = doubling
    }
}
