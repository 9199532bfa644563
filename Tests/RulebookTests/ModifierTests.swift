import Foundation
import Testing

@testable import Rulebook

/// `verb-modifiers.yaml`: its written forms, its mistakes, and what a user lays over it.
struct ModifierTests {
    let fixture: RuleFolderFixture

    init() throws { fixture = try RuleFolderFixture() }

    private func kinds(_ word: String, in rules: Rulebook) -> [VerbModifiers.Kind] {
        (rules.modifiers.beginning[word] ?? []).map(\.kind)
    }

    @Test func verbsAreInflectedAndNounsHaveTheirPlural() throws {
        let modifiers = try fixture.load().modifiers
        #expect(modifiers.beginning["stopped"]?.map(\.words) == [["stopped", "short", "of"]])
        #expect(modifiers.ending["of"]?.count == 4)
        #expect(modifiers.beginning["interviews"]?.map(\.kind) == [.setting])
        #expect(modifiers.beginning["reportedly"]?.map(\.kind) == [.hedge])
    }

    @Test func beStandsForAnyOfItsForms() throws {
        try fixture.write("verb-modifiers.yaml", "expectations: [be expected]\n")
        let phrase = try fixture.load().modifiers.beginning["expected"]
        #expect(phrase == [.init(kind: .expectation, words: ["expected"], followsBe: true)])
    }

    @Test func aUsersFileAddsAndRemoves() throws {
        try fixture.writeOverlay(
            "verb-modifiers.yaml", "settings: [hustings]\nremove: [\"hedges: reportedly\"]\n")
        let rules = try fixture.load()
        #expect(kinds("hustings", in: rules) == [.setting])
        #expect(kinds("reportedly", in: rules).isEmpty)
        #expect(kinds("interview", in: rules) == [.setting])
        #expect(rules.warnings.isEmpty)
    }

    @Test(arguments: [
        (
            "hedges: [may/might]\n",
            "verb-modifiers.yaml:1:10: \"may/might\" is no entry of hedges; expected a word or phrase"
        ),
        (
            "refusals: [stop/]\n",
            "verb-modifiers.yaml:1:12: \"stop/\" is no entry of refusals; expected a verb: appear, be expected, or with "
                + "an irregular past: keep/kept"
        ),
        (
            "prospects: [be]\n",
            "verb-modifiers.yaml:1:13: \"be\" is no entry of prospects; expected a verb: appear, be expected, or with "
                + "an irregular past: keep/kept"
        ),
        (
            "settings: [interview, Interview]\n",
            "verb-modifiers.yaml:1:23: \"Interview\" is already given in line 1; expected each entry once in a file"
        ),
    ])
    func mistakesAreToldWithTheirPlace(text: String, expected: String) throws {
        try fixture.write("verb-modifiers.yaml", text)
        #expect(fixture.problems() == [expected])
    }

    @Test func anUnknownListSuggestsTheNearest() throws {
        try fixture.write("verb-modifiers.yaml", "hedge: [reportedly]\n")
        let found = fixture.problems()
        #expect(found.count == 1)
        #expect(
            found[0].hasPrefix(
                "verb-modifiers.yaml:1:1: unknown key \"hedge\" in this file; expected one of negations, "))
        #expect(found[0].hasSuffix("(did you mean \"hedges\"?)"))
    }
}
