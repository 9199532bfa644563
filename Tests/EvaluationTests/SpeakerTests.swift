import Testing

@testable import Evaluation

@Suite struct SpeakerTests {
    @Test(arguments: [
        ("Dr. Álvaro Núñez", ["alvaro", "nunez"]), ("The Bank of Lomar, Inc.", ["bank", "lomar"]),
        ("STRAẞE 12", ["strasse", "12"]), ("snake_case", ["snake", "case"]), ("ﬁve ½", ["five", "1", "2"]),
        ("Lund’s", ["lund", "s"]), ("Sir", []), ("", []),
    ])
    func aNameIsItsWordsWithoutCaseAccentsAndTitles(_ name: String, words: [String]) {
        #expect(NameComparison.words(name) == words)
    }

    @Test(arguments: [
        ("Ada Lund", "Lund", true), ("Lund", "Jan Lund", true), ("Ada Lund", "Jan Lund", false),
        ("Ada B. Lund", "B. Lund", true), ("Ada Lund", "Ada Ek", false), ("Lund Ada", "Ada Lund", true),
        ("Ada Lund", nil, false), ("Mr", "Mr", false),
    ])
    func aPersonIsTheSurnameAndNoOtherGivenName(_ name: String, other: String?, isSame: Bool) {
        #expect(NameComparison.isSamePerson(name, other) == isSame)
    }

    @Test(arguments: [
        ("Lomar Harbour Board", "the harbour board", true), ("Board of Lomar", "Lomar Board Ltd", true),
        ("Lomar Harbour Board", "Lomar Council", false), ("Lomar", nil, false),
    ])
    func aBodyIsOneWhoseWordsAreAllInTheOther(_ name: String, other: String?, isSame: Bool) {
        #expect(NameComparison.isSameBody(name, other) == isSame)
    }

    private static let (lund, pair) = (
        MarkedSpeaker(kind: .person, name: "Ada Lund"), MarkedSpeaker(kind: .person, name: "Ada Lund; Jan Ek")
    )

    @Test(arguments: [
        (lund, MarkedSpeaker(kind: .unnamed, name: "Lund"), true), (lund, MarkedSpeaker(kind: .person), false),
        (lund, nil, false), (pair, MarkedSpeaker(kind: .group), true), (pair, MarkedSpeaker(kind: .unnamed), false),
        (MarkedSpeaker(kind: .organization, name: "Lomar"), MarkedSpeaker(kind: .group, role: "Lomar council"), true),
        (MarkedSpeaker(kind: .organization, name: "Lomar"), MarkedSpeaker(kind: .person, name: "Lomar"), false),
        (MarkedSpeaker(kind: .unnamed, role: "a nurse"), lund, false),
        (MarkedSpeaker(kind: .unnamed, role: "a nurse"), MarkedSpeaker(kind: .document), true),
        (MarkedSpeaker(kind: .document, role: "report"), nil, true), (nil, nil, true), (nil, lund, false),
        (MarkedSpeaker(kind: .organization, role: "a council"), nil, false),
    ])
    func aSpeakerIsRightByNameOrWithoutOne(_ mark: MarkedSpeaker?, find: MarkedSpeaker?, isRight: Bool) {
        #expect(MarkedSpeaker.isRight(find, for: mark) == isRight)
    }

    @Test(
        arguments: [
            ("Dr. Lund", MentionForm.name), ("she", .pronoun), ("the minister", .description), ("“…”", nil),
        ] as [(String, MentionForm?)])
    func aMentionIsANameAPronounOrADescription(_ mention: String, form: MentionForm?) {
        #expect(MentionForm(of: mention, for: "Ada Lund") == form)
    }
}
