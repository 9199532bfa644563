import TestSupport
import Testing

@testable import Newswire

@Suite struct WireTextTests {
    /// Found by fuzzing.
    @Test func aHeadingBehindTheTextIsNoHeading() throws {
        let frame = try WireFrame(Array("\u{2}The bridge is unsafe, she said.\u{3}\u{1}sna062".utf8))
        #expect(frame.header.joined().isEmpty)
        #expect(frame.lines == ["The bridge is unsafe, she said."])
    }

    @Test func readsIPTC7901() throws {
        let text = """
            \u{1}sna062 4 i 211 ccccb   sn 061\r
            \r
            Ystad-bridge/\r
            \u{2}1ST LEAD\r
            Bridge over the strait called unsafe,\r
            mayor says\r
            By Bo Ek, sn =\r
            \r
               Ystad (sn) - The bridge over the strait is unsafe, the mayor of\r
            Ystad, \u{C5}sa Holm, told the council late on Friday, and has to be\r
            closed at once.\r
            \r
               "Nobody should cross it," she said.\r
            \r
            # sn NOTEBOOK\r
            \r
            * * * *\r
            The following information is not for publication\r
            - Reporting by: Bo Ek\r
            \r
            sn bek avk\r
            \u{3}200700 GMT Nov 26\r
            \u{7F}\u{4}
            """
        let reading = try Newswire.read(bytes: text.unicodeScalars.map { UInt8($0.value) })
        #expect(reading.format == "iptc-7901")
        #expect(reading.encoding == "windows-1252")
        let article = try #require(reading.articles.first)
        #expect(
            article.text == """
                Bridge over the strait called unsafe, mayor says

                Ystad (sn) - The bridge over the strait is unsafe, the mayor of Ystad, Åsa Holm, told the council late on Friday, \
                and has to be closed at once.

                "Nobody should cross it," she said.

                # sn NOTEBOOK

                * * * *

                The following information is not for publication

                - Reporting by: Bo Ek

                sn bek avk
                """)
        #expect(article.setAside.map(\.reason) == ["notebook"])
        #expect(article.metadata.title == "Bridge over the strait called unsafe, mayor says")
        #expect(article.metadata.byline == ["Bo Ek"])
        #expect(article.metadata.dateline == Dateline(place: "Ystad", agency: "sn"))
        #expect(article.metadata.publisher == "sn")
        #expect(article.metadata.urgency == 4)
    }

    @Test func readsANPA1312() throws {
        let text =
            "\u{16}\u{16}\u{1}W2870\u{1F}_sn\nf l\u{13}\u{11} BC-Bridge     11-20 0100\n\u{2}^BC-Bridge,100<\n"
            + "^Bridge called unsafe<\n^SN Photo 1<\n^Eds: With photos.<\n^By BO EK and ANN VIK=\n^Strait News=\n"
            + "\t   YSTAD (SN) _ The bridge is ``unsafe,'' the mayor said.\n\n\t   Figures:<\n\u{8}^;W;L;Pct^P\n\u{8}Ystad;1;2;3{\n"
            + "\t   It is closed.\n\n\t   \u{3}SN-WF-11-20-26 0700GMT<\n\u{C}\n\u{4}"
        let reading = try Newswire.read(bytes: ascii(text))
        #expect(reading.format == "anpa-1312")
        let article = try #require(reading.articles.first)
        #expect(
            article.text == """
                Bridge called unsafe

                SN Photo 1

                Eds: With photos.

                Strait News

                YSTAD (SN) — The bridge is “unsafe,” the mayor said.

                Figures:

                W | L | Pct^P

                Ystad | 1 | 2 | 3½

                It is closed.
                """)
        #expect(article.setAside.map(\.reason) == ["editorial", "table"])
        #expect(article.metadata.title == "Bridge called unsafe")
        #expect(article.metadata.byline == ["BO EK", "ANN VIK"])
        #expect(article.metadata.published == "2026-11-20T07:00:00Z")
        #expect(article.metadata.publisher == "SN")
    }

    @Test(arguments: ["\u{1}header\n\u{2}\u{3}", "\u{1}header\n\u{2}  \n\u{3} x"])
    func failsWithoutText(text: String) {
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: ascii(text)) }
        #expect(error?.code == .noArticle)
    }
}

@Suite struct PlainTextWithinFormatsTests {
    @Test(arguments: [
        ("One.\r\n\r\nTwo.", ["One.", "Two."]), ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
        ("   One.\n   Two\nmore.", ["One.", "Two more."]),
        (
            "The bridge over the strait is unsafe, said\nthe mayor of the town, who had it closed on\nFriday and reopened.\n\nTwo.",
            [
                "The bridge over the strait is unsafe, said the mayor of the town, who had it closed on Friday and reopened.",
                "Two.",
            ]
        ),
        ("Headline\nBy Bo Ek\n\nText.", ["Headline", "By Bo Ek", "Text."]), (" \n ", []),
    ])
    func findsParagraphs(text: String, expected: [String]) {
        #expect(Story(plain: text, words).paragraphs.map(\.text) == expected)
    }
}

@Suite struct AsiaNetTests {
    private static let release = """
        Source: Harbour Robots Ltd \r
        MEDIA RELEASE PR00417\r
        Harbour Robots Puts First Ferry Without a Crew to Sea between Ystad and \r
        Kessing\r
        \r
        YSTAD, Sweden, Nov. 20, 2026 /Strait Newswire-AsiaNet/ --\r
        \r
        Harbour Robots Ltd ( https://robots.example/ ) today put its first ferry to sea \r
        that has no crew aboard. "Nobody will miss the coffee," says Bo Ek, who leads \r
        the company.\r
        \r
        (Photo 1: \r
        http://robots.example/ferry.jpg)\r
        \r
        About Harbour Robots Ltd\r
        Harbour Robots Ltd has built machines for harbours since 1987 and has nineteen \r
        people in Ystad.\r
        \r
        Contact:\r
        Ann Vik\r
        ann@robots.example\r
        \r
        SOURCE Harbour Robots Ltd \r

        """

    @Test func readsARelease() throws {
        let reading = try Newswire.read(bytes: ascii(Self.release))
        #expect(reading.format == "asianet")
        let article = try #require(reading.articles.first)
        #expect(
            article.text == """
                Harbour Robots Puts First Ferry Without a Crew to Sea between Ystad and Kessing

                YSTAD, Sweden, Nov. 20, 2026 /Strait Newswire-AsiaNet/ --

                Harbour Robots Ltd ( https://robots.example/ ) today put its first ferry to sea that has no crew aboard. \
                "Nobody will miss the coffee," says Bo Ek, who leads the company.

                (Photo 1: http://robots.example/ferry.jpg)

                About Harbour Robots Ltd

                Harbour Robots Ltd has built machines for harbours since 1987 and has nineteen people in Ystad.

                Contact:

                Ann Vik

                ann@robots.example

                SOURCE Harbour Robots Ltd
                """)
        #expect(article.setAside.map(\.reason) == ["caption", "credit"])
        let metadata = article.metadata
        #expect(metadata.title == "Harbour Robots Puts First Ferry Without a Crew to Sea between Ystad and Kessing")
        #expect(metadata.publisher == "Harbour Robots Ltd")
        #expect(metadata.item == "PR00417")
        #expect(metadata.published == "2026-11-20")
        #expect(metadata.dateline == Dateline(place: "YSTAD, Sweden", agency: "Strait Newswire-AsiaNet"))
    }

    @Test(arguments: ["Source: the mayor\nShe said so.\nTwice.\n", "MEDIA RELEASE PR1\nSource: x\n\nText.\n"])
    func proseThatSpeaksOfSourcesIsProse(_ text: String) throws {
        #expect(try Newswire.read(bytes: ascii(text)).format == "text")
    }

    @Test(arguments: [
        ("YSTAD, Nov. 20, 2026 /AsiaNet/ --", "2026-11-20"), ("YSTAD, 2026 /AsiaNet/ --", nil), ("YSTAD, Nov. 20", nil),
    ])
    func readsTheDayOfADateline(_ dateline: String, _ day: String?) {
        #expect(AsiaNetReader.date(in: dateline, words.times) == day)
    }
}
