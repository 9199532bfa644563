import Newswire
import TestSupport
import Testing
import Text

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

/// Addressee, target, setting and time of the first quotation in a text, found by the rules.
@Suite struct CueAdjunctTests {
    private func words(_ text: String, _ part: (Quotation) -> Span?) throws -> String? {
        let finding = Finding(text)
        return part(try #require(finding.quotations.first, "nothing is found in “\(text)”")).map(finding.document.text)
    }

    @Test(
        arguments: [
            ("Falk told the Vell Gazette that the bridge was safe.", "the Vell Gazette"),
            (
                "Falk told the council's head of works, Ines Holm, that the bridge was safe.",
                "the council's head of works, Ines Holm"
            ),
            ("“It is safe,” Falk told USA Today on Friday.", "USA Today"),
            ("“It is safe,” Falk said to reporters.", "reporters"),
            ("“It is safe,” he wrote to the board.", "the board"),
            ("In a letter to the board, Falk said that the bridge was safe.", "the board"),
            ("Speaking to reporters in Vell, Falk said that the bridge was safe.", "reporters"),
            ("Falk promised them that it was safe.", "them"),
            ("Falk urged drivers not to cross the bridge.", "drivers"),
            ("Falk wants the council to close the bridge.", nil), ("Falk said, to laughter, that it was safe.", nil),
            ("Falk said on Friday that the bridge was safe.", nil),
        ] as [(String, String?)])
    func addresseesAreRead(_ text: String, _ addressee: String?) throws {
        #expect(try words(text, \.addressee) == addressee)
    }

    @Test(
        arguments: [
            ("Falk accused the head of the bank of hiding the cracks.", "the head of the bank"),
            ("Falk blamed the builders for the cracks.", "the builders"), ("Falk blamed the builders.", "the builders"),
            ("Falk criticized the bridge as “a coin toss.”", "the bridge"),
            ("Falk called the bridge a triumph.", "the bridge"), ("Falk called it “a triumph.”", "it"),
            ("Falk dismissed the report as nonsense.", "the report"),
            ("Falk praised his deputy, Ines Holm, for her patience.", "his deputy, Ines Holm"),
            ("Falk condemned the plan but stopped short of a threat.", "the plan"),
            ("Falk denied the charge.", nil), ("Falk complained that the bridge was unsafe.", nil),
        ] as [(String, String?)])
    func targetsAreRead(_ text: String, _ target: String?) throws {
        #expect(try words(text, \.target) == target)
    }

    @Test(
        arguments: [
            ("Falk said in an interview with Coast Radio that it was safe.", "in an interview with Coast Radio"),
            ("“It is safe,” Falk told reporters outside the court.", "outside the court"),
            ("“It is safe,” Falk wrote on Chirp.", "on Chirp"), ("“It is safe,” Falk said in Vell.", "in Vell"),
            ("At a meeting on Friday, Falk said that the bridge was safe.", "At a meeting"),
            ("“It is safe,” Falk said in French.", nil),
            ("Falk said in October that the bridge was safe.", nil), ("“It is safe,” Falk said with a grin.", nil),
        ] as [(String, String?)])
    func settingsAreRead(_ text: String, _ setting: String?) throws {
        #expect(try words(text, \.setting) == setting)
    }

    @Test(
        arguments: [
            ("Falk said late on Friday that the bridge was safe.", "late on Friday"),
            ("Falk on Friday said that the bridge was safe.", "on Friday"),
            ("“It is safe,” Falk said two years ago.", "two years ago"),
            ("“It is safe,” Falk said after the match.", "after the match"),
            ("“It is safe,” Falk said two days after the vote.", "two days after the vote"),
            ("In 2017, Falk said that the bridge was safe.", "In 2017"),
            ("Falk said again that the bridge would open on Friday.", nil), ("Falk later said that it was safe.", nil),
            ("Falk may say that the bridge is safe.", nil),
        ] as [(String, String?)])
    func timesAreRead(_ text: String, _ time: String?) throws {
        #expect(try words(text, \.time) == time)
    }

    @Test func whatOpensASentenceHoldsForAllItsVerbs() throws {
        let finding = Finding("At a meeting on Friday, Falk said that it was safe and insisted that it would open.")
        #expect(finding.quotations.count == 2)
        #expect(finding.quotations.allSatisfy { $0.time.map(finding.document.text) == "on Friday" })
    }

    @Test func aPassivesSubjectIsToldOrAccused() throws {
        let told = try HandCandidate(
            "The drivers were told that it was safe.", source: nil, cue: "were told", content: "that it was safe")
        #expect(told.words(told.features.surroundings.addressee) == "The drivers")
        let accused = try HandCandidate(
            "The builders, Pask & Sons, were accused of hiding cracks.", source: nil, cue: "were accused",
            content: "of hiding cracks")
        #expect(accused.words(accused.features.target) == "The builders, Pask & Sons")
    }

    @Test func aSettingEndsWhereItsTimeBegins() throws {
        let candidate = try HandCandidate(
            "Falk said in an interview released Saturday that it was safe.", source: "Falk",
            cue: "said in an interview", content: "that it was safe")
        #expect(candidate.words(candidate.features.surroundings.setting) == "in an interview")
        #expect(candidate.words(candidate.features.surroundings.time) == "Saturday")
    }

    @Test func aVerbBeforeByHasASettingAndATense() throws {
        let candidate = try HandCandidate(
            "“It is safe,” Falk said by e-mail.", source: "Falk", cue: "said", content: "“It is safe,”")
        #expect(candidate.words(candidate.features.surroundings.setting) == "by e-mail")
        #expect(try candidate.cue().tense == .past)
    }
}
