/// What tells how sure it is who speaks: what `SpeakerConfidence` weighs.
package struct SpeakerEvidence: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        // How the mention was tied to its speaker; 1 for the one of them
        case name, surname, alias, acronym, metonym, apposition, role, pronoun, relative, coordination, running,
            description
        // What the speaker is, if no person; 1 for the one of them
        case organization, group, unnamed, document, author
        /// By how much the speaker leads whoever is next, in the scores of pronouns and nouns.
        case lead
        /// Logarithm of one and how many others may be meant.
        case rivals
        /// The probability that a model gives the speaker, and the most that it gives somebody else.
        case meant, otherMeant = "other-meant"
        /// Logarithm of one and the paragraphs since the speaker was named or spoke; the same of pronouns alone, and of nouns.
        case distance
        case pronounDistance = "pronoun-distance", roleDistance = "role-distance"
        /// Named behind the mention alone, as in a lead.
        case later
        /// Named with a title somewhere: "Mr. Lee", "Lord Lee".
        case titled
        /// "she" of somebody whose gender nothing tells.
        case unknownGender = "unknown-gender"
        /// Within another quotation's words.
        case quoted
        /// How sure the one is who is quoted around "I": logarithm of odds.
        case outer
        /// Others have the same surname.
        case namesakes
        /// The share of the name's words that a model takes for a name of this kind, and of another.
        case typed, mistyped
        /// The name is one word; or more than three.
        case oneWord = "one-word", longName = "long-name"
        /// Logarithms of one and the words of the source, and of the times that the speaker is named.
        case sourceWords = "source-words", mentions
        /// How sure the source is: logarithm of odds.
        case source
        /// In the story's first paragraph.
        case headline
    }

    package private(set) var values = [Double](repeating: 0, count: Kind.allCases.count)

    private static let places = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })

    package init() {}

    package subscript(kind: Kind) -> Double {
        get { values[Self.places[kind]!] }
        set { values[Self.places[kind]!] = newValue }
    }
}
