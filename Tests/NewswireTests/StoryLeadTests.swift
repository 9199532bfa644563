import TestSupport
import Testing

@testable import Newswire

/// What stands between a page's headline and the element of its story.
@Suite struct StoryLeadTests {
    private let lead = "The council of Norvik closes the only hall in which people can swim in winter."
    private let story = [
        "The swimming hall at Norvik will close on Friday, the council decided after a debate of five hours.",
        "“We have heated the sea for years,” said Councillor Ruth Amdal, who had asked for the vote.",
        "The swimmers’ club said that it would look for another hall before the winter begins.",
    ]

    private func read(_ above: String, before: String = "") throws -> [String] {
        let page = """
            <!DOCTYPE html><html lang="en"><head><title>Norvik closes its hall | Norvik Mail</title></head><body>\(before)
            <main><article>\(above)<div class="article-body">\(story.map { "<p>\($0)</p>" }.joined())</div></article></main></body></html>
            """
        let article = try #require(try Newswire.read(bytes: Array(page.utf8)).articles.first)
        return article.text.split(separator: "\n\n").dropFirst().map(String.init)
    }

    private let headline = "<h1>Norvik closes its hall</h1>"

    @Test(arguments: [
        "<header>H<div class='lead'><p>L</p></div></header>",
        "H<div class='teaser-text' itemprop='description'><p>L</p></div>",
        "H<ul><li>L</li></ul>", "H<div class='standfirst'>L</div><p class='byline'>By Siv Dahl</p>",
        "H<h2>L</h2><div><img src='a.jpg'></div>",
    ])
    func aLeadIsAPartOfTheStory(_ above: String) throws {
        let above = above.replacing("H", with: headline).replacing("L", with: lead)
        #expect(try read(above) == [lead] + story)
    }

    @Test(arguments: [
        "H<p class='byline'>By Siv Dahl and Finn Hauge on Monday, November 18th, 2026 at 11:04 a.m.</p>",
        "H<figure><img src='a.jpg'><p>The hall as it was seen from the sea on the day of the vote.</p></figure>",
        "H<div class='promo'><p>Read our weekly letter about the sea and all that swims in it.</p></div>",
        "H<p><a href='/w'>A whale of nine metres came into the sound on Sunday, as it had done before.</a></p>",
        "<p>Norvik Mail is the only paper of the town, and has been so for a hundred years.</p>H",
    ])
    func whatIsNoLeadIsLeftOut(_ above: String) throws {
        let read = try read(above.replacing("H", with: headline)).filter { !$0.hasPrefix("The hall as it was") }
        #expect(read == story)
    }

    /// Names that speak against them, no full stop, several points: the page's metadata have the words.
    @Test(arguments: [
        "H<p class='excerpt promo'>S</p>", "H<h2 class='sub'>S</h2>",
        "H<ul><li>The only hall for swimmers in winter</li>"
            + "<li>A debate of five hours in the council</li></ul>",
    ])
    func whatThePageIsSaidToBeAboutIsTheLead(_ above: String) throws {
        let summary = "The only hall for swimmers in winter: A debate of five hours in the council"
        let meta =
            "<meta name='description' content='\(summary)'><meta property='og:description' content='The only ha...'>"
        let above = meta + above.replacing("H", with: headline).replacing("S", with: summary)
        let read = try read(above)
        #expect(read.suffix(3) == story && read.dropLast(3).joined(separator: ": ") == summary)
    }

    @Test func aSummaryThatNobodySeesIsNoLead() throws {
        let meta = "<meta name='description' content='Norvik closes its hall, says the council after a long debate'>"
        #expect(try read("\(meta)\(headline)<p class='promo'>Norvik Mail at noon</p>") == story)
    }

    @Test func aLeadThatTheStoryRepeatsIsThereOnce() throws {
        #expect(try read("\(headline)<p>\(story[0])</p>") == story)
    }

    @Test func aHeadingThatIsASentenceStaysBeforeAnother() throws {
        let page = """
            <h1>Norvik closes its hall</h1><p>\(story[0])</p><h3>\(story[1])</h3><h3>\(story[2])</h3><p>\(lead)</p>
            """
        let article = try #require(try Newswire.read(bytes: Array(page.utf8)).articles.first)
        #expect(article.text.split(separator: "\n\n").dropFirst().map(String.init) == story + [lead])
    }

    @Test func aStoryThatIsNamedSoIsFoundAmongManyLinks() throws {
        let links = (1...90).map { "<li><a href='/\($0)'>The harbour of Norvik in the year \(1900 + $0)</a></li>" }
            .joined()
        let page =
            "<html><head><title>Norvik</title></head><body><div class='entry-content'>"
            + story.map { "<div>\($0)</div>" }.joined() + "<ul>\(links)</ul></div></body></html>"
        let article = try #require(try Newswire.read(bytes: Array(page.utf8)).articles.first)
        #expect(story.allSatisfy(article.text.contains))
    }
}
