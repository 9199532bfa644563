import Testing

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

@Suite struct SureRulesTests {
    private func candidate(_ construction: Construction?, cue: Range<Int>, content: [Range<Int>]) -> Candidate {
        Candidate(
            construction: construction, source: nil, cue: [cue], content: content, verbClass: nil, stance: nil,
            paragraph: 0)
    }

    @Test func aNameBehindADashTakesItsQuotationFromTheModel() {
        let dash = candidate(.speakerDash, cue: 10..<11, content: [0..<10])
        let model = candidate(nil, cue: 11..<12, content: [0..<10, 20..<30])
        let result = SureRules.applied([dash, candidate(.thatClause, cue: 40..<41, content: [41..<50])], to: [model])
        #expect(result.map(\.content) == [[20..<30], [0..<10]])
        #expect(result.map(\.construction) == [nil, .speakerDash])
    }

    @Test func whatIsQuotedInATurnOfAConversationStaysTheModels() {
        let turn = candidate(.turn, cue: 1..<2, content: [2..<30])
        let inner = candidate(nil, cue: 5..<6, content: [6..<12])
        let across = candidate(nil, cue: 31..<32, content: [20..<30])
        #expect(SureRules.applied([turn], to: [inner, across]).map(\.content) == [[6..<12], [2..<30]])
    }

    @Test func aFindThatKeepsNoContentGoes() {
        let dash = candidate(.speakerDash, cue: 10..<11, content: [0..<10])
        #expect(SureRules.applied([dash], to: [candidate(nil, cue: 11..<12, content: [2..<8])]).count == 1)
    }
}
