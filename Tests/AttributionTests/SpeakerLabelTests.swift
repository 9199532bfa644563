import Testing
import Text

@testable import English
@testable import LanguageKit

/// Who speaks in printed conversations, as they are set in interviews, transcripts and hearings.
@Suite struct SpeakerLabelTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        /// "SPEAKER: what is said", with " / " between paragraphs.
        var turns: [String]
        var testDescription: String { turns.first ?? text }

        init(_ paragraphs: [String], _ turns: [String]) {
            text = paragraphs.joined(separator: "\n\n")
            self.turns = turns
        }
    }

    static let conversations = [
        Row(
            ["Holm came late.", "Q: Why now?", "A: It was finished.", "It had to be.", "Q: And then?", "A: Nothing."],
            ["Q: Why now?", "A: It was finished. / It had to be.", "Q: And then?", "A: Nothing."]),
        Row(
            [
                "INES FALK, HOST: The dam is down.", "(SOUNDBITE OF WATER)", "TOM HOLM: I see a bathtub.",
                "FALK: Others see a river.",
            ],
            ["INES FALK, HOST: The dam is down.", "TOM HOLM: I see a bathtub.", "FALK: Others see a river."]),
        Row(
            [
                "The Quay: Is it safe?", "Ines Falk (harbour office): It is.", "Falk gets up.", "The Quay: For whom?",
                "Falk: For ships.", "Falk: And for gulls.", "Falk has been harbour master since 2011.",
            ],
            [
                "The Quay: Is it safe?", "Ines Falk (harbour office): It is.", "The Quay: For whom?",
                "Falk: For ships.", "Falk: And for gulls.",
            ]),
        Row(
            ["[00:04] Dele: Are we rolling?", "[00:15] Runa: We are.", "[00:18] Dele: Good.", "[00:20] Runa: Go on."],
            ["Dele: Are we rolling?", "Runa: We are.", "Dele: Good.", "Runa: Go on."]),
        Row(
            ["Q112 Chair: Order.", "Dr Falk: Good morning, Chair.", "Q113 Chair: Why?", "Dr Falk: It leaked."],
            ["Chair: Order.", "Dr Falk: Good morning, Chair.", "Chair: Why?", "Dr Falk: It leaked."]),
        Row(
            [
                "Interviewer — What is it?", "Terzi — A heater.", "Interviewer — And that?",
                "Terzi — A window with me in it.",
            ],
            [
                "Interviewer: What is it?", "Terzi: A heater.", "Interviewer: And that?",
                "Terzi: A window with me in it.",
            ]),
        Row(
            [
                "Dom Strand", "I begin with an accusation.", "Efua Lind", "Begin.", "Dom Strand", "The soup.",
                "Efua Lind", "It is mine.",
            ],
            [
                "Dom Strand: I begin with an accusation.", "Efua Lind: Begin.", "Dom Strand: The soup.",
                "Efua Lind: It is mine.",
            ]),
        Row(
            ["You saved two.", "ID Never.", "Did it go in?", "ID It did.", "And then?", "ID Thank you."],
            ["ID: Never.", "ID: It did.", "ID: Thank you."]),
        Row(
            ["THE PRESIDENT: No.", "QUESTION", "Why not?", "THE PRESIDENT: You know why.", "QUESTION", "Do I?"],
            ["THE PRESIDENT: No.", "QUESTION: Why not?", "THE PRESIDENT: You know why.", "QUESTION: Do I?"]),
    ]

    static let others = [
        ["NEW DELHI: The fares stay, the minister said.", "They were raised in May."],
        ["THE CLAIM: The bridge is closed.", "THE FACTS: It has been open since Monday."],
        ["WHAT HAPPENED: The dam broke.", "WHAT IT MEANS: Nobody has water."],
        ["Venue: Town Hall", "Cost: 5 pounds", "Venue: Old Quay", "Cost: free"],
        [
            "UK ministers met.", "They left.", "It rained.", "UK Steel closed.", "They came.", "It rained.",
            "UK Coal closed.",
        ],
        ["LONDON — Holm came late.", "He left early."],
    ]

    @Test(arguments: conversations)
    func readsTurns(_ row: Row) {
        let analysis = Finding.analysis(row.text)
        let found = EnglishPack().candidates(in: analysis).filter { $0.construction == .turn }
        let text = { (tokens: Range<Int>) in analysis.document.text(analysis.document.span(ofTokens: tokens)) }
        let turns = found.map { turn in
            (turn.source.map(text) ?? "") + ": " + turn.content.map(text).joined(separator: " / ")
        }
        #expect(turns == row.turns)
    }

    @Test(arguments: others)
    func seesNoConversation(_ paragraphs: [String]) {
        #expect(SpeakerLabels(Finding.analysis(paragraphs.joined(separator: "\n\n"))).isEmpty)
    }

    @Test func readsWhatOthersSaidWithinATurn() {
        let found = Finding("FALK: Holm said that the bridge was closed.\n\nLEE: He did not.")
        #expect(found.quotations.map { found.words($0.content) }.contains("that the bridge was closed"))
    }
}
