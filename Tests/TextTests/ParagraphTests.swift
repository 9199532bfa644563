import Newswire
import TestSupport
import Testing
import Text

@Suite struct ParagraphTests {
    @Test(arguments: [
        ("one\n\ntwo", ["one", "two"]),
        ("one\r\n\r\ntwo\r\n", ["one", "two"]),
        ("one\n \t \ntwo", ["one", "two"]),
        ("one\n\n\n\ntwo", ["one", "two"]),
        ("One line.\nAnother line.\nA third.", ["One line.", "Another line.", "A third."]),
        ("One line.\r\nAnother line.\r\nA third.", ["One line.", "Another line.", "A third."]),
        ("one\u{2029}two\u{85}three\u{C}four", ["one", "two", "three", "four"]),
        ("  indented  ", ["indented"]),
        ("", []), ("\n\n\n", []), ("\u{FEFF}", []),
    ])
    func linesMakeParagraphs(_ text: String, _ expected: [String]) {
        #expect(Reading.document(text).paragraphTexts == expected)
    }

    private static let wrapped = [
        "The harbour board met on Tuesday to hear what the new crane",
        "would cost, and after four hours of talk it sent everybody",
        "home with a promise to meet again when the figures are in.",
        "    The crane, which is red, was ordered by the board before",
        "the last one, and nobody at the meeting could say by whom it",
        "had been paid for or where it is.",
    ]

    @Test(arguments: ["\n", "\r\n"])
    func hardWrappedLinesAreOneParagraphUntilOneIsIndented(_ lineBreak: String) {
        let document = Reading.document(Self.wrapped.joined(separator: lineBreak))
        #expect(document.paragraphs.count == 2)
        #expect(document.paragraphTexts.map { $0.prefix(9) } == ["The harbo", "The crane"])
    }

    @Test func hardWrappedParagraphsArePartedByBlankLines() {
        let text = Self.wrapped[0...2].joined(separator: "\n") + "\n\n" + Self.wrapped[3...].joined(separator: "\n")
        #expect(Reading.document(text).paragraphs.count == 2)
    }

    @Test func spansCountEveryCodePointBeforeThem() {
        let document = Reading.document("🍜\r\n\r\ncafe\u{301}\r\n\r\nend")
        #expect(document.paragraphs.map(\.span) == [Span(0, 1), Span(5, 10), Span(14, 17)])
    }

    // MARK: Headline

    @Test(arguments: [
        ("Harbour gets red crane\n\nThe board met. It rained.", "Harbour gets red crane"),
        ("Who ordered the crane?\n\nThe board met.", "Who ordered the crane?"),
        ("The board met on Tuesday.\n\nIt rained.", nil),
        ("Harbour gets red crane", nil),
        ("Harbour\n\nThe board met.", nil),
        (String(repeating: "very ", count: 40) + "long\n\nThe board met.", nil),
    ])
    func aShortFirstLineWithoutAStopIsTheHeadline(_ text: String, _ expected: String?) {
        let document = Reading.document(text)
        #expect(document.headline.map(document.text) == expected)
    }
}

@Suite struct FurnitureTests {
    private static let story = """
        Harbour gets red crane

        The board met on Tuesday and people signed up to speak about the newsletter of the port.

        Subscribe now

        By signing up, you agree to our terms.

        “Your donation built this crane's predecessor,” nobody said, since nobody gave one to the harbour.
        """

    @Test func furnitureIsSetAsideWithItsSpanAndReason() {
        let document = Reading.document(Self.story)
        #expect(
            document.setAside.map { document.text($0.span) }.prefix(2) == [
                "Subscribe now", "By signing up, you agree to our terms.",
            ])
        #expect(document.setAside.map(\.reason).prefix(2) == ["subscription", "newsletter"])
    }

    @Test func runsOfOneReasonAreOneStretch() {
        let document = Reading.document("The board met.\n\nSubscribe now\n\nSubscribe\n\nIt rained.")
        #expect(document.setAside.map { document.text($0.span) } == ["Subscribe now\n\nSubscribe"])
    }

    @Test func whatTheReaderSetAsideKeepsItsReasonAndHasNoTokens() {
        let document = Reading.document(
            "A story.\n\nA | table\n\nMore.", setAside: [SetAside(span: Span(10, 19), reason: "table")])
        #expect(document.setAside == [SetAside(span: Span(10, 19), reason: "table")])
        #expect(document.words == ["A", "story", ".", "More", "."])
        #expect(document.paragraphs.map(\.setAside) == [nil, "table", nil])
    }

    @Test func manyStretchesSetAsideByTheReaderAreEachTheirParagraphs() {
        let text = (0..<50).map { "Paragraph number \($0)." }.joined(separator: "\n\n")
        let whole = Reading.document(text).paragraphs
        // Given backwards: readers need not sort.
        let odd = whole.indices.filter { $0 % 2 == 1 }.reversed().map {
            SetAside(span: whole[$0].span, reason: "n\($0)")
        }
        let paragraphs = Reading.document(text, setAside: odd).paragraphs
        #expect(paragraphs.map(\.setAside) == whole.indices.map { $0 % 2 == 1 ? "n\($0)" : nil })
    }

    /// But for a paper's note on its own mistakes, which is no part of the story though somebody "said earlier".
    @Test(arguments: Shipped.articles)
    func nothingThatAReaderMarkedIsSetAside(_ article: SampleArticle) throws {
        let document = Reading.document(article.text)
        let asides = document.setAside.map(\.span).filter { !document.text($0).hasPrefix("Correction: ") }
        for quotation in try Gold.quotations(of: article) {
            for span in quotation.source + quotation.cue + quotation.content {
                #expect(!asides.contains { $0.overlaps(span) }, "\(document.text(span))")
            }
        }
    }

    @Test func theScrapedArticleLosesItsFrameOnly() throws {
        let article = try #require(Shipped.articles.first { $0.name == "wire-border-scraped" })
        let document = Reading.document(article.text)
        #expect(document.setAside.count >= 2)
        #expect(Set(document.setAside.map(\.reason)).count >= 2)
    }
}
