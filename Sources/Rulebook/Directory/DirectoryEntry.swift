package import CivilTime

extension SpeakerDirectory {
    /// A person or a body.
    package struct Entry: Sendable, Hashable {
        package enum Kind: String, Sendable, CaseIterable, Codable { case person, organization }

        /// The user's own, such as a Wikidata item.
        package var id: String
        /// Nil where the directory does not say it: then either may be meant.
        package var kind: Kind?
        package var name: String
        package var aliases: [String]
        /// Of persons, never `either`.
        package var gender: Gender?
        /// Whatever he or she is, at any time.
        package var role: String?
        /// What he or she is or was in turn.
        package var offices: [Office]
        /// What he or she does beside, in words that tell less than an office.
        package var occupations: [String]
        /// From birth to death, or from when to when there is the body.
        package var lifetime: Period

        package init(
            id: String, kind: Kind? = nil, name: String, aliases: [String] = [], gender: Gender? = nil,
            role: String? = nil, offices: [Office] = [], occupations: [String] = [], lifetime: Period = .unknown
        ) {
            (self.id, self.kind, self.name, self.aliases, self.gender) = (id, kind, name, aliases, gender)
            (self.role, self.offices, self.occupations, self.lifetime) = (role, offices, occupations, lifetime)
        }
    }

    package struct Office: Sendable, Hashable {
        package var name: String
        /// In other languages, and of women.
        package var aliases: [String]
        /// When it was held.
        package var period: Period

        package init(name: String, aliases: [String] = [], period: Period = .unknown) {
            (self.name, self.aliases, self.period) = (name, aliases, period)
        }
    }
}
