/// The classes that a written word can belong to; the words around it decide which.
package struct WordClass: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let determiner = WordClass(rawValue: 1 << 0)
    package static let possessive = WordClass(rawValue: 1 << 1)
    package static let subjectPronoun = WordClass(rawValue: 1 << 2)
    package static let objectPronoun = WordClass(rawValue: 1 << 3)
    package static let preposition = WordClass(rawValue: 1 << 4)
    package static let coordinator = WordClass(rawValue: 1 << 5)
    package static let subordinator = WordClass(rawValue: 1 << 6)
    package static let relative = WordClass(rawValue: 1 << 7)
    package static let whWord = WordClass(rawValue: 1 << 8)
    package static let be = WordClass(rawValue: 1 << 9)
    package static let have = WordClass(rawValue: 1 << 10)
    package static let `do` = WordClass(rawValue: 1 << 11)
    package static let modal = WordClass(rawValue: 1 << 12)
    package static let negation = WordClass(rawValue: 1 << 13)
    package static let time = WordClass(rawValue: 1 << 14)
    package static let adverb = WordClass(rawValue: 1 << 15)
    /// Forms of verbs, by inflection.
    package static let verbBase = WordClass(rawValue: 1 << 16)
    package static let verbThirdPerson = WordClass(rawValue: 1 << 17)
    package static let verbPast = WordClass(rawValue: 1 << 18)
    package static let verbParticiple = WordClass(rawValue: 1 << 19)
    package static let verbGerund = WordClass(rawValue: 1 << 20)
    /// The dictionary form or -s form is more often a noun: "plan", "reports".
    package static let nounLike = WordClass(rawValue: 1 << 21)

    /// Words of grammar and no names, wherever they stand. "May" and "Will" are names too.
    package static let functionWord: WordClass = [
        .determiner, .possessive, .subjectPronoun, .objectPronoun, .preposition, .coordinator, .subordinator,
        .relative, .whWord, .be, .have, .do, .negation,
    ]
    package static let auxiliary: WordClass = [.be, .have, .do, .modal]
    package static let anyVerb: WordClass = [.verbBase, .verbThirdPerson, .verbPast, .verbParticiple, .verbGerund]
    package static let finiteVerb: WordClass = [.verbBase, .verbThirdPerson, .verbPast]

    /// The lists of `word-classes.yaml` that hold words as they are written.
    package static let listed: [(name: String, wordClass: WordClass)] = [
        ("determiners", .determiner), ("possessives", .possessive), ("subject-pronouns", .subjectPronoun),
        ("object-pronouns", .objectPronoun), ("prepositions", .preposition), ("coordinators", .coordinator),
        ("subordinators", .subordinator), ("relatives", .relative), ("wh-words", .whWord), ("be", .be), ("have", .have),
        ("do", .do), ("modals", .modal), ("negations", .negation), ("time-words", .time), ("adverbs", .adverb),
    ]
}

extension WordClass {
    package init(_ forms: VerbForms) {
        self = []
        if forms.contains(.base) { insert(.verbBase) }
        if forms.contains(.thirdPerson) { insert(.verbThirdPerson) }
        if forms.contains(.past) { insert(.verbPast) }
        if forms.contains(.participle) { insert(.verbParticiple) }
        if forms.contains(.gerund) { insert(.verbGerund) }
    }
}
