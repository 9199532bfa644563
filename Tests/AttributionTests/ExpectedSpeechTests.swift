import TestSupport
import Testing

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

/// Speech that is expected of somebody, and what else is expected.
@Suite struct ExpectedSpeechTests {
    @Test func whoIsExpectedToSpeakIsTheSource() throws {
        let finding = Finding("Otto Brandt is expected to repeat the demand on Monday.")
        let quotation = try #require(finding.quotations.first)
        #expect(finding.quotations.count == 1)
        #expect(finding.words(quotation.source) == "Otto Brandt")
        #expect(finding.words(quotation.cue?.spans ?? []) == "is expected to repeat")
        #expect(quotation.cue?.lemma == "repeat")
        #expect(quotation.cue?.tense == .future)
        #expect(quotation.cue?.hedged != nil)
    }

    @Test func whoIsExpectedToWinSaysNothing() throws {
        let finding = Finding("Otto Brandt is expected to win the race on Monday.")
        #expect(finding.quotations.map { finding.words($0.source) } == [""])
        #expect(finding.quotations.map { finding.words($0.content) } == ["Otto Brandt / to win the race on Monday"])
    }
}
