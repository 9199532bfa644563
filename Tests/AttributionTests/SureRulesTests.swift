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

    // MARK: What the model knows nothing of

    private func analyzed(_ text: String) -> (analysis: AnalyzedDocument, candidates: [Candidate]) {
        let analysis = Finding.analysis(text)
        return (analysis, analysis.lexicon.language.candidates(in: analysis) { () throws(Never) in })
    }

    private func lone(_ text: String, beside isKnown: (Candidate) -> Bool) -> [[String]] {
        let (analysis, candidates) = analyzed(text)
        return SureRules.lone(candidates, beside: candidates.filter(isKnown), in: analysis).map {
            $0.content.map { analysis.words($0).joined(separator: " ") }
        }
    }

    @Test func aQuotedSentenceBehindOneAboutSomebodyIsTheRules() {
        let text = "Dan has returned home. “I was living in a flat.”"
        #expect(lone(text) { _ in false } == [["“ I was living in a flat . ”"]])
        #expect(lone(text) { _ in true }.isEmpty)
    }

    @Test func aQuotedParagraphThatGoesOnIsTheRules() {
        let text = "Ines Falk said that it was possible.\n\n“We know too little.”"
        #expect(
            lone(text) { $0.construction == .thatClause && $0.content.count == 1 } == [["“ We know too little . ”"]])
    }

    @Test func aDisputedNounWithinOthersWordsIsTheRules() {
        let text = "Falk accused the builder of fraud, claims that the builder denies."
        #expect(lone(text) { $0.construction != .appositive } == [["claims"]])
        #expect(lone(text) { _ in true }.isEmpty)
    }
}
