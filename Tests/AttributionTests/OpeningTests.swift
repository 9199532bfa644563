import TestSupport
import Testing
import Text

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

/// Where a story begins behind its dateline or byline, which are of no content.
@Suite struct OpeningTests {
    static let openings = [
        "PARIS (AP) — ", "LONDON, May 3 — ", "ELMPORT, Norland (AP) - ", "NEW YORK, Sept. 26 (UPI) -- ",
        "READING, Pa. — ",
        "Elmport (Reuters) – ", "New Elmport, May 3 — ", "ELMPORT, Norland, May 3, 2026 /PRNewswire/ -- ",
        "MOSCOW, January 21. /TASS/. ", "By Anna Reed, Staff Writer — ", "By ANNA REED\nELMPORT (AP) — ",
    ]

    /// They stand in one paragraph, since they are lines of one length; each was looked into from within the one before.
    @Test func aTextOfNothingButBylinesEnds() {
        let text = String(repeating: "By Ann Lee and Bo Berg and Cy Dahl and Di Elm and Ed Fox\n", count: 4_000)
        #expect(Finding(text).quotations.isEmpty)
    }

    @Test(arguments: openings, ["Closing the bridge was a mistake", "“Closing the bridge was a mistake,”"])
    func noContentBeginsInItsOpening(_ opening: String, _ content: String) throws {
        let comma = content.hasSuffix("”") ? " " : ", "
        let text = opening + content + comma + "Otto Brandt said."
        for finding in [Finding(text), try Finding.byModel(text)] {
            let quotation = try #require(finding.quotations.first)
            #expect(finding.quotations.count == 1)
            #expect(finding.words(quotation.content) == content)
            #expect(finding.words(quotation.source) == "Otto Brandt")
        }
    }

    @Test(arguments: [
        "NATO — the alliance — said the bridge was safe.", "By Monday Ines Falk had said the bridge was safe.",
        "By all accounts, Otto Brandt said, the bridge was safe.",
        "In Elmport (and elsewhere) – the bridge is safe, Otto Brandt said.",
        "On May 3 – the last day – Ines Falk spoke.",
        "Ines Falk (Labour) – the mayor – said the bridge was safe.", "ELMPORT", "PARIS —", "By", "By Anna Reed", "/",
        "A/B/",
    ])
    func whatIsNoDatelineIsOfTheStory(_ text: String) {
        let analysis = Finding.analysis(text + ".")
        let tokens = analysis.document.paragraphs[0].tokens
        #expect(analysis.story(ofParagraph: 0) == tokens)
    }

    @Test(arguments: ["NEW DELHI", "UPDATE"])
    func whoStandsAloneBeforeAColonHasNoTurn(_ label: String) throws {
        let text = label + ": The bridge will stay closed, Otto Brandt said.\n\nIt rained in the harbour on Monday."
        for finding in [Finding(text), try Finding.byModel(text)] {
            let quotation = try #require(finding.quotations.first)
            #expect(finding.quotations.count == 1)
            #expect(finding.words(quotation.content) == "The bridge will stay closed")
            #expect(finding.words(quotation.source) == "Otto Brandt")
        }
    }

    @Test func aBylineOfItsOwnIsNoStory() {
        #expect(Finding.analysis("By Anna Reed and Otto Brandt").story(ofParagraph: 0).isEmpty)
    }
}
