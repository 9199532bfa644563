import TestSupport
import Testing
import Text

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Speakers

@Suite struct QuotePairingTests {
    /// Each stretch as it stands in the text, the outer before those it holds.
    private func stretches(_ text: String) -> [String] {
        let document = Finding(text).document
        return document.paragraphs.flatMap { QuotePairing(tokens: document.tokens).stretches(in: $0.tokens) }
            .map { document.text(document.span(ofTokens: $0.tokens)) }
    }

    @Test(arguments: [
        ("He read “one” and “two”.", ["“one”", "“two”"]),
        ("He read \"one\" and \"two\".", ["\"one\"", "\"two\""]),
        ("He read ‘one’ and 'two'.", ["‘one’", "'two'"]),
        ("He read ``one'' and «two».", ["``one''", "«two»"]),
        ("He read “one\" and \"two”.", ["“one\"", "\"two”"]),
        ("He read „one“ here.", ["„one“"]),
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
}
