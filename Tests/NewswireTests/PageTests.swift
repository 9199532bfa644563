import Foundation
import TestSupport
import Testing

@testable import Newswire

/// Whole pages, written for these tests, in `Pages`.
@Suite struct PageTests {
    @Test func aPlainArticleIsTakenWhole() throws {
        let article = try article("plain")
        #expect(
            article.text == """
                Ferry service to resume on Monday

                The ferry between Ystrand and Holm will run again from Monday, eleven weeks after a storm tore its ramp \
                away.

                “We have tested the ramp with forty lorries, and it did not move a millimetre,” harbour master Per \
                Andersson said.

                He added that the timetable of last summer applies.

                About 600 people take the ferry to work on a weekday, according to the county.
                """)
        #expect(article.metadata.title == "Ferry service to resume on Monday")
        #expect(article.metadata.byline == ["Ida Norrby"])
        #expect(article.metadata.published == "2026-03-14T09:30:00+01:00")
        #expect(article.metadata.updated == nil)
        #expect(article.metadata.language == "en-GB")
        #expect(article.metadata.url == "https://courier.example/ferry-resumes")
        #expect(article.metadata.item == "https://courier.example/ferry-resumes")
        #expect(article.metadata.dateline == nil)
        #expect(article.setAside.isEmpty)
        #expect(article.warnings.isEmpty)
    }

    private static func page(_ head: String, opening: String) -> String {
        """
        <!DOCTYPE html><html lang="en"><head><title>Ferry resumes</title>\(head)</head><body><article><h1>Ferry resumes</h1>
        <p>\(opening)The ferry between Ystrand and Holm will run again from Monday, eleven weeks after a storm tore its ramp away.</p>
        <p>“We have tested the ramp with forty lorries, and it did not move a millimetre,” harbour master Per Andersson said.</p>
        </article></body></html>
        """
    }

    @Test(arguments: [
        ("", "YSTRAND (SN) — ", Dateline(place: "YSTRAND", agency: "SN")),
        (
            #"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry resumes", "dateline": "Holm (SN)"}</script>"#,
            "", Dateline(place: "Holm", agency: "SN")
        ),
        ("", "YSTRAND — ", nil),
    ])
    func aDatelineIsReadOffTheDataOrTheStory(_ head: String, _ opening: String, _ dateline: Dateline?) throws {
        let page = Self.page(head, opening: opening)
        let article = try #require(try Newswire.read(bytes: Array(page.utf8)).articles.first)
        #expect(article.metadata.dateline == dateline)
    }

    @Test(arguments: [
        ("https://courier.example/ferry", true), ("https://courier.example/?p=17", true),
        ("https://courier.example/", false), ("https://courier.example", false),
    ])
    func aPageIsAnItemByItsAddressUnlessThatIsTheSites(_ url: String, _ isItem: Bool) throws {
        let page = Self.page("<link rel=\"canonical\" href=\"\(url)\">", opening: "")
        let metadata = try #require(try Newswire.read(bytes: Array(page.utf8)).articles.first).metadata
        #expect(metadata.url == url && metadata.item == (isItem ? url : nil))
    }

    @Test func whatTheSitePutAroundTheStoryIsLeftOut() throws {
        let article = try article("noisy")
        #expect(
            article.paragraphs == [
                "Council votes to keep library open",
                "The town library will stay open for at least three more years, the council decided on Tuesday night by "
                    + "nine votes to four.",
                "“This building taught half of this town to read,” Councillor Maeve Doyle told the meeting.",
                "Her motion moves £180,000 from the fund for road signs. Mayor Colin Brandt, who voted against it, warned "
                    + "that “signs save lives, too”.",
                "What it costs", "Year | Cost\n2026 | £180,000\n2027 | £186,000",
                "The library's own staff had offered to work fewer hours, a report to the council says.",
                "Yes, really.",
                "The vote was followed by applause that lasted for minutes.",
            ])
        #expect(article.aside == [.init(reason: "table", text: "Year | Cost\n2026 | £180,000\n2027 | £186,000")])
        #expect(article.metadata.byline == ["Rhona Teale", "Sam Okoro"])
        #expect(article.metadata.published == "2026-02-03T18:04:00Z")
        #expect(article.metadata.updated == "2026-02-03T21:40:00Z")
        #expect(article.metadata.publisher == "The Vale Post")
        #expect(article.metadata.url == "https://valepost.example/news/library")
    }

    @Test func aPageThatAScriptFillsIsReadFromItsData() throws {
        let article = try article("linked-data")
        #expect(article.metadata.title == "Glassworks saved by its workers & a bank")
        #expect(article.metadata.byline == ["Bo Ek"])
        #expect(article.metadata.published == "2026-05-01T08:00:00+02:00")
        #expect(article.metadata.publisher == "Glass Valley Times")
        #expect(article.metadata.language == "en-US")
        #expect(article.metadata.url == "https://glass.example/saved")
        #expect(article.paragraphs.count == 5)
        #expect(article.warnings.contains { $0.contains("JSON-LD") })
        #expect(article.paragraphs[3].hasSuffix("called the loan \"the easiest decision of my year\"."))
    }

    @Test func theEntriesOfALiveBlogAreOneArticle() throws {
        let article = try article("live-blog")
        #expect(article.metadata.title == "Storm Ada: live updates")
        #expect(article.metadata.byline == ["Nell Hart"])
        #expect(
            article.paragraphs.map { $0.prefix(15) } == [
                "Storm Ada: live", "Bridge reopens", "The Tay bridge ", "Power back in A", "“All but forty ",
                "Trains stopped", "No trains run n",
            ])
    }

    @Test func ofAPaidArticleWhatIsShownIsTaken() throws {
        let article = try article("paywall")
        #expect(
            article.paragraphs == [
                "Inside the salt mine that became a data centre",
                "Four hundred metres under the heath it is warm, dry and very quiet, but for the fans of nine thousand "
                    + "servers.", "“Salt does not burn and does not leak,” says Gesa Brandt, who runs the mine.",
            ])
        #expect(article.metadata.published == "2026-06-20T05:00:00Z")
        #expect(article.warnings == ["the page says that the whole article is for subscribers only"])
    }

    /// As sites show them that load the next article at the end of each.
    @Test func ofSeveralArticlesTheOneThatThePageIsCalledAfterIsTaken() throws {
        func article(_ number: Int) -> String {
            "<article><h1>Story \(number) of the day</h1>"
                + (1...5).map { "<p>This is sentence \($0) of story \(number), and it says what it has to say.</p>" }
                .joined()
                + "</article>"
        }
        let page =
            "<html><head><title>Story 2 of the day</title></head><body><div>\((1...3).map(article).joined())</div>"
        let read = try #require(try Newswire.read(bytes: Array(page.utf8)).articles.first)
        #expect(read.paragraphs.count == 6)
        #expect(read.paragraphs.dropFirst().allSatisfy { $0.contains("of story 2,") })
    }

    private func paragraphs(ofPage page: String) throws -> [String]? {
        try Newswire.read(bytes: Array(page.utf8)).articles.first?.paragraphs
    }

    @Test(arguments: [
        "<h1>Bridge to close</h1>\n<p>“It is worn out,” Mayor Ines Aldana said.</p>\n<p>It was built in 1931.</p>\n",
        """
        <!doctype html><html><head><title>Bridge to close</title></head><body><h1>Bridge to close</h1><p>By Bo Ek</p>
        <div>“It is worn out,” Mayor Ines Aldana said.</div><p>It was <a href="b">built</a> in 1931.</p></body></html>
        """,
        """
        <body><p><a href="/">Home</a></p><h1>Bridge to close</h1><p>“It is worn out,” Mayor Ines Aldana said.</p>
        <p>It was built in 1931.</p><p>© 2026 Vale Post</p></body>
        """,
    ])
    func aShortTextIsAnArticleOnAPageThatHoldsNothingElse(_ page: String) throws {
        let read = try paragraphs(ofPage: page)
        #expect(read == ["Bridge to close", "“It is worn out,” Mayor Ines Aldana said.", "It was built in 1931."])
    }

    @Test func theBylineOfAShortTextIsRead() throws {
        let page =
            "<h1>Bridge to close</h1><p>By Bo Ek</p><p>“It is worn out,” Mayor Ines Aldana told the council on Monday.</p>"
        let article = try #require(try Newswire.read(bytes: Array(page.utf8)).articles.first)
        #expect(article.metadata.byline == ["Bo Ek"] && article.metadata.title == "Bridge to close")
    }

    @Test(arguments: [
        // Too short, as the page of an error is.
        "<h1>Nothing here</h1><p>There is no such page.</p>",
        // Beside it stands what a site has.
        """
        <body><ul><li><a href="/">News from the Vale</a></li><li><a href="/s">Sports and results</a></li></ul><h1>Bridge to close</h1>
        <p>“It is worn out,” Mayor Ines Aldana said.</p><p>It was built in 1931.</p>
        """,
        // Teasers.
        """
        <h1>Vale Post</h1><h2>Bridge to close</h2><p>“It is worn out,” said the mayor.</p><h2>Library to stay</h2>
        <p>The council voted for it.</p><h2>Ferry late</h2><p>It is the ice again.</p>
        """,
    ])
    func aShortTextAmongOtherThingsIsNone(_ page: String) throws {
        let error = #expect(throws: NewswireError.self) { try paragraphs(ofPage: page) }
        #expect(error?.code == .noArticle)
        #expect(
            error?.reason.contains("120 letters and digits") == true
                && error?.reason.contains("20 where it holds nothing else") == true)
    }

    @Test func aListOfArticlesIsNone() throws {
        let error = #expect(throws: NewswireError.self) { try read("front-page") }
        #expect(error?.code == .noArticle)
        #expect(error?.reason.contains("no article") == true)
        #expect(error?.remedy.isEmpty == false)
    }

    @Test func brokenMarkupIsMended() throws {
        let article = try article("broken")
        #expect(
            article.paragraphs == [
                "Well runs dry in upper village",
                "The only well of the upper village ran dry on Sunday, for the first time since anyone began to write it "
                    + "down.",
                "\"We carry water as our grandmothers did,\" said Anna Roth, who keeps eleven goats. \"The goats don't "
                    + "understand it.\"", "The district promised a tank lorry by Wednesday.",
                "Geologists think that the water has found another way & will not come back < this year.",
            ])
        #expect(article.metadata.byline == ["Karl Ohm"])
    }

    @Test(arguments: ["plain", "noisy", "live-blog"])
    func aPageIsKnownByItsContentWhateverItIsCalled(page: String) throws {
        let reading = try Newswire.read(bytes: try bytes(page))
        #expect(reading.format == "html")
        #expect(reading.encoding == "utf-8")
        #expect(reading.articles.count == 1)
    }

    /// Curly quotes are bytes of windows-1252 in one place and references to its numbers in the other.
    @Test func windows1252IsReadWhateverThePageSays() throws {
        var page = Array(
            "<html><head><meta charset=iso-8859-1><title>Quotes</title></head><body><h1>Quotes</h1><p>".utf8)
        page +=
            [0x93] + Array("It was a caf".utf8) + [0xE9, 0x94] + Array(", she said, and went on to tell us what ".utf8)
        page += Array(
            "the house had been before that. &#147;A bakery&#148;, he said; the oven is there still.</p>".utf8)
        page += Array(
            repeating: Array("<p>He showed us the oven, which is as large as a room and still warm.</p>".utf8), count: 4
        )
        .joined()
        let reading = try Newswire.read(bytes: page)
        #expect(reading.encoding == "windows-1252")
        let text = try #require(reading.articles.first?.text)
        #expect(text.contains("“It was a café”, she said"))
        #expect(text.contains("“A bakery”, he said"))
    }

    @Test func utf8ThatWasReadAsWindows1252IsMendedAndNoted() throws {
        let page = """
            <html><body><h1>The cafÃ© of RenÃ©e</h1><p>â€œIt was a bakery,â€\u{9D} said RenÃ©e, who lived above it for \
            thirty years, and then she showed us the oven that still stands in the kitchen of the house.</p>
            <p>She will not sell it, she said, though many have asked her to, and one of them twice in the last \
            year alone, with money in his hand.</p></body></html>
            """
        let article = try #require(try Newswire.read(bytes: Array(page.utf8)).articles.first)
        #expect(article.paragraphs[1].hasPrefix("“It was a bakery,” said Renée,"))
        #expect(article.metadata.title == "The café of Renée")
        #expect(article.warnings.contains { $0.contains("mended") })
    }

    // MARK: Reading them

    private func bytes(_ page: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pages")
        return Array(try Data(contentsOf: folder.appending(path: page + ".html")))
    }

    private func read(_ page: String) throws -> Reading {
        try Newswire.read(bytes: try bytes(page))
    }

    private func article(_ page: String) throws -> Article {
        let reading = try read(page)
        #expect(reading.format == "html")
        return try #require(reading.articles.first)
    }
}

extension Article {
    fileprivate var paragraphs: [String] {
        text.split(separator: "\n\n").map(String.init)
    }

    fileprivate struct Aside: Equatable {
        var reason: String
        var text: String
    }

    /// What the spans say, to see that they are right.
    fileprivate var aside: [Aside] {
        let scalars = Array(text.unicodeScalars)
        return setAside.map { aside in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[aside.span.start..<aside.span.end])
            return Aside(reason: aside.reason, text: String(text))
        }
    }
}
