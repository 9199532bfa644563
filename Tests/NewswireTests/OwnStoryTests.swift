import TestSupport
import Testing

@testable import Newswire

/// What belongs to a page's story, though names and shapes speak against it.
@Suite struct OwnStoryTests {
    private let first =
        "The swimming hall at Norvik will close on Friday, the council decided after a debate of five hours."
    private let second = "“We have heated the sea for years,” said Councillor Ruth Amdal, who had asked for the vote."
    private let third = "The swimmers’ club said that it would look for another hall before the winter begins."

    private func page(_ body: String) -> String {
        """
        <!DOCTYPE html><html lang="en"><head><title>Norvik closes its hall | Norvik Mail</title>
        <meta property="og:title" content="Norvik closes its hall"></head><body><nav><a href="/">Home</a></nav>
        <main><article><h1>Norvik closes its hall</h1>\(body)</article></main><footer><p>© Norvik Mail</p></footer></body></html>
        """
    }

    private func article(_ page: String) throws -> Article {
        let reading = try Newswire.read(bytes: Array(page.utf8))
        #expect(reading.format == "html")
        return try #require(reading.articles.first)
    }

    private func story(_ body: String) throws -> [String] { paragraphs(try article(page(body))) }

    /// Those of the story, without the title.
    private func paragraphs(_ article: Article) -> [String] {
        article.text.split(separator: "\n\n").dropFirst().map(String.init)
    }

    @Test(arguments: ["paywall", "promo", "metered-text subscribe"])
    func paragraphsOfOneNameThatHaveMuchOfThePageAreTheStory(_ name: String) throws {
        let read = try story("<p>\(first)</p><p class=\"\(name)\">\(second)</p><p class=\"\(name)\">\(third)</p>")
        #expect(read == [first, second, third])
    }

    @Test func whatStandsBehindAWallIsTheStoryAndTheWallIsNot() throws {
        let wall = "<div class=\"paywall\"><p>Subscribe and read it all.</p></div>"
        let more = (1...4).map {
            "<p>Swimmer \($0) told the council that the hall had been warm for all of that year.</p>"
        }
        let read = try story(
            "<p>\(first)</p>\(more.joined())<div class=\"regwall\"><p>\(second)</p><p>\(third)</p></div>\(wall)")
        #expect(read.first == first && read.suffix(2) == [second, third] && read.count == 7)
    }

    @Test func sectionsOfOneNameThatHaveMostOfThePageAreTheStory() throws {
        let sections = [first, second, third].map {
            "<section class=\"part part--ads\"><h2>Part</h2><p>\($0)</p></section>"
        }
        let read = try story("<div class=\"lead\">The hall had been open since 1931.</div>\(sections.joined())")
        #expect([first, second, third].allSatisfy(read.contains))
    }

    @Test func whatIsSaidOfAMatchAsItGoesOnIsNoComments() throws {
        let minutes = [first, second, third].map { "<div class=\"live-match-comment\"><p>\($0)</p></div>" }
        #expect(try story("<div class=\"live-match-comments\">\(minutes.joined())</div>") == [first, second, third])
    }

    @Test func aLabelAtTheEndIsLeftOut() throws {
        #expect(try story("<p>\(first)</p><p>\(second)</p><p>More topics:</p>") == [first, second])
        #expect(try story("<p>\(first)</p><p>\(second)</p><p>Results:</p><ul><li>Ann Vik</li></ul>").count == 4)
    }

    @Test func aLongTextInACaptionIsTheStorys() throws {
        let long = "\(first) \(second) \(third) \(first) \(second) \(third) \(first) \(second) \(third)"
        let read = try article(
            page("<figure><img src=\"a.jpg\"><figcaption>\(long)</figcaption></figure><p>\(first)</p><p>\(second)</p>"))
        #expect(read.setAside.isEmpty && paragraphs(read).first == long)
    }

    @Test func theLeadThatTheDataLeaveOutStays() throws {
        let last = "Nobody had asked the swimmers, their chairman, Odd Berre, told the council later."
        let data = [second, third, last].joined(separator: " ")
        let script =
            "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\": \"\(data)\"}</script>"
        let read = try story(
            "\(script)<h2>\(first)</h2><div><p>\(second)</p><p>\(third)</p><p>\(last)</p></div><p>Norvik Mail is the paper of the town.</p>"
        )
        #expect(read == [first, second, third, last])
    }

    @Test func whatAScriptShowsBehindTheLeadIsTheStory() throws {
        let data = (1...3).map { _ in [first, second, third].joined(separator: " ") }.joined(separator: "\n")
        let script =
            "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\": \"\(data.replacing("\n", with: "\\n"))\"}</script>"
        let lead = "The council of Norvik has no money left for a hall that few people use in summer."
        let behind = data.split(separator: "\n").map(String.init)
        #expect(try story("\(script)<p>\(lead)</p>") == [lead] + behind)
        let notice = "<p>Norvik Mail writes to you each morning, if you leave your address here.</p>"
        let summary = "<meta name='description' content='\(lead)'>"
        #expect(try story("\(summary)\(script)<p>\(lead)</p>\(notice)") == [lead] + behind)
    }

    @Test func whatAPageSaysOfItsVideoIsTheStory() throws {
        let summary = "<meta property='og:description' content='\(second)'>"
        let video = "<div class='item-caption'><p>\(second)</p></div><p>\(first)</p><p>\(third)</p>"
        #expect(try article(page(summary + video)).setAside.isEmpty)
        #expect(try article(page(video)).setAside.map(\.reason) == ["caption"])
    }

    @Test func theHeadlineIsKnownByTheWindowsTitleWithoutSectionAndSite() throws {
        let window = "Norvik closes its hall | The county of Norvik | Sports and leisure | Norvik Mail"
        let body = "<h1>Norvik Mail</h1><h1>Norvik closes its hall</h1><p>\(first)</p><p>\(second)</p>"
        let read = try article("<html><head><title>\(window)</title></head><body>\(body)</body></html>")
        #expect(read.metadata.title == "Norvik closes its hall")
    }

    @Test func aHeadingThatSaysMoreThanTheTitleStays() throws {
        let read = try story("<p>\(first)</p><h2>Norvik closes its hall for good</h2><p>\(second)</p>")
        #expect(read == [first, "Norvik closes its hall for good", second])
        #expect(try story("<p>\(first)</p><h2>Norvik closes its hall</h2><p>\(second)</p>") == [first, second])
    }

    @Test func aNoteOfThatNameIsLeftOut() throws {
        let more = (1...6).map {
            "<p>Swimmer \($0) told the council that the hall had been warm for all of that year.</p>"
        }
        let note = "<p class=\"promo\">Our podcast asks who will swim in the sea from now on, and why.</p>"
        let read = try story("<p>\(first)</p>\(more.joined())\(note)<p>\(second)</p>")
        #expect(read.count == 8 && !read.contains { $0.hasPrefix("Our podcast") })
    }

    @Test(arguments: [
        "<br />\n<b>Notice</b>:  Undefined index: id in <b>/srv/page.php</b> on line <b>7</b><br />\n",
        "PHP Warning:  session_start(): no space left on device\n",
        "<style>\n.grid { gap: 10px }\n</style>\n", "<script>var page = 1</script>\n\n",
        "\n<!-- cached -->\n<?php /* none */ ?>\n",
    ])
    func whatStandsBeforeADocumentDoesNotMakeItPlainText(_ before: String) throws {
        let read = try article(before + page("<p>\(first)</p><p>\(second)</p>"))
        #expect(read.metadata.title == "Norvik closes its hall")
        #expect(paragraphs(read) == [first, second])
    }

    @Test func aTextThatQuotesAPageIsNone() throws {
        let text = "A page begins with its type.\n\n<!DOCTYPE html>\n\nThat is all there is to it.\n"
        #expect(try Newswire.read(bytes: Array(text.utf8)).format == "text")
    }

    @Test func aListOfResultsInTheStoryTakesNothingFromIt() throws {
        let rows = (1...200).map { "<div><span>Lane \($0)</span></div><div><span>\($0) s</span></div>" }
        let read = try story(
            "<div class=\"body\"><p>\(first)</p><p>\(second)</p><div>\(rows.joined())</div><p>\(third)</p></div>")
        #expect(read == [first, second, third])
    }

    @Test(arguments: [("poll-of-swimmers", "Poll of swimmers"), ("sharing_the_water", "Sharing the water")])
    func anIdMadeOfItsHeadingSaysNothing(_ id: String, _ heading: String) throws {
        let section = "<section id=\"\(id)\"><h2>\(heading)</h2><p>\(second)</p></section>"
        #expect(try story("<p>\(first)</p>\(section)<p>\(third)</p>") == [first, heading, second, third])
        #expect(
            try story("<p>\(first)</p><h2 id=\"\(id)\">\(heading)</h2><p>\(second)</p>") == [first, heading, second])
    }

    @Test func anIdMadeOfAHeadingThatIsTheSitesStillTells() throws {
        let more = (1...4).map {
            "<p>Swimmer \($0) told the council that the hall had been warm for all of that year.</p>"
        }
        let related = "<div id=\"related-stories\"><h3>Related stories</h3><p>\(second)</p></div>"
        let read = try story("<p>\(first)</p>\(more.joined())\(related)<p>\(third)</p>")
        #expect(read.count == 6 && !read.contains(second))
    }

    @Test func onlyTheSpanInAParagraphIsACaption() throws {
        let span =
            "<span class=\"photo\"><img src=\"a.jpg\"><span class=\"caption\">The hall. Norvik Pictures</span></span>"
        let read = try article(page("<p>\(span)\n\(first)</p><p>\(second)</p>"))
        #expect(paragraphs(read) == ["The hall. Norvik Pictures", first, second])
        #expect(read.setAside.map(\.reason) == ["caption"])
    }

    @Test func aCreditThatBeginsAParagraphDoesNotTakeItAway() throws {
        #expect(try story("<p><span class=\"attribution\">NORVIK —</span> \(first)</p><p>\(second)</p>").count == 2)
    }

    @Test func aDropCapBesideItsParagraphIsItsFirstLetter() throws {
        let rest = first.dropFirst()
        #expect(try story("<div><span>T</span><p>\(rest)</p></div><p>\(second)</p>") == [first, second])
    }

    @Test func aHeadingThatIsAQuotationStays() throws {
        let heading = "“I am ashamed of it all”"
        let read = try story("<div class=\"item-title\"><h2>\(heading)</h2></div><p>\(first)</p><p>\(second)</p>")
        #expect(read == [heading, first, second])
    }

    @Test func aStoryThatOnlyReadersWithoutScriptsSeeIsRead() throws {
        let body =
            "<div itemprop=\"articleBody\"><noscript><p>\(first)</p><p>\(second)</p><p>\(third)</p></noscript></div>"
        #expect(try story(body) == [first, second, third])
    }

    @Test func aPageWithANULIsReadAndTheWarningSaysSo() throws {
        let read = try article(page("<p>\(first)\0</p><p>\(second)</p>"))
        #expect(paragraphs(read) == [first, second])
        #expect(read.warnings == ["NUL characters were left out"])
    }

    @Test func slidesThatHaveMostOfTheStoryAreText() throws {
        let slides = [
            second, third, "Nobody had asked the swimmers, their chairman, Odd Berre, told the council later.",
        ]
        .map { "<figure><img src=\"s.jpg\"><figcaption><p>\($0)</p><p>Picture: Norvik Mail</p></figcaption></figure>" }
        let read = try article(page("<p>\(first)</p>\(slides.joined())"))
        #expect(paragraphs(read).filter { !$0.hasPrefix("Picture") }.count == 4)
        let text = Array(read.text.unicodeScalars)
        let aside = read.setAside.map { String(String.UnicodeScalarView(text[$0.span.start..<$0.span.end])) }
        #expect(aside.allSatisfy { $0 == "Picture: Norvik Mail" })
    }

    @Test func aRefrainIsToldAndASecondCopyIsNot() throws {
        let refrain = "<p>\(first)</p><p>\(second)</p><p>\(first)</p>"
        #expect(try story("<div>\(refrain)</div>") == [first, second, first])
        #expect(try story("<div>\(refrain)</div><div class=\"small\"><p>\(first)</p></div>") == [first, second, first])
    }

    @Test func whoIsCitedBelowAQuotationIsNoPartOfIt() throws {
        let quotation = "<blockquote>\(second)<cite>Letter of the board</cite>\n</blockquote>"
        #expect(
            try story("<p>\(first)</p>\(quotation)<p>\(third)</p>") == [first, second, "Letter of the board", third])
        let within = "<blockquote><p>As <cite>the Mail</cite> has it, \(first)</p></blockquote>"
        #expect(try story("\(within)<p>\(third)</p>") == ["As the Mail has it, \(first)", third])
    }

    @Test func aTableOfSentencesIsText() throws {
        let rows = [second, third + "[4]"].enumerated().map { "<tr><td>\($0.offset)</td><td>\($0.element)</td></tr>" }
        let read = try article(page("<p>\(first)</p><table>\(rows.joined())</table>"))
        #expect(paragraphs(read) == [first, second, third + "[4]"] && read.setAside.isEmpty)
    }

    @Test func aTableOfQuotationsIsText() throws {
        let said = [
            "“We have heated the sea for years, and nobody ever thanked us for a day of it.”",
            "„Wir haben das Meer jahrelang geheizt, und keiner hat uns je dafür gedankt.“",
        ]
        let rows = said.enumerated().map { "<tr><td>\($0.offset)</td><td>\($0.element)</td></tr>" }
        let read = try article(page("<p>\(first)</p><table>\(rows.joined())</table><p>\(third)</p>"))
        #expect(paragraphs(read) == [first] + said + [third] && read.setAside.isEmpty)
    }

    /// Each of them is little of the page; together they are all of it.
    @Test func galleriesThatAreAllOfTheStoryAreIt() throws {
        let slides = [first, second, third].map { "<div class=\"slides\"><p>\($0)</p><p>Norvik’s only hall</p></div>" }
        // A page without links is read as it stands.
        let links = (1...3).map { "<li><a href=\"/\($0)\">Another decision of the council</a></li>" }
        let read = try story("\(slides.joined())<ul>\(links.joined())</ul>")
        #expect([first, second, third].allSatisfy(read.contains) && !read.contains("Another decision of the council"))
    }

    @Test(arguments: ["<div class=\"text\">", "<div>"])
    func aShortLineInAnElementLikeThoseOfTheParagraphsIsTold(_ tag: String) throws {
        let lines = [first, "He laughed", second, "Not yet", third].map { "\(tag)\($0)</div>" }
        #expect(try story(lines.joined()) == [first, "He laughed", second, "Not yet", third])
    }

    @Test(arguments: ["<div class=\"tag\">Swimming</div>", "<div class=\"text\"><a href=\"/s\">Swimming</a></div>"])
    func aLabelAmongThemIsNotTold(_ label: String) throws {
        let lines = [first, second].map { "<div class=\"text\">\($0)</div>" }
        #expect(try story("\(lines.joined())\(label)<div class=\"text\">\(third)</div>") == [first, second, third])
    }
}
