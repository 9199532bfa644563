import Foundation
import Journal
import Records
import Rulebook
import Testing

@testable import QuotationIndex

@Suite struct QueryTests {
    private func shown(_ words: String) -> [String] {
        Query.terms(of: words).map { ($0.isExcluded ? "-" : "") + $0.text + ($0.isPrefix ? "*" : "") }
    }

    @Test(arguments: [
        ("bridge toll", ["bridge", "toll"]), ("\"closed to traffic\" toll", ["closed to traffic", "toll"]),
        ("“closed to traffic”", ["closed to traffic"]), ("-toll bridge*", ["-toll", "bridge*"]),
        ("-\"toll road\"", ["-toll road"]), ("\"toll ro\"*", ["toll ro*"]), ("\"not closed", ["not closed"]),
        ("  ", []), ("-- * \" \"\" () ^ :", []), ("a\"b", ["a", "b"]),
        ("\"\u{301}a b\"\u{301}c", ["\u{301}a b", "\u{301}c"]), ("C++ U.S. don't", ["C++", "U.S.", "don't"]),
        ("AND OR NOT NEAR", ["AND", "OR", "NOT", "NEAR"]),
    ])
    func takesWordsAsPeopleTypeThem(words: String, terms: [String]) { #expect(shown(words) == terms) }

    // All words that there are would be looked up.
    @Test(arguments: [
        ("o*", ["o"]), ("e\u{301}*", ["e\u{301}"]), ("\"U.S.\"*", ["U.S."]), ("don't*", ["don't"]), ("4x*", ["4x*"]),
    ])
    func takesABeginningOfOneLetterForAWord(words: String, terms: [String]) { #expect(shown(words) == terms) }

    @Test func isBounded() {
        #expect(Query.terms(of: String(repeating: "word ", count: 100_000)).count == 50)
        #expect(shown("an* bo* -ce* du* e") == ["an*", "bo*", "-ce*", "du", "e"])
        #expect(Query(words: "", limit: 1 << 40).limit == Query.largestLimit)
        #expect(Query(words: "", limit: -1).limit == 0)
    }

    @Test func isAnExpressionInWhichNoSignMeansAnything() {
        let query = Query(words: "say's -xy*", speaker: "Åsa", verb: .tell)
        #expect(
            MatchExpression(query).text
                == #"(({text title} : ("say's")) AND (names : ("Åsa")) AND (class : "tell")) NOT ({text title} : ("xy" *))"#
        )
        #expect(MatchExpression(Query(words: "")).text == nil)
    }

    @Test(arguments: [
        ("2026-11-20", "2026-11-20T00:00:00.000Z"), ("2026-11-20T08:00:00+01:00", "2026-11-20T07:00:00.000Z"),
        ("2026-11-20T08:00:00.25Z", "2026-11-20T08:00:00.250Z"), ("2026-11-20 08:00", "2026-11-20T08:00:00.000Z"),
        ("2026-11-20T08:00:00-0530", "2026-11-20T13:30:00.000Z"), ("1921-02-03", "1921-02-03T00:00:00.000Z"),
        ("2026-06-30T23:59:60Z", "2026-06-30T23:59:59.000Z"),
    ])
    func readsTimes(text: String, time: String) { #expect(Timestamp(iso8601: text)?.rfc3339 == time) }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2026-02-30", "yesterday", "2026-11-20T", "2026-11-20T25:00", "2026-11-20Q",
    ])
    func refusesWhatIsNoTime(text: String) { #expect(Timestamp(iso8601: text) == nil) }
}
