import Newswire
import TestSupport
import Testing
import Text

@Suite struct TokenizerTests {
    // MARK: Where tokens begin and end

    @Test(arguments: [
        ("plain words", ["plain", "words"]),
        (
            "contractions: he'll, they've, we're, I'm, she'd",
            ["contractions", ":", "he", "'ll", ",", "they", "'ve", ",", "we", "'re", ",", "I", "'m", ",", "she", "'d"]
        ),
        (
            "possessives: Lind's, Lind’s and the Linds’",
            ["possessives", ":", "Lind", "'s", ",", "Lind", "’s", "and", "the", "Linds", "’"]
        ),
        ("n't stays: don't, don’t", ["n't", "stays", ":", "don't", ",", "don’t"]),
        ("the U.S. army", ["the", "U.S.", "army"]),
        ("at 9 p.m. in St. Ives", ["at", "9", "p.m.", "in", "St.", "Ives"]),
        ("J.R. Bekker and A. Lind", ["J.R.", "Bekker", "and", "A.", "Lind"]),
        ("3.5 of 1,200 at 10:30", ["3.5", "of", "1,200", "at", "10:30"]),
        ("$5, €3.50 and £2m", ["$5", ",", "€3.50", "and", "£2m"]),
        ("$ alone", ["$", "alone"]),
        ("@name and #topic, a@example.org", ["@name", "and", "#topic", ",", "a@example.org"]),
        ("the ’90s and the '80s", ["the", "’90s", "and", "the", "'80s"]),
        ("get 'em, ’til then", ["get", "'em", ",", "’til", "then"]),
        ("``old'' marks", ["``", "old", "''", "marks"]),
        ("''twice''", ["''", "twice", "''"]),
        ("so… what...", ["so", "…", "what", "..."]),
        ("two.. dots", ["two", "..", "dots"]),
        ("end.Next", ["end", ".", "Next"]),
        ("example.com/page", ["example.com/page"]),
        ("well-known café-goers", ["well-known", "café-goers"]),
        ("five -- six – seven—eight", ["five", "--", "six", "–", "seven", "—", "eight"]),
        ("(a) [b] {c}", ["(", "a", ")", "[", "b", "]", "{", "c", "}"]),
        ("“a” „b“ «c» ‹d› ‘e’", ["“", "a", "”", "„", "b", "“", "«", "c", "»", "‹", "d", "›", "‘", "e", "’"]),
        ("\u{93}C1\u{94} \u{91}too\u{92}", ["\u{93}", "C1", "\u{94}", "\u{91}", "too", "\u{92}"]),
        ("?!", ["?", "!"]), ("", []), (" \u{A0}\u{2009} ", []),
    ])
    func wordsAndMarksAreParted(_ text: String, _ expected: [String]) {
        #expect(Reading.document(text).words == expected)
    }

    // MARK: Offsets

    @Test(arguments: [
        ("Hej 🍜 där", [Span(0, 3), Span(4, 5), Span(6, 9)]),
        // A person, a skin tone and a joiner, a rocket: four code points, whatever the tokens.
        ("👩🏽‍🚀 där", [Span(0, 1), Span(1, 3), Span(3, 4), Span(5, 8)]),
        ("🇸🇪 flag", [Span(0, 1), Span(1, 2), Span(3, 7)]),
        ("cafe\u{301} bar", [Span(0, 5), Span(6, 9)]),
        ("one\r\n\r\ntwo", [Span(0, 3), Span(7, 10)]),
        ("one\u{A0}two\u{202F}three", [Span(0, 3), Span(4, 7), Span(8, 13)]),
        ("soft\u{AD}hyphen here", [Span(0, 11), Span(12, 16)]),
        ("zero\u{200B}width", [Span(0, 4), Span(5, 10)]),
        ("\u{FEFF}mark first", [Span(1, 5), Span(6, 11)]),
        ("\u{301}lone mark", [Span(0, 1), Span(1, 5), Span(6, 10)]),
        ("“𝔸” 漢字", [Span(0, 1), Span(1, 2), Span(2, 3), Span(4, 6)]),
    ])
    func offsetsCountCodePoints(_ text: String, _ expected: [Span]) {
        #expect(Reading.document(text).tokens.map(\.span) == expected)
    }

    @Test func aWordOfFiveHundredLettersIsOneToken() {
        let word = String(repeating: "a", count: 500)
        #expect(Reading.document("So \(word), he said.").tokens[1].span == Span(3, 503))
    }

    // MARK: What is known of a token

    @Test(
        arguments: [
            ("Said", .word, .capitalized), ("NATO", .word, [.capitalized, .allCaps]),
            ("said", .word, []), ("3.5", .number, []), ("$5", .number, []), ("2m", .word, []), ("\"", .quoteMark, []),
            ("\u{93}", .quoteMark, []), ("`", .quoteMark, []), ("…", .ellipsis, []), ("..", .ellipsis, []),
            (".", .stop, []), ("—", .dash, []), (";", .semicolon, []), ("🍜", .symbol, []),
            ("Dr.", .word, [.capitalized, .abbreviation]),
            ("Élan", .word, .capitalized),
        ] as [(String, Token.Kind, Token.Shape)])
    func kindAndShapeAreRead(_ text: String, _ kind: Token.Kind, _ shape: Token.Shape) throws {
        let token = try #require(Reading.document(text).tokens.first)
        #expect(token.kind == kind)
        #expect(token.shape.subtracting([.spaceBefore, .spaceAfter]) == shape)
    }

    @Test(arguments: [
        ("DON’T", "don't"), ("Élan", "élan"), ("ÉLAN\u{92}S", "élan's"), ("\u{93}", "“"), ("''", "''"),
        ("U.S.", "u.s."),
    ])
    func lowerIsLowerCaseWithStraightApostrophes(_ text: String, _ expected: String) {
        #expect(Reading.document(text).tokens.map(\.lower).joined() == expected)
    }

    @Test func spaceIsNotedOnBothSides() {
        let shapes = Reading.document("a “b” c").tokens.map { $0.shape.intersection([.spaceBefore, .spaceAfter]) }
        #expect(shapes == [[.spaceBefore, .spaceAfter], .spaceBefore, [], .spaceAfter, [.spaceBefore, .spaceAfter]])
    }

    // MARK: All of the text, once

    @Test(arguments: Shipped.articles)
    func everyVisibleCodePointOfAnArticleIsInOneToken(_ article: SampleArticle) {
        expectEachVisibleCodePointOnce(article.text)
    }

    @Test(arguments: 0..<40)
    func everyVisibleCodePointOfRandomTextIsInOneToken(_ seed: Int) {
        var generator = SplitMix(seed: seed)
        var text = String.UnicodeScalarView()
        for _ in 0..<600 { text.append(contentsOf: generator.pick(Self.pieces).unicodeScalars) }
        expectEachVisibleCodePointOnce(String(text))
    }

    /// Whatever has a rule of its own in the tokenizer, and neighbours that spoil it.
    private static let pieces = [
        " ", " ", " ", "\n", "\r\n", "\n\n", "\u{A0}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{301}", "\u{FE0F}", "a",
        "B", "é", "ß",
        "İ", "ǆ", "漢", "7", "٣", "½", "'", "’", "\u{92}", "\"", "“", "”", "``", "''", "`", "«", ".", "..", "…", ",",
        ":", ";", "-",
        "—", "/", "&", "@", "#", "$", "€", "(", ")", "👩🏽‍🚀", "🇸🇪", "'s", "’ll", "U.S.", "p.m.", "No.", "said", "’90s",
        "\u{0}", "\u{7F}",
        "\u{10FFFF}", "\u{FFFD}",
    ]

    private func expectEachVisibleCodePointOnce(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let document = Reading.document(text)
        var owners = [Int](repeating: 0, count: document.scalars.count)
        var last = 0
        for token in document.tokens {
            #expect(!token.span.isEmpty && token.span.start >= last, "\(token)", sourceLocation: sourceLocation)
            last = token.span.end
            for i in token.span.start..<token.span.end { owners[i] += 1 }
        }
        // What was set aside has no tokens: nothing is looked for in it.
        for aside in document.setAside { for i in aside.span.start..<aside.span.end { owners[i] = -1 } }
        let wrong = document.scalars.indices.filter {
            owners[$0] >= 0 && owners[$0] != (Self.isSpace(document.scalars[$0]) ? 0 : 1)
        }
        #expect(wrong.isEmpty, "at \(wrong.prefix(5))", sourceLocation: sourceLocation)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }
}
