import Testing

@testable import LanguageKit
@testable import ModelSpotting

@Suite struct RuleSourcesTests {
    private func candidate(source: Range<Int>? = nil, cue: Range<Int>, content: Range<Int>) -> Candidate {
        Candidate(
            source: source, cue: [cue], content: [content], paragraph: 0,
            probability: PartConfidence(whole: 0.6, content: 0.8, source: 0.3))
    }

    private func rule(source: Range<Int>?, cue: Range<Int>) -> Candidate {
        Candidate(construction: .thatClause, source: source, cue: [cue], content: [6..<9], paragraph: 0)
    }

    @Test func aSourceThatIsMissingIsTheRules() {
        let sources = RuleSources([rule(source: 0..<2, cue: 2..<4)])
        let filled = sources.filled(candidate(cue: 3..<4, content: 6..<12))
        #expect(filled.source == 0..<2)
        #expect(filled.probability?.source == 0.5)
        #expect(filled.construction == nil && filled.content == [6..<12])
    }

    @Test func aSourceThatIsThereStays() {
        let sources = RuleSources([rule(source: 0..<2, cue: 2..<4)])
        #expect(sources.filled(candidate(source: 14..<15, cue: 3..<4, content: 6..<12)).source == 14..<15)
    }

    @Test func noOneElsesSourceIsTaken() {
        let sources = RuleSources([rule(source: 0..<2, cue: 2..<4), rule(source: nil, cue: 20..<21)])
        #expect(sources.filled(candidate(cue: 4..<5, content: 6..<12)).source == nil)
        #expect(sources.filled(candidate(cue: 20..<21, content: 6..<12)).source == nil)
        #expect(sources.filled(candidate(cue: 3..<4, content: 1..<3)).source == nil, "it is part of what is said")
    }
}
