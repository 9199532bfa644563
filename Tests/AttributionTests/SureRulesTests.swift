import Testing

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Speakers

@Suite struct SureRulesTests {
    private func find(_ rule: Rule?, cue: Range<Int>, content: [Range<Int>]) -> Find {
        Find(
            rule: rule, source: nil, cue: [cue], content: content, match: nil, verbClass: nil, stance: nil, head: nil,
            paragraph: 0, within: -1)
    }

    @Test func aNameBehindADashTakesItsQuotationFromTheModel() {
        let dash = find(.speakerDash, cue: 10..<11, content: [0..<10])
        let model = find(nil, cue: 11..<12, content: [0..<10, 20..<30])
        let result = SureRules.applied([dash, find(.thatClause, cue: 40..<41, content: [41..<50])], to: [model])
        #expect(result.map(\.content) == [[20..<30], [0..<10]])
        #expect(result.map(\.rule) == [nil, .speakerDash])
    }

    @Test func whatIsQuotedInATurnOfAConversationStaysTheModels() {
        let turn = find(.turn, cue: 1..<2, content: [2..<30])
        let inner = find(nil, cue: 5..<6, content: [6..<12])
        let across = find(nil, cue: 31..<32, content: [20..<30])
        #expect(SureRules.applied([turn], to: [inner, across]).map(\.content) == [[6..<12], [2..<30]])
    }

    @Test func aFindThatKeepsNoContentGoes() {
        let dash = find(.speakerDash, cue: 10..<11, content: [0..<10])
        #expect(SureRules.applied([dash], to: [find(nil, cue: 11..<12, content: [2..<8])]).count == 1)
    }
}
