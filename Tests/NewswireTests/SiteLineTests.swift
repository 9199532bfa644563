import TestSupport
import Testing

@testable import Newswire

/// Which paragraphs are a site's and not the story's: rather one too many is kept than one lost.
@Suite struct SiteLineTests {
    private func paragraph(_ text: String, linked: Int = 0) -> PageBlock {
        PageBlock(
            kind: .paragraph, text: text, owner: 0, nodes: 0..<1, size: TextWeight.of(text), linked: linked,
            links: linked > 0 ? 1 : 0)
    }

    @Test(arguments: [
        "Advertisement", "READ MORE: Bridge shut", "Sign up for our morning newsletter.", "© 2026 Strait News",
        "Follow us on Twitter.", "All rights reserved.", "Updated: November 20, 2026 8:00 AM",
        "Last modified 3 May 2026",
        "<img src=\"a.png\">", "Related articles",
    ])
    func linesOfSitesAreTold(text: String) {
        #expect(words.siteLines.isOne(paragraph(text)))
    }

    @Test(arguments: [
        "Copyright law has been on the council's table for a year.", "“Sign up for our walk,” she said, and laughed.",
        "Contact tracing ended in May.", "He posted 3 letters.", "June 5", "Yes, really.",
        "For more than 20 years the bridge was shut.", "The minister's comments came late.",
        "“Join the conversation and follow us on our way,” he told them.", "More is to come, the police said.",
    ])
    func sentencesOfStoriesAreNot(text: String) {
        #expect(!words.siteLines.isOne(paragraph(text)))
        #expect(!words.siteLines.isOne(paragraph(text, linked: 4)))
    }

    @Test(arguments: [
        ("By Bo Ek", true), ("20 November 2026, 8 am", true), ("By then it was dark.", false), ("Rain", false),
    ])
    func bylinesAndDatesStandAtTheEdges(text: String, isDateline: Bool) {
        #expect(words.siteLines.isDateline(paragraph(text)) == isDateline)
    }

    @Test func aHeadingOverCommentsEndsAStory() {
        func heading(_ text: String) -> PageBlock {
            var block = paragraph(text)
            block.kind = .heading(2)
            return block
        }
        let story = paragraph("It rained for the whole of the night, and in the morning the river stood in the street.")
        let bounds = StoryBounds(title: "Rain", comments: words.comments)
        for end in ["3 Comments", "Leave a Reply", "User comments", "Deixe uma resposta"] {
            #expect(bounds.cut([story, heading(end), story]) == [story], "\(end)")
        }
        let inner = [story, heading("The minister's comments"), story]
        #expect(bounds.cut(inner) == inner)
    }
}
