import LanguageKit
import Newswire
import Rulebook
import TestSupport
import Testing
import Text

@testable import Attribution

/// What the users' directory says of somebody's gender counts in who “she” and “he” are.
struct DirectoryGenderTests {
    private static let segmenter = Segmenter(rulebook: Shipped.rulebook)

    /// The last quotation's speaker.
    private func speaker(of text: String, _ entries: [SpeakerDirectory.Entry]) -> String? {
        var rulebook = Shipped.rulebook
        rulebook.speakers = SpeakerDirectory(entries)
        let found = Attributor(rulebook: rulebook).attributions(in: Self.segmenter.document(of: Article(text: text)))
        return found.quotations.last?.speaker.flatMap { found.speakers[$0].name }
    }

    @Test func aStatementCountsForMoreThanAGivenName() {
        let article = "Ines Falk met Ms. Ada Brandt in Lindemoor.\n\n“The bridge is safe,” he said."
        #expect(speaker(of: article, []) == nil)
        #expect(speaker(of: article, [.init(id: "Q1", name: "Ines Falk", gender: .male)]) == "Ines Falk")
    }

    @Test func whoIsInItIsNotTakenForSomebodyOfTheOtherGender() {
        let article = "Robin Falk came to Lindemoor.\n\n“The bridge is safe,” she said."
        #expect(speaker(of: article, [.init(id: "Q1", name: "Robin Falk", gender: .female)]) == "Robin Falk")
        #expect(speaker(of: article, [.init(id: "Q1", name: "Robin Falk", gender: .male)]) == nil)
    }

    @Test func aTitleCountsForMoreThanAStatement() {
        let article = "Mr. Robin Falk came to Lindemoor.\n\n“The bridge is safe,” he said."
        #expect(speaker(of: article, [.init(id: "Q1", name: "Robin Falk", gender: .female)]) == "Robin Falk")
    }

    @Test(
        arguments: [
            ("Robin Falk came to Lindemoor.\n\n“The bridge is safe,” she said.", StatedGender(.female, by: .pronoun)),
            ("Robin Falk came to Lindemoor.\n\n“The bridge is safe,” Falk said.", nil),
            // A given name is no statement, and neither is who was taken for it.
            ("Ines Falk came to Lindemoor.\n\n“The bridge is safe,” Falk said.", nil),
            ("Ines Falk said the bridge was safe.", nil),
        ] as [(String, StatedGender?)])
    func onlyAPronounStatesAGender(_ row: (text: String, gender: StatedGender?)) {
        let found = Attributor(rulebook: Shipped.rulebook)
            .attributions(in: Self.segmenter.document(of: Article(text: row.text)))
        #expect(found.quotations.last?.speaker.flatMap { found.speakers[$0].gender } == row.gender)
    }

    @Test func namesakesOfBothGendersSayNothing() {
        let article = "Andrea Falk met Mr. Otto Brandt in Lindemoor.\n\n“The bridge is safe,” she said."
        let both: [SpeakerDirectory.Entry] = [
            .init(id: "Q1", name: "Andrea Falk", gender: .male), .init(id: "Q2", name: "Andrea Falk", gender: .female),
        ]
        #expect(speaker(of: article, both) == speaker(of: article, []))
    }
}
