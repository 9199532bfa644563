/// A verb or verb phrase that reports what somebody said, thought, wrote or showed.
package struct ReportingVerb: Sendable, Hashable {
    /// Dictionary form of the first word, then what belongs to it: "say", "point out", "make clear".
    package var lemma: String
    /// What follows the inflected word: "out" in "point out"; empty for most.
    package var rest: PhrasePattern
    package var verbClass: VerbClass
    package var stance: Stance
    package var frames: Frames
    /// True where the verb itself negates what is said: "deny", "rule out".
    package var negates: Bool
    /// True where the verb itself says that it was said before: "reiterate".
    package var repeats: Bool
    /// How often this verb in one of its frames reports something, from 0 to 1; nil where nothing is known.
    package var certainty: Double?

    package init(
        lemma: String, rest: PhrasePattern = PhrasePattern(""), verbClass: VerbClass, stance: Stance = .neutral,
        frames: Frames,
        negates: Bool = false, repeats: Bool = false, certainty: Double? = nil
    ) {
        self.lemma = lemma
        self.rest = rest
        self.verbClass = verbClass
        self.stance = stance
        self.frames = frames
        self.negates = negates
        self.repeats = repeats
        self.certainty = certainty
    }
}

/// The stance that the reporter takes, by the choice of verb, to what is reported.
package enum Stance: String, Sendable, CaseIterable, Codable {
    case neutral, distancing, endorsing, challenging
}

/// The kind of speech act or attitude.
package enum VerbClass: String, Sendable, CaseIterable, Codable {
    case say, tell, write, ask, answer, add, announce, allege, accuse, deny, admit, warn, promise, demand, suggest
    case argue, agree, disagree, praise, criticize, describe, explain, believe, feel, want, predict, show, learn, quote
}

/// The constructions a reporting verb is found in. X is the source, Y an addressee or target.
package struct Frames: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// "…," X said; X said, "…"; X: said "…"
    package static let quote = Frames(rawValue: 1 << 0)
    /// "…," said X
    package static let inversion = Frames(rawValue: 1 << 1)
    /// X said that S
    package static let that = Frames(rawValue: 1 << 2)
    /// X said S, without "that"
    package static let clause = Frames(rawValue: 1 << 3)
    /// X asked whether S, explained how S
    package static let wh = Frames(rawValue: 1 << 4)
    /// S, X said: the verb closes or breaks a sentence that is its content
    package static let parenthetical = Frames(rawValue: 1 << 5)
    /// X told Y that S: a person stands between verb and content
    package static let person = Frames(rawValue: 1 << 6)
    /// X vowed to V
    package static let toInfinitive = Frames(rawValue: 1 << 7)
    /// X urged Y to V; X called on Y to V
    package static let personToInfinitive = Frames(rawValue: 1 << 8)
    /// X accused Y of V-ing
    package static let personOf = Frames(rawValue: 1 << 9)
    /// X criticized Y for V-ing
    package static let personFor = Frames(rawValue: 1 << 10)
    /// X described Y as Z
    package static let personAs = Frames(rawValue: 1 << 11)
    /// X called Y Z
    package static let objectComplement = Frames(rawValue: 1 << 12)
    /// X denied the charges: the object is what is said
    package static let object = Frames(rawValue: 1 << 13)
    /// X denied shooting, suggested leaving
    package static let gerund = Frames(rawValue: 1 << 14)
    /// X warned of floods, spoke about taxes, commented on it: a preposition opens the content
    package static let preposition = Frames(rawValue: 1 << 15)
    /// X is said to V: who says it stands after "by" or nowhere
    package static let passiveToInfinitive = Frames(rawValue: 1 << 16)

    /// Names in the rule files, in the order that error messages list them.
    package static let named: [(name: String, frame: Frames)] = [
        ("quote", .quote), ("inversion", .inversion), ("that", .that), ("clause", .clause), ("wh", .wh),
        ("parenthetical", .parenthetical), ("person", .person), ("to-infinitive", .toInfinitive),
        ("person-to-infinitive", .personToInfinitive), ("person-of", .personOf), ("person-for", .personFor),
        ("person-as", .personAs), ("object-complement", .objectComplement), ("object", .object), ("gerund", .gerund),
        ("preposition", .preposition), ("passive-to-infinitive", .passiveToInfinitive),
    ]
}

/// The inflections of a verb's first word that a written form can be.
package struct VerbForms: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let base = VerbForms(rawValue: 1)  // say
    package static let thirdPerson = VerbForms(rawValue: 2)  // says
    package static let past = VerbForms(rawValue: 4)  // said
    package static let participle = VerbForms(rawValue: 8)  // said (has said, was said)
    package static let gerund = VerbForms(rawValue: 16)  // saying
}
