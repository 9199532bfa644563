import TestSupport
import Testing

@testable import Newswire

/// What pages say of their articles, and how they write it.
@Suite struct PageFactsTests {
    @Test(arguments: [
        ("2026-11-20T08:00:00+01:00", "2026-11-20T08:00:00+01:00"),
        ("2026-11-20T08:00:00.123Z", "2026-11-20T08:00:00Z"),
        ("2026-11-20 08:00", "2026-11-20T08:00:00"), ("2026-11-20T08:00-0500", "2026-11-20T08:00:00-05:00"),
        ("2026-11-20", "2026-11-20"), ("2026/11/20", "2026-11-20"), ("20261120T080000Z", "2026-11-20T08:00:00Z"),
        ("Fri, 20 Nov 2026 08:00:00 +0100", "2026-11-20T08:00:00+01:00"), ("20 November 2026", "2026-11-20"),
        ("Fri, 20 Nov 2026 08:00:00 GMT", "2026-11-20T08:00:00Z"), ("Sept. 3, 2026", "2026-09-03"),
        ("November 20, 2026 8:05 pm EST", "2026-11-20T20:05:00-05:00"),
        ("Nov 20, 2026 12:05 AM", "2026-11-20T00:05:00"),
        ("1795161600", "2026-11-20T08:00:00Z"), ("1795161600000", "2026-11-20T08:00:00Z"),
        ("951782400", nil), ("951782400123", nil), ("2026-13-20", nil), ("yesterday", nil), ("12:05", nil), ("", nil),
        ("May we come in?", nil), ("20/11/2026", nil), ("2026-11-20T99:00", nil),
    ])
    func timesAreReadAsPagesWriteThem(text: String, iso: String?) {
        #expect(words.times.iso(text) == iso)
    }

    @Test(arguments: [
        ("By Bo Ek", ["Bo Ek"]), ("By BO EK and EVA LIND, Staff Writers", ["Bo Ek", "Eva Lind"]),
        ("Analysis by Bo Ek", ["Bo Ek"]), ("Bo Ek, Eva Lind & Jon Falk", ["Bo Ek", "Eva Lind", "Jon Falk"]),
        ("Bo Ek | The Associated Press", ["Bo Ek"]), ("EVA LIND Associated Press", ["Eva Lind"]),
        ("The Associated Press", ["The Associated Press"]),
        ("https://example.com/bo-ek", []), ("Posted by Bo Ek on 3 May", ["Bo Ek"]), ("", []),
        ("By Bo Ek Tuesday, Feb. 3, 2026", ["Bo Ek"]), ("Bo Ek | Staff Writer | Tuesday, 3 February 2026", ["Bo Ek"]),
        ("By Bo Ek - 3 February", ["Bo Ek"]), ("ByBo Ek", ["Bo Ek"]), ("Written by: Bo Ek", ["Bo Ek"]),
        ("EXCLUSIVE by BO EK, Showbiz Reporter", ["Bo Ek"]), ("Bo Ek View all posts", ["Bo Ek"]), ("RSS", []),
        ("By Ann May", ["Ann May"]), ("Byron Ek", ["Byron Ek"]), ("BYRON EK", ["Byron Ek"]), ("Tuesday", []),
        ("Sándor Andersson", ["Sándor Andersson"]), ("bo@example.com", []), ("Robert Ek Jr.", ["Robert Ek Jr."]),
        ("<a href='/bo'>Bo Ek</a> &amp; Eva Lind", ["Bo Ek", "Eva Lind"]),
    ])
    func bylinesAreSplitIntoPeople(text: String, people: [String]) {
        #expect(words.bylines.people(onPage: [text]) == people)
    }

    @Test(arguments: [
        ("<div class='byline'>By <b>Bo Ek</b> <i>Tuesday, Feb. 3, 2026</i></div>", ["Bo Ek"]),
        ("<ul class='byline'><li>By <a>Bo Ek</a> on December 4, 2026</li></ul><p class='author'>RSS</p>", ["Bo Ek"]),
        ("<div class='byline'><span>By</span><span>Bo Ek</span></div>", ["Bo Ek"]),
        ("<cite class='byline'><span>By </span><b>BO EK</b> <abbr>March 11, 2026 3:46 PM</abbr></cite>", ["Bo Ek"]),
        ("<div class='author-box'><h4>Bo Ek</h4><a href='/ek'>View all posts</a></div>", ["Bo Ek"]),
        ("<div class='author'><p>By Bo Ek - 3 February</p><p>Digital Editor</p></div>", ["Bo Ek"]),
        ("<p class='kicker'>EXCLUSIVE by BO EK, Showbiz Reporter</p>", ["Bo Ek"]),
        ("<p class='author'>What it is about</p>", []), ("<h2>From ferries to bike paths</h2>", []),
        ("<p>From ferries to bike paths</p>", []),
    ])
    func theBylineThatIsSeenNamesPeople(line: String, people: [String]) throws {
        let text = "<p>The ferry between Ystrand and Holm will run again from Monday, eleven weeks after the storm.</p>"
        let page =
            "<html><body><article><h1>Ferry resumes</h1>\(line)<div class='text'>\(text)<p>“It ran on time,” said"
            + " its captain, Per Ahl, on Sunday.</p></div></article></body></html>"
        let article = try #require(try Newswire.read(bytes: Array(page.utf8)).articles.first)
        #expect(article.metadata.byline == people)
    }

    @Test func authorsInSeveralFieldsOfOneNameAreAllNamed() throws {
        let page = "<head><meta name='author' content='Bo Ek'><meta name='author' content='Eva Lind'></head><p>x</p>"
        #expect(PageFacts.of(try HTMLDocument(page, words).tree).byline == ["Bo Ek", "Eva Lind"])
    }

    @Test func aPersonIsNamedOnce() {
        #expect(words.bylines.people(onPage: ["Bo Ek", "By Bo Ek", "Eva Lind"]) == ["Bo Ek", "Eva Lind"])
    }

    @Test(arguments: [
        ("en_us", "en-US"), ("de", "de"), ("zh-Hant", "zh-Hant"), (" EN-gb ", "en-GB"), ("english", nil), ("", nil),
    ])
    func languagesAreTags(text: String, tag: String?) {
        #expect(PlainValue.language(text) == tag)
    }

    @Test(arguments: [
        ("<h1>Bridge shut</h1>", "Bridge shut - Strait News", "Bridge shut"),
        ("<h1>Strait News</h1>", "Bridge shut after storm - Strait News", "Bridge shut after storm"),
        (
            "<h1>Travel</h1><h2>Bridge shut after storm</h2>", "Bridge shut after storm | News",
            "Bridge shut after storm"
        ),
        ("<p>none</p>", "Bridge shut - and reopened", "Bridge shut - and reopened"),
    ])
    func theHeadlineThatIsSeenIsTheTitleWhereOthersAgree(body: String, title: String, expected: String) throws {
        let page =
            "<head><title>\(title)</title><meta property='og:site_name' content='Strait News'></head><body>\(body)"
        #expect(PageFacts.of(try HTMLDocument(page, words).tree).title == expected)
    }

    @Test func microdataIsReadWhereThereIsNothingElse() throws {
        let page = """
            <div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">Bridge shut</h1>
            <span itemprop="author"><img alt="portrait"><b itemprop="name">Bo Ek</b>, reporter</span>
            <meta itemprop="datePublished" content="2026-11-20"><time itemprop="dateModified" datetime="2026-11-21T07:00Z">
            </div>
            """
        let facts = PageFacts.of(try HTMLDocument(page, words).tree)
        #expect(facts.byline == ["Bo Ek"])
        #expect(facts.published == "2026-11-20")
        #expect(facts.updated == "2026-11-21T07:00:00Z")
    }

    @Test(arguments: [
        (#"{"a": [1, "b", null,], }"#, LooseJSON.object(["a": .array([.bare("1"), .string("b"), .bare("null")])])),
        ("<!-- [{\"a\": \"x\ny\"}] -->", .array([.object(["a": .string("x\ny")])])),
        (#"<![CDATA[ {"a": "\u00e9\ud83d\ude00\"\/"} ]]>"#, .object(["a": .string("é😀\"/")])), ("nothing", nil),
        (#"{"a": "#, nil), (String(repeating: "[", count: 1_000), nil),
    ])
    func jsonInPagesIsReadThoughItIsLoose(text: String, value: LooseJSON?) {
        #expect(LooseJSON(text) == value)
    }
}
