import Newswire
import Rulebook
import TestSupport
import Testing
import Text

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

@Suite struct QuotePairingTests {
    /// Each stretch as it stands in the text, the outer before those it holds.
    private func stretches(_ text: String, _ marks: QuoteMarks = Shipped.rulebook.quoteMarks) -> [String] {
        var rulebook = Shipped.rulebook
        rulebook.quoteMarks = marks
        let document = Segmenter(rulebook: rulebook).document(of: Article(text: text))
        let pairing = QuotePairing(
            tokens: document.tokens, marks: marks, morphology: rulebook.morphology)
        return document.paragraphs.flatMap { pairing.stretches(in: $0.tokens) }
            .map { document.text(document.span(ofTokens: $0.tokens)) }
    }

    @Test(arguments: [
        ("He read “one” and “two”.", ["“one”", "“two”"]),
        ("He read \"one\" and \"two\".", ["\"one\"", "\"two\""]),
        ("He read ‘one’ and 'two'.", ["‘one’", "'two'"]),
        ("He read ``one'' and «two».", ["``one''", "«two»"]),
        ("He read “one\" and \"two”.", ["“one\"", "\"two”"]),
        ("He read „one“ here.", ["„one“"]), ("He read „one” here.", ["„one”"]), ("He read »one« here.", ["»one«"]),
        ("He read 「one」 and 『two』.", ["「one」", "『two』"]), ("He read ＂one＂ here.", ["＂one＂"]),
        ("He read “one“ and ”two”.", ["“one“", "”two”"]), ("He read ‚one‘ and `two'.", ["‚one‘", "`two'"]),
        ("« Oui », he said. “ Yes ”", ["« Oui »", "“ Yes ”"]),
        ("He read “one» and two.", ["“one» and two."]),
        ("“He read ‘one’ to us.”", ["“He read ‘one’ to us.”", "‘one’"]),
        ("'He read \"one\" to us.'", ["'He read \"one\" to us.'", "\"one\""]),
        ("“It never ends.", ["“It never ends."]),
        ("“One. “Two.”", ["“One.", "“Two.”"]),
        ("The workers' pay, the owners’ cars", []),
        ("It's 5' 4\" high, and it isn't 12\" wide", []),
        ("rock 'n' roll in the '80s", []),
        ("'The workers' pay is late.'", ["'The workers' pay is late.'"]),
        ("\u{93}One\u{94} and \u{91}two\u{92}.", ["\u{93}One\u{94}", "\u{91}two\u{92}"]),
        ("\"", []), ("“", []), ("”", []),
    ])
    func marksFindTheirPartners(_ text: String, _ expected: [String]) {
        #expect(stretches(text) == expected)
    }

    @Test func marksNeverPairOverParagraphs() {
        #expect(stretches("“One.\n\n“Two.”") == ["“One.", "“Two.”"])
    }

    // MARK: Other languages

    private static let german = QuoteMarks(
        pairs: [
            .init("\"", "\""), .init("„", "“"), .init("»", "«"), .init("«", "»"), .init("‚", "‘", isSingle: true),
            .init("›", "‹", isSingle: true),
        ], apostrophes: ["'", "’"])

    @Test(arguments: [
        ("„Es ist gut“, sagte sie. „Sehr gut.“", ["„Es ist gut“", "„Sehr gut.“"]),
        ("„Es ist“ „gut“", ["„Es ist“", "„gut“"]),
        ("»Es ist gut«, sagte sie, »sehr gut.«", ["»Es ist gut«", "»sehr gut.«"]),
        ("„Sie sagte ‚Nein‘ zu uns.“", ["„Sie sagte ‚Nein‘ zu uns.“", "‚Nein‘"]),
        ("»Sie sagte ›Nein‹ zu uns.«", ["»Sie sagte ›Nein‹ zu uns.«", "›Nein‹"]),
        ("\"Es ist gut\", sagte sie.", ["\"Es ist gut\""]),
        ("Das war's, und Hans’ Hut", []),
        ("„Es ist gut, sagte sie.", ["„Es ist gut, sagte sie."]),
        ("“Not here”", []),
    ])
    func germanMarksFindTheirPartners(_ text: String, _ expected: [String]) {
        #expect(stretches(text, Self.german) == expected)
    }

    private static let french = QuoteMarks(
        pairs: [.init("«", "»"), .init("“", "”", isSingle: true)], apostrophes: ["'", "’"])

    @Test(arguments: [
        ("« C’est bon », dit-elle. «\u{A0}Très bon.\u{A0}»", ["« C’est bon »", "«\u{A0}Très bon.\u{A0}»"]),
        ("« Elle a dit “non” hier. »", ["« Elle a dit “non” hier. »", "“non”"]),
        ("L’ami d'Anne", []),
    ])
    func frenchMarksStandApart(_ text: String, _ expected: [String]) {
        #expect(stretches(text, Self.french) == expected)
    }

    @Test func whatIsNoMarkPairsNothing() {
        #expect(stretches("“One” and \"two\" 'three'", QuoteMarks()) == [])
    }
}
