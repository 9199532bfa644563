import Newswire
import TestSupport
import Testing
import Text

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

/// What does not belong to a content though it stands next to it, or in the middle.
@Suite struct ContentTests {
    @Test(arguments: [
        "Ines Falk laughed at the plan. “Never,” she said. “Not in a hundred years.”",
        "Tom Ray was less kind: “Never,” he said.", "Tom Ray, 34, was less kind. “Never,” he said.",
    ])
    func aSentenceBeforeTheQuotationIsNoneOfIt(_ text: String) throws {
        for finding in [Finding(text), try Finding.byModel(text)] {
            let quotation = try #require(finding.quotations.first)
            #expect(quotation.kind == .direct)
            #expect(finding.words(quotation.content).hasPrefix("“Never,”"))
        }
    }

    /// What she said is told in Falk's words.
    @Test(arguments: [
        ("“My mother said it was over,” Falk recalled.", Quotation.Kind.indirect),
        ("“My mother said, ‘It is over,’” Falk recalled.", .direct),
        ("“My mother said it was ‘over and done,’” Falk recalled.", .mixed),
    ])
    func marksAroundTheCueTooMakeNoDirectQuotation(_ text: String, _ kind: Quotation.Kind) throws {
        for finding in [Finding(text), try Finding.byModel(text)] {
            #expect(finding.quotations.map(\.kind) == [.direct, kind], "\(finding.quotations.map(\.content))")
        }
    }

    @Test func wordsThatBeginAQuotationsSentenceStay() throws {
        let finding = Finding("The bridge was “as safe as a house,” Ines Falk said.")
        #expect(finding.quotations.map { finding.words($0.content) } == ["The bridge was “as safe as a house,”"])
    }

    @Test(arguments: ["Advertisement", "Photo: The bridge in winter (Anna Reed)"])
    func aQuotationGoesOnBehindWhatIsSetAside(_ aside: String) throws {
        let begin = "“Nobody can afford this bridge,” said Ines Falk, the mayor."
        let finding = Finding(begin + "\n\n" + aside + "\n\n“And nobody ever will.”")
        #expect(finding.document.setAside.count == 1)
        #expect(
            finding.quotations.map { finding.words($0.content) } == [
                "“Nobody can afford this bridge,” / “And nobody ever will.”"
            ])
    }

    @Test func aSentenceGoesOnBehindACaption() throws {
        let (begin, end) = ("“Nobody has ever", "had the nerve to close it before,”")
        let finding = Finding(
            "Ines Falk came.\n\n" + begin + "\n\nPhoto: The bridge in winter (Anna Reed)\n\n" + end
                + " Otto Brandt said.")
        let quotation = try #require(finding.quotations.first)
        #expect(finding.quotations.count == 1)
        #expect(finding.words(quotation.content) == begin + " / " + end)
        #expect(finding.words(quotation.source) == "Otto Brandt")
    }

    @Test(arguments: ["Had the nerve to close it before,” Otto Brandt said.", "it rained in the harbour, he said."])
    func anotherParagraphIsNoPartOfTheSentence(_ next: String) {
        let analysis = Finding.analysis(
            "“Nobody has ever\n\nPhoto: The bridge in winter (Anna Reed)\n\n" + next)
        #expect(analysis.story(ofParagraph: 0).count == 4)
    }

    /// The model reads on over a caption that was set aside, as a reader does.
    @Test func noSpanOfAContentHoldsWhatIsSetAside() throws {
        let (begin, end) = ("“Nobody has ever", "had the nerve to close it before,”")
        let caption = "Photo: The bridge in winter (Anna Reed)"
        let content = begin + "\n\n" + caption + "\n\n" + end
        let hand = try HandCandidate(content + " Falk said.", source: "Falk", cue: "said", content: content)
        let quotation = try #require(
            QuotationAssembler(analysis: hand.analysis).quotations(from: [hand.candidate]) { () throws(Never) in }
                .quotations.first)
        #expect(hand.analysis.document.setAside.count == 1)
        #expect(quotation.content.map { hand.words($0) } == [begin, end])
    }
}
