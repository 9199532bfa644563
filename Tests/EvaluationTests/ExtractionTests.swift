import Testing

@testable import Evaluation

/// The figures are what the benchmark's own script gives for the same texts.
@Suite struct ExtractionTests {
    private func tally(_ pairs: [(truth: String, found: String)]) -> ExtractionTally {
        ExtractionTally(
            pairs.enumerated().map { ExtractionTally.Page(id: "\($0)", truth: $1.truth, found: $1.found) })
    }

    @Test func runsOfFourWordsAreCounted() {
        let counts = Shingles("One, two – three four_4 FIVE; one two three four_4").counts
        #expect(counts.count == 6)
        #expect(counts[["One", "two", "three", "four_4"]] == 1)
        #expect(counts[["one", "two", "three", "four_4"]] == 1, "capitals count")
        #expect(Shingles("a b c d a b c d").counts[["a", "b", "c", "d"]] == 2)
        #expect(Shingles("too short").counts == [["too", "short"]: 1])
        #expect(Shingles(" … ").counts.isEmpty)
    }

    @Test func aPageThatAgreesIsWhole() {
        let whole = tally([("a b c d e", "a b — c d e!")])
        #expect((whole.precision, whole.recall, whole.f1) == (1, 1, 1))
    }

    /// Two runs of three that are there, one that is too many: shares of 2/4, 1/4 and 1/4.
    @Test func whatIsTooManyAndWhatIsMissingCount() {
        let half = tally([("a b c d e f", "b c d e f g")])
        #expect(abs(half.precision - 2.0 / 3) < 1e-12)
        #expect(abs(half.recall - 2.0 / 3) < 1e-12)
    }

    @Test func pagesWeighTheSameHoweverLong() {
        let long = (0..<400).map { "w\($0)" }.joined(separator: " ")
        let two = tally([(long, long), ("a b c d", "e f g h")])
        #expect((two.precision, two.recall, two.f1) == (0.5, 0.5, 0.5))
    }

    @Test func ofAPageFromWhichNothingWasTakenOnlyRecallIsKnown() {
        let two = tally([("a b c d", "a b c d"), ("a b c d", "")])
        #expect(two.precision == 1)
        #expect(two.recall == 0.5)
        #expect(abs(two.f1 - 2.0 / 3) < 1e-12)
        #expect(tally([("", "")]).f1 == 0, "there is nothing to be a mean of")
    }

    @Test func theTruthIsReadByPage() throws {
        let json = #"{"b": {"articleBody": "two", "url": "u"}, "a": {"articleBody": null}}"#
        let truths = try PageTruth.read(Array(json.utf8), file: "t.json")
        #expect(truths == [PageTruth(id: "a", body: ""), PageTruth(id: "b", body: "two")])
        for broken in ["", "[]", "{}", #"{"a": "text"}"#] {
            let error = #expect(throws: InputMistakes.self) { try PageTruth.read(Array(broken.utf8), file: "t.json") }
            #expect(error?.description.hasPrefix("t.json: it names no pages; write it as") == true)
        }
    }
}
