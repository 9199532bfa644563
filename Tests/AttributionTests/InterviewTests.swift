import TestSupport
import Testing
import Text

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import Names
@testable import Speakers

@Suite struct InterviewTests {
    private static let interview = """
        Ines Falk, harbour master: an interview

        Ms. Ines Falk has run the harbour since May.

        Why do you say that the pier is unsafe?

        I say that it is old. We believe that it will fall.

        Who built it?

        Nobody knows.

        Will it be mended?

        I hope that it will be.
        """

    private func speakers(_ text: String, _ source: String) -> [String?] {
        let finding = Finding(text)
        return finding.quotations.filter { finding.words($0.source) == source }
            .map { finding.speaker(of: $0)?.name }
    }

    @Test(arguments: ["I", "you"])
    func whoAnswersIsIInAnswersAndYouInQuestions(_ pronoun: String) {
        let found = speakers(Self.interview, pronoun)
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0 == "Ines Falk" }, "\(found)")
    }

    @Test func withoutQuestionsIIsTheAuthor() {
        let finding = Finding(Self.interview.replacing("?", with: "."))
        let found = finding.quotations.filter { finding.words($0.source) == "I" }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { finding.speaker(of: $0)?.kind == .author })
    }

    @Test func twoQuestionsMakeNoInterview() {
        let finding = Finding(Self.interview.replacing("Will it be mended?", with: "Will it be mended."))
        let found = finding.quotations.filter { finding.words($0.source) == "I" }
        #expect(found.allSatisfy { finding.speaker(of: $0)?.kind == .author })
    }

    @Test(arguments: [
        ("OB", "Otto Brandt"), ("IF", "Ines Falk"),
    ])
    func labelsAreTheInitialsOfWhoWasNamed(_ label: String, name: String) {
        let text = """
            Director Ines Falk talks to Otto Brandt about sheep.

            OB: Why sheep?

            IF: They are quiet.

            OB: And then?

            IF: They stay quiet.
            """
        let found = speakers(text, label)
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0 == name }, "\(found)")
    }

    @Test func theAOfAnInterviewIsWhoIsToldToBeSomething() {
        let text = "Director Ines Falk talks to Otto Brandt about sheep.\n\nQ: Why sheep?\n\nA: They are quiet."
        #expect(speakers(text, "A") == ["Ines Falk"])
    }

    @Test func aHostIsNobodyWhomTheHostCallsAGuest() {
        let text = "HOST: With me is Ms. Ines Falk, the host of a ship.\n\nFALK: Thank you.\n\nHOST: Is it cold?"
        let found = speakers(text, "HOST")
        #expect(!found.isEmpty && found.allSatisfy { $0 == nil }, "\(found)")
    }
}
