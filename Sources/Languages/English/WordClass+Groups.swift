import LanguageKit
import Rulebook

/// Groups of word classes that the tagger asks for. Constants: a set written where it is used is put together anew for
/// every word.
extension WordClass {
    static let pronoun: WordClass = [.subjectPronoun, .objectPronoun]
    static let pronounLike: WordClass = [.subjectPronoun, .whWord, .relative]
    /// What can stand behind an object pronoun but not behind a possessive.
    static let endsObject: WordClass = [
        .preposition, .subordinator, .coordinator, .determiner, .subjectPronoun, .whWord, .time,
    ]
    /// What begins the object of a verb.
    static let opensObject: WordClass = [
        .determiner, .possessive, .subjectPronoun, .objectPronoun, .subordinator, .whWord, .relative, .negation,
    ]
    static let opensNoun: WordClass = [.determiner, .possessive, .preposition]
    static let nounOrDeterminer: WordClass = [.nounLike, .determiner]
    static let afterBe: WordClass = [.determiner, .negation]
    static let pastForm: WordClass = [.verbPast, .verbParticiple]
    static let clearlyFinite: WordClass = [.verbPast, .verbThirdPerson]
    static let presentForm: WordClass = [.verbThirdPerson, .verbBase]
}

extension Frames {
    static let withThat: Frames = [.that, .person]
    static let withInfinitive: Frames = [.toInfinitive, .personToInfinitive, .passiveToInfinitive]
    static let closing: Frames = [.quote, .parenthetical]
    /// Frames that make a verb's second mention in a sentence the reporter's again.
    static let strong: Frames = [.quote, .that, .clause, .personOf, .personFor, .parenthetical]
}
