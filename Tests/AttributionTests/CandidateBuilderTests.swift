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

/// What becomes of the words that a model found.
@Suite struct CandidateBuilderTests {
    /// Each word of a text is one of the window's.
    private func window(_ text: String) -> PackedWindow {
        var window = PackedWindow()
        window.spans = Finding.analysis(text).document.tokens.map { $0.span.start..<$0.span.end }
        window.words = Array(window.spans.indices)
        window.breaks = [0]
        return window
    }

    private func words(_ part: String, in text: String) throws -> Range<Int> {
        let scalars = Array(text.unicodeScalars), wanted = Array(part.unicodeScalars)
        let start = try #require(
            (0...scalars.count - wanted.count).first { Array(scalars[$0..<$0 + wanted.count]) == wanted })
        let spans = window(text).spans
        let first = try #require(spans.firstIndex { $0.lowerBound == start })
        let last = try #require(spans.firstIndex { $0.upperBound == start + wanted.count })
        return first..<last + 1
    }

    private func candidate(_ text: String, source: String? = nil, cue: String? = nil, content: String) throws -> (
        candidate: Candidate, analysis: AnalyzedDocument
    ) {
        let analysis = Finding.analysis(text)
        let attribution = WordAttribution(
            source: try source.map { try words($0, in: text) }, cue: try cue.map { try words($0, in: text) },
            contents: [try words(content, in: text)])
        let builder = CandidateBuilder(analysis: analysis)
        return (try #require(builder.candidate(attribution, in: window(text))), analysis)
    }

    private func content(_ text: String, _ words: String) throws -> String {
        let (candidate, analysis) = try candidate(text, content: words)
        return analysis.document.text(analysis.document.span(ofTokens: candidate.content[0]))
    }

    @Test(arguments: [
        ("“The bridge is safe,” Falk said.", "The bridge is safe", "“The bridge is safe,”"),
        ("Falk said: \"Is it safe?\" Nobody knew.", "Is it safe", "\"Is it safe?\""),
        ("Falk said the bridge was “quite safe.”", "the bridge was “quite safe", "the bridge was “quite safe.”"),
        ("Falk called it “quite safe” and left.", "quite safe", "“quite safe”"),
        ("Falk said the bridge was safe.", "the bridge was safe", "the bridge was safe"),
        ("“It is safe. It was never closed,” Falk said.", "It is safe", "“It is safe"),
        ("He left “The Bridge” and said it was safe.", "it was safe", "it was safe"),
    ])
    func quotationMarksAroundTheWordsBelongToTheContent(_ text: String, _ words: String, _ expected: String) throws {
        #expect(try content(text, words) == expected)
    }

    @Test(arguments: [
        ("“They deny it is safe,” Falk said.", "deny", "it is safe", "it is safe"),
        ("“It is safe, they told us,” Falk said.", "told", "It is safe", "It is safe"),
        ("“They called it ‘quite safe,’” Falk said.", "called", "it ‘quite safe", "it ‘quite safe,’"),
    ])
    func marksAroundTheCueTooAreNoneOfItsContent(
        _ text: String, _ cue: String, _ words: String, _ expected: String
    ) throws {
        let (candidate, analysis) = try candidate(text, cue: cue, content: words)
        #expect(analysis.document.text(analysis.document.span(ofTokens: candidate.content[0])) == expected)
    }

    @Test func theRulebookTellsOfTheCue() throws {
        let (candidate, _) = try candidate(
            "Falk pointed out that the ice was thin.", source: "Falk", cue: "pointed out",
            content: "that the ice was thin")
        #expect(candidate.match?.verb.lemma == "point out")
        #expect(candidate.verbClass == .argue && candidate.stance == .endorsing)
        #expect(candidate.construction == nil)
    }

    @Test func aCueInNoRuleHasNoClass() throws {
        let (candidate, analysis) = try candidate(
            "Falk harrumphed that the ice was thin.", source: "Falk", cue: "harrumphed",
            content: "that the ice was thin")
        #expect(candidate.match == nil && candidate.verbClass == nil && candidate.stance == nil)
        let cue = try #require(VerbFeatures(of: candidate, in: analysis).cue(surroundings: CueAdjuncts()))
        #expect(cue.lemma == nil && cue.tense == .past)
    }

    @Test(arguments: [
        ("Falk's claim that the ice was thin was wrong.", "claim", VerbClass.allege),
        ("According to Falk the ice was thin.", "According to", VerbClass.say),
        ("Falk has said that the ice was thin.", "has said", VerbClass.say),
    ])
    func nounsPhrasesAndGroupsAreRead(_ text: String, _ cue: String, _ verbClass: VerbClass) throws {
        #expect(try candidate(text, cue: cue, content: "the ice was thin").candidate.verbClass == verbClass)
    }

    @Test func theAddresseeIsReadAroundTheCue() throws {
        let (candidate, analysis) = try candidate(
            "Falk told reporters that the ice was thin.", source: "Falk", cue: "told",
            content: "that the ice was thin")
        let addressee = try #require(VerbFeatures(of: candidate, in: analysis).surroundings.addressee)
        #expect(analysis.document.text(analysis.document.span(ofTokens: addressee)) == "reporters")
    }
}
