import TestSupport
import Testing

@testable import Newswire

/// Other stories that stand within the element of a page's story.
@Suite struct OtherStoryTests {
    private let own = [
        "The swimming hall at Norvik will close on Friday, the council decided after a debate of five hours.",
        "“We have heated the sea for years,” said Councillor Ruth Amdal, who had asked for the vote.",
        "The swimmers’ club said that it would look for another hall before the winter begins.",
    ]
    private let other = [
        "A whale of nine metres came into the sound on Sunday, as it had done the year before.",
        "“She knows the way by now,” said Finn Hauge, who watches the sound from his window.",
    ]

    private func paragraphs(_ texts: [String]) -> String { texts.map { "<p>\($0)</p>" }.joined() }

    private func story(_ body: String) throws -> [String] {
        let page = """
            <!DOCTYPE html><html lang="en"><head><title>Norvik closes its hall</title></head><body>
            <main><article><h1>Norvik closes its hall</h1><div class="text">\(body)</div></article></main></body></html>
            """
        let article = try #require(try Newswire.read(bytes: Array(page.utf8)).articles.first)
        return article.text.split(separator: "\n\n").dropFirst().map(String.init)
    }

    @Test func theNextArticlesAreLeftOut() throws {
        let next = (1...2).map {
            "<div class=\"story\"><div><h1>Whale \($0) in the sound</h1></div><div>\(paragraphs(other))</div></div>"
        }
        #expect(try story("<div>\(paragraphs(own))</div>\(next.joined())") == own)
    }

    @Test func aHeadingOfTheFirstLevelAmongTheParagraphsIsTheStorys() throws {
        #expect(try story("\(paragraphs(own))<h1>The whale</h1>\(paragraphs(other))") == own + ["The whale"] + other)
    }

    @Test func aBoxWithAHeadingAndABylineIsAnothersStory() throws {
        let box =
            "<div class=\"box\"><h3>Whale in the sound</h3><div><p>By Siv Dahl for Norvik Online</p>\(paragraphs(other))</div></div>"
        #expect(try story("\(paragraphs(Array(own.prefix(2))))\(box)<p>\(own[2])</p>") == own)
    }

    @Test func thePagesOwnStoryIsNoBoxAmongNotices() throws {
        let notices = (1...20).map {
            "<p>The terms of this site in their part \($0) bind all who read it and all who write to it.</p>"
        }
        let page =
            "<html><head><title>Norvik closes its hall</title></head><body><div>\(notices.joined())</div><div>"
            + "<h1>Norvik closes its hall</h1><p>By Siv Dahl</p>\(paragraphs(own))</div></body></html>"
        let article = try #require(try Newswire.read(bytes: Array(page.utf8)).articles.first)
        #expect(own.allSatisfy(article.text.contains))
    }

    @Test func aBoxWithoutABylineStays() throws {
        let box = "<div class=\"box\"><h3>Whale in the sound</h3><div>\(paragraphs(other))</div></div>"
        let read = try story("\(paragraphs(Array(own.prefix(2))))\(box)<p>\(own[2])</p>")
        #expect(read == own.prefix(2) + ["Whale in the sound"] + other + own.suffix(1))
    }

    @Test(arguments: [3, 60])
    func aGalleryInTheStoryIsLeftOut(_ slides: Int) throws {
        let slides = (1...slides).map { "<li><h2>Picture \($0)</h2><p>\(other[0])</p></li>" }
        let gallery = "<div class=\"gallery\"><ul class=\"slides\">\(slides.joined())</ul></div>"
        let more = (1...12).map { "Swimmer \($0) told the council that the hall had been warm for all of that year." }
        #expect(try story("\(paragraphs(own))\(gallery)\(paragraphs(more))") == own + more)
    }
}
