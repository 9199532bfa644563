import TestSupport
import Testing

@testable import Newswire

@Suite struct StoryBuilderTests {
    private func story(_ xml: String) throws -> Story {
        let tree = try XMLDocument("<body>\(xml)</body>", words).tree
        var builder = StoryBuilder(tree)
        return builder.story(in: try #require(tree.root))
    }

    private func texts(_ xml: String) throws -> [String] { try story(xml).paragraphs.map(\.text) }

    @Test(arguments: [
        ("<p>One</p>\n  <p>Two</p>", ["One", "Two"]),
        ("<p>Mayor <person>Åsa\n  Holm</person>'s <b>“plan”</b></p>", ["Mayor Åsa Holm's “plan”"]),
        ("Bare text<p>then a paragraph</p>and more", ["Bare text", "then a paragraph", "and more"]),
        ("<p>wrapped by<br/>hand</p>", ["wrapped by hand"]),
        ("<p>One.<br/> <br/>Two.</p>", ["One.", "Two."]),
        ("<p/><p> \u{A0} </p><p>left</p>", ["left"]),
        ("<ul><li>a</li><li>b</li></ul>", ["a", "b"]),
        ("<p>a<script>no</script><style>no</style>b</p><form>no</form>", ["ab"]),
        ("<p>She said <q>never</q>.</p>", ["She said “never”."]),
        ("<p>She said <q>“never”</q>.</p>", ["She said “never”."]),
        ("<p>Two-\nday talks, pre-\nand post-war.</p>", ["Two-day talks, pre- and post-war."]),
    ])
    func makesParagraphs(xml: String, expected: [String]) throws {
        #expect(try texts(xml) == expected)
    }

    @Test func joinsHardWrappedLinesAndPartsAtIndentedOnes() throws {
        let xml = """
            <p>(Adds detail)
                * First point of several
                By Bo Ek
                YSTAD, Nov 20 (SN) - The bridge over the
            strait is unsafe, the mayor said on
            Friday.
                "Nobody should cross it," she said.
                

             (Reporting by Bo Ek; Editing by Ann
            Vik)</p>
            """
        #expect(
            try texts(xml) == [
                "(Adds detail)", "* First point of several", "By Bo Ek",
                "YSTAD, Nov 20 (SN) - The bridge over the strait is unsafe, the mayor said on Friday.",
                "\"Nobody should cross it,\" she said.", "(Reporting by Bo Ek; Editing by Ann Vik)",
            ])
    }

    @Test func takesAnIndentedLayoutForWhatItIs() throws {
        let xml = """
            <p>
                The bridge is unsafe,
                the mayor said.
            </p>
            <p>The council, which met
               late, <person>
                  Bo Ek
               </person> said,
               agreed.</p>
            """
        #expect(
            try texts(xml) == [
                "The bridge is unsafe, the mayor said.", "The council, which met late, Bo Ek said, agreed.",
            ])
    }

    @Test func setsTablesAndCaptionsAside() throws {
        let found = try story(
            "<p>Before</p><table><caption>Results</caption><tr><th>Club</th><td><p>Won</p><p>4</p></td></tr><tr><td/></tr></table>"
                + "<figure><figcaption>A bridge</figcaption></figure><p>After</p>")
        #expect(found.paragraphs.map(\.text) == ["Before", "Results", "Club | Won 4", "A bridge", "After"])
        #expect(found.paragraphs.map(\.aside) == [nil, "table", "table", "caption", nil])
    }

    @Test func readsATableThatOnlyLaysOutProse() throws {
        let prose = String(repeating: "The bridge is unsafe. ", count: 20)
        let found = try story("<table><tr><td>Menu</td><td><p>\(prose)</p><p>It is closed.</p></td></tr></table>")
        #expect(found.paragraphs.map(\.aside) == [nil, nil, nil])
        #expect(found.paragraphs.last?.text == "It is closed.")
    }

    @Test(arguments: [
        ("It&#146;s &#147;ours&#148;&#133;", "It’s “ours”…", 4), ("co\u{AD}operate\u{200B}d\u{FEFF}", "cooperated", 0),
        ("10\u{A0}000\u{202F}km \u{2011} a\u{2010}b", "10 000 km - a-b", 0), ("of\u{FB01}ce", "office", 0),
        ("â€œNoâ€\u{9D}, cafÃ© â‚¬5 Â£3 ðŸ˜€", "“No”, café €5 £3 😀", 6),
        ("NÃO É… château â, Ängström", "NÃO É… château â, Ängström", 0),
        ("می\u{200C}خواهم 👩\u{200D}🚀", "می\u{200C}خواهم 👩\u{200D}🚀", 0),
    ])
    func mendsCharacters(raw: String, expected: String, mended: Int) throws {
        let found = try story("<p>\(raw)</p>")
        #expect(found.paragraphs.map { Array($0.text.unicodeScalars) } == [Array(expected.unicodeScalars)])
        #expect(found.mended == mended)
    }

    @Test func countsSpansInCodePoints() {
        let story = Story(
            paragraphs: [
                .init(text: "🌉 Bridge"), .init(text: "A\u{301} table", aside: "table"),
                .init(text: "🏁", aside: "table"),
                .init(text: "Ek", aside: "byline"), .init(text: "End"),
            ], mended: 1)
        var metadata = Metadata()
        metadata.title = "🌉 Bridge"
        let article = story.article(metadata, item: 3)
        #expect(article.text == "🌉 Bridge\n\nA\u{301} table\n\n🏁\n\nEk\n\nEnd")
        #expect(article.setAside.map(\.reason) == ["table", "byline"])
        let scalars = Array(article.text.unicodeScalars)
        let cut = article.setAside.map { String(String.UnicodeScalarView(scalars[$0.span.start..<$0.span.end])) }
        #expect(cut == ["A\u{301} table\n\n🏁", "Ek"])
        #expect(article.warnings == ["mended 1 character that had been decoded wrongly"])
    }
}
