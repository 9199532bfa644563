/// Whom an import takes, and by what names.
package struct ImportOptions: Sendable {
    /// As Wikidata has them, “en”; the first in which somebody has a name gives it, the others aliases.
    package var languages: [String]
    /// What bodies must be said to be.
    package var bodies: Set<ItemID>
    /// Pages in Wikipedias and their sisters that somebody must have, namesakes of those who have them aside.
    package var minSitelinks: Int
    /// Bytes that the directory may have.
    package var largest: Int

    package init(languages: [String], bodies: Set<ItemID>, minSitelinks: Int, largest: Int) {
        (self.languages, self.bodies, self.minSitelinks, self.largest) = (languages, bodies, minSitelinks, largest)
    }
}

/// What was read of a dump, and what became of it.
package struct ImportCounts: Sendable, Equatable {
    /// Why an entity is not in the directory.
    package enum Reason: Sendable, CaseIterable {
        /// Neither a person nor a body of the kinds that are asked for.
        case otherKind
        case unnamed
        /// A person without an office and an occupation.
        case idle
        case fewSitelinks
        /// Its id was there before.
        case repeated
    }

    package internal(set) var entities = 0
    package internal(set) var persons = 0
    package internal(set) var bodies = 0
    /// Of these, who has too few sitelinks, but a name of somebody who has enough.
    package internal(set) var namesakes = 0
    package internal(set) var leftOut: [Reason: Int] = [:]
    package internal(set) var broken = 0

    package var kept: Int { persons + bodies }
}

/// Why a line of a dump, or all of it, gives nothing.
package enum ImportError: Error, Equatable {
    /// With what is wrong, as a clause.
    case brokenLine(String)
    /// More was kept than the directory may have.
    case tooLarge
}
