import Testing

@testable import Newswire

@Suite struct PageCharactersTests {
    @Test(arguments: [
        ("a\u{A0}b\u{2009}c\n\td", "a b c d"), ("so\u{AD}ft zero\u{200B}width \u{FEFF}mark", "soft zerowidth mark"),
        ("\u{93}quoted\u{94} and\u{85}", "“quoted” and…"), ("👩\u{200D}🚒", "👩\u{200D}🚒"), ("  ", ""),
    ])
    func linesAreOfWhatIsSeen(text: String, line: String) {
        #expect(String.line(text) ?? "" == line)
    }

    @Test(arguments: [
        ("â€œYesâ€\u{9D}, itâ€™s", "“Yes”, it’s", 3), ("RenÃ©e and ZoÃ«", "Renée and Zoë", 2),
        ("â€œYes,â€� she said. â€œNo,â€ he said.", "“Yes,” she said. “No,” he said.", 4),
        ("10Â\u{A0}km Ã\u{A0} pied", "10\u{A0}km à pied", 2),
        ("Ã¢â‚¬Å“Yes,Ã¢â‚¬\u{9D} Ã¢â‚¬Å“no,Ã¢â‚¬Â\u{9D} ItÃ¢â‚¬â„¢s", "“Yes,” “no,” It’s", 5),
        ("Ã¢â‚¬Å“Yes,Ã¢â‚¬ï¿½ ZoÃƒÂ« and RenÃƒÂ©", "“Yes,” Zoë and René", 4),
        ("‚ÄúYes,‚Äù it‚Äôs RenÃ©e‚Äôs", "“Yes,” it’s RenÃ©e’s", 4), ("Caf√© ‚Äì Zo√´‚Ä¶", "Café – Zoë…", 4),
    ])
    func misreadUTF8IsMended(text: String, mended: String, count: Int) {
        let result = Mojibake.mended(text)
        #expect(result?.text == mended)
        #expect(result?.count == count)
    }

    @Test func placesOfAMendedTextAreFoundInTheOneAsItWas() throws {
        let misread = "â€œYesâ€\u{9D}, itâ€™s"
        let mended = try #require(Mojibake.mended(misread))
        let origins = [Span(0, 5), Span(1, 4), Span(4, 5), Span(9, 10), Span(11, 11)].map(mended.origins.span)
        #expect(origins == [Span(0, 9), Span(3, 6), Span(6, 9), Span(13, 16), Span(17, 17)])
        #expect(misread.unicodeScalars.count == 17 && mended.text.unicodeScalars.count == 11)
    }

    @Test(arguments: [
        ("ÒYes,Ó it isnÕt", "“Yes,” it isn’t" as String?), ("Òran Mór said Ó Briain", nil), ("“Ò” ÒNo,Ó", nil),
    ])
    func macRomanThatWasReadAsWindows1252IsMended(text: String, mended: String?) {
        #expect(MacRoman.remap(text) == mended)
    }

    @Test(arguments: [
        (
            "<p>&amp;ldquo;Yes,&amp;rdquo; it&amp;#8217;s, &amp;#x2019;",
            "<p>&ldquo;Yes,&rdquo; it&#8217;s, &#x2019;" as String?
        ),
        ("<p>&ldquo;A &amp; B&rdquo; &amp;amp; &amp;lt; &amp;#; x&amp;", nil), ("", nil),
    ])
    func referencesThatWereEscapedTwiceAreReadOnce(page: String, mended: String?) {
        #expect(DoubleReferences.mended(page)?.text == mended)
    }

    @Test(arguments: [
        ("<![CDATA[<p>a</p>]]>", "<p>a</p>"), (" <![CDATA[a", "a"),
        ("&lt;p&gt;a &amp;amp; b&lt;/p&gt;", "<p>a &amp; b</p>"),
        ("&amp;lt;p&amp;gt;a&amp;lt;/p&amp;gt;", "&amp;lt;p&amp;gt;a&amp;lt;/p&amp;gt;"), ("1 &lt; 2", "1 &lt; 2"),
        ("<p>&lt;/p&gt;</p>", "<p>&lt;/p&gt;</p>"), ("&lt;br /&gt;a", "<br />a"), ("&lt;b", "&lt;b"), ("&lt;", "&lt;"),
        ("", ""),
    ])
    func markupThatWasEscapedOnceTooOftenIsUnwrapped(text: String, markup: String) {
        #expect(String(decoding: EscapedMarkup.unwrapped(Array(text.utf8)[...]), as: UTF8.self) == markup)
    }

    /// One pair may be an accident, and a letter that stands alone shows that the others are meant.
    @Test(arguments: [
        "SÃO PAULO", "Ã©", "Ângela, Ã© e Ã\u{AD}", "café", "plain", "“Yes”", "10 Â£ and Â", "Caf√©", "√π ‚Äpfel‘ ‚Ä",
    ])
    func whatMayBeMeantIsLeft(text: String) {
        #expect(Mojibake.mended(text) == nil)
    }

    @Test(arguments: [
        ("article__body", ["article", "body"]), ("StandardArticleBody_body", ["standard", "article", "body", "body"]),
        ("wp-caption-text", ["wp", "caption", "text"]), ("", []), ("x1y", ["x", "y"]),
    ])
    func namesAreWordsHoweverTheyAreWritten(name: String, words: [String]) {
        #expect(RegionHint.words(of: name) == words)
    }

    @Test(arguments: [
        ("article-body", RegionHint.story), ("relatedStories", .apart), ("comment-list", .comments),
        ("wp-caption-text", .caption), ("main", RegionHint()), ("content-with-sidebar", RegionHint()),
    ])
    func namesHintAtWhatIsInARegion(name: String, hint: RegionHint) {
        #expect(RegionHint(name: name).contains(hint))
        if hint.isEmpty { #expect(RegionHint(name: name).isEmpty) }
    }
}
