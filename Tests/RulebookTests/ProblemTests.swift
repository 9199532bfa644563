import English
import Foundation
import Testing

@testable import Rulebook

/// Each kind of mistake is told with its exact place and what would be right.
struct ProblemTests {
    let fixture: RuleFolderFixture

    init() throws { fixture = try RuleFolderFixture() }

    private func problems(verbs text: String) throws -> [String] {
        try fixture.write("reporting-verbs.yaml", text)
        return fixture.problems()
    }

    @Test func theSmallRulesOfTheseTestsAreGood() throws {
        #expect(fixture.problems() == [])
    }

    @Test func mistakesOfAllLanguagesAreToldTogether() throws {
        try fixture.write("titles.yaml", "titel: [Mr.]\n")
        var folders = fixture.folders
        folders.languages.append(RuleLanguage(code: "de", morphology: EnglishMorphology()))
        let found = #expect(throws: RulebookProblems.self) { try RulebookLoader.load(folders) }
        let places = (found?.problems ?? []).map { "\($0.code) \($0.place.file.suffix("en/titles.yaml".count))" }
        #expect(places.contains("unknownKey en/titles.yaml") && places.contains("missingFile de/titles.yaml"))
    }

    @Test func unknownFrameSuggestsTheNearest() throws {
        let found = try problems(verbs: "verbs:\n  say: {class: say, frames: [quote, thta]}\n")
        #expect(found.count == 1)
        #expect(
            found[0].hasPrefix("reporting-verbs.yaml:2:37: unknown frame \"thta\"; expected one of quote, inversion, "))
        #expect(found[0].hasSuffix(" (did you mean \"that\"?)"))
    }

    @Test func unknownKeySuggestsTheNearest() throws {
        #expect(
            try problems(verbs: "verbs:\n  say: {class: say, frames: [that], stanze: neutral}\n") == [
                "reporting-verbs.yaml:2:37: unknown key \"stanze\" in verb \"say\"; expected one of class, stance, "
                    + "frames, negates, repeats, certainty, also (did you mean \"stance\"?)"
            ])
    }

    @Test func unknownSectionIsTold() throws {
        #expect(
            try problems(verbs: "verb:\n  say: {class: say, frames: [that]}\n") == [
                "reporting-verbs.yaml:1:1: unknown key \"verb\" in this file; expected one of verbs, irregular, remove "
                    + "(did you mean \"verbs\"?)"
            ])
    }

    @Test func missingClassAndFramesAreTold() throws {
        #expect(
            try problems(verbs: "verbs:\n  say: {stance: neutral}\n") == [
                "reporting-verbs.yaml:2:3: verb \"say\" has no class; expected class: say, or another class",
                "reporting-verbs.yaml:2:3: verb \"say\" has no frames; expected frames: [that, clause], or others",
            ])
    }

    @Test func unknownStanceClassAndFlagAreTold() throws {
        let found = try problems(verbs: "verbs:\n  say: {class: sey, frames: [that], stance: cold, negates: yes}\n")
        #expect(found.count == 3)
        #expect(found[0].hasPrefix("reporting-verbs.yaml:2:16: unknown class \"sey\"; expected one of say, tell, "))
        #expect(found[1].hasPrefix("reporting-verbs.yaml:2:45: unknown stance \"cold\"; expected one of neutral, "))
        #expect(found[2] == "reporting-verbs.yaml:2:60: unknown negates value \"yes\"; expected one of true, false")
    }

    @Test(arguments: [
        (
            "verbs:\n  say\n",
            "reporting-verbs.yaml:2:3: verbs is the text \"say\"; expected keys with values: \"key: value\""
        ),
        (
            "verbs:\n  say: [that]\n",
            "reporting-verbs.yaml:2:8: verb \"say\" is a list; expected keys with values: \"key: value\""
        ),
        (
            "verbs:\n  say: {class: say, frames: {that: yes}}\n",
            "reporting-verbs.yaml:2:29: frames is a group of keys; expected a list: [one, two]"
        ),
        (
            "verbs:\n  say: {class: [say], frames: [that]}\n",
            "reporting-verbs.yaml:2:16: class is a list; expected a word or phrase"
        ),
        (
            "verbs:\n  say: {class: , frames: [that]}\n",
            "reporting-verbs.yaml:2:16: class has no value; expected a word or phrase"
        ),
        (
            "verbs:\n  say: {class: say, frames: [that], certainty: 7}\n",
            "reporting-verbs.yaml:2:48: certainty is \"7\"; expected a number from 0 to 1"
        ),
    ])
    func wrongTypesAreTold(text: String, expected: String) throws {
        #expect(try problems(verbs: text) == [expected])
    }

    @Test func aKeyGivenTwiceIsToldAtItsSecondPlaceAndTheRestIsReadOn() throws {
        let text = """
            # say: a comment that is no key
            verbs:
              say: {class: say, frames: [that]}
              tell: {class: tell, class: say, frames: [that]}
              say: {class: say, frames: [quote]}
              "say": {class: say, frames: [quote]}
              ask: {class: ask, frames: [wat]}

            """
        let found = try problems(verbs: text)
        #expect(found.count == 4)
        #expect(found[0] == "reporting-verbs.yaml:4:23: \"class\" is already given in line 4; expected each key once")
        #expect(found[1] == "reporting-verbs.yaml:5:3: \"say\" is already given in line 3; expected each key once")
        #expect(found[2] == "reporting-verbs.yaml:6:4: \"say\" is already given in line 3; expected each key once")
        #expect(found[3].hasPrefix("reporting-verbs.yaml:7:30: unknown frame \"wat\""))
    }

    @Test func aWordGivenTwiceIsTold() throws {
        try fixture.write("given-names.yaml", "female: [Amina,\n  Zoe]\nmale: [amina]\n")
        #expect(
            fixture.problems() == [
                "given-names.yaml:3:8: \"amina\" is already given in line 1; expected each entry once in a file"
            ])
    }

    @Test func textThatIsNoYAMLIsToldWhereItBreaks() throws {
        let found = try problems(verbs: "verbs:\n  say: {class: say, frames: [that}\n")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("reporting-verbs.yaml:2:34: this is not YAML: "))
    }

    @Test func tabsAreNamed() throws {
        let found = try problems(verbs: "verbs:\n\tsay: {class: say, frames: [that]}\n")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("reporting-verbs.yaml:2:1: this is not YAML: "))
        #expect(found[0].hasSuffix("expected spaces, not tabs, at the start of a line"))
    }

    @Test func aSecondDocumentIsTold() throws {
        let found = try problems(verbs: "verbs:\n  say: {class: say, frames: [that]}\n---\nverbs: {}\n")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("reporting-verbs.yaml:3:1: this is not YAML: "))
    }

    @Test func controlCharactersAreTold() throws {
        let found = try problems(verbs: "verbs:\n  say: {class: s\u{0}ay, frames: [that]}\n")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("reporting-verbs.yaml:2:17: this is not YAML: control characters are not allowed"))
    }

    @Test func emptyFilesAreTold() throws {
        try fixture.write("metonyms.yaml", "")
        try fixture.write("organizations.yaml", "# nothing but this\n")
        #expect(
            fixture.problems() == [
                "metonyms.yaml:1:1: the file is empty; expected metonyms: and entries below it",
                "organizations.yaml:1:1: the file is empty; expected words: and entries below it",
            ])
    }

    @Test func bytesThatAreNoUTF8AreToldWhereTheyStand() throws {
        try fixture.write("metonyms.yaml", Data("metonyms:\n  - Élysée ".utf8) + [0xE9, 0x0A])
        #expect(
            fixture.problems() == ["metonyms.yaml:2:12: the bytes here are not UTF-8; expected a file saved as UTF-8"])
    }

    @Test func aByteOrderMarkIsNoMistake() throws {
        try fixture.write("metonyms.yaml", Data([0xEF, 0xBB, 0xBF]) + Data("metonyms: [Kremlin]\r\n".utf8))
        #expect(try fixture.load().metonyms == ["kremlin"])
    }

    @Test func hugeFilesAreNotRead() throws {
        try fixture.write("metonyms.yaml", Data(repeating: 0x23, count: RuleText.largest + 1))
        #expect(fixture.problems() == ["metonyms.yaml:1:1: the file has 4194305 bytes; expected at most 4194304"])
    }

    @Test func missingFilesAreTold() throws {
        try fixture.delete("metonyms.yaml")
        #expect(
            fixture.problems() == [
                "metonyms.yaml:1:1: there is no such file; expected all files of the rules"
            ])
    }

    @Test func aFolderInPlaceOfAFileIsTold() throws {
        try fixture.delete("metonyms.yaml")
        try fixture.write("metonyms.yaml/inside", "")
        #expect(fixture.problems() == ["metonyms.yaml:1:1: this is no file; expected a file"])
    }

    @Test func filesWithUnknownNamesAreTold() throws {
        try fixture.write("metonym.yaml", "metonyms: [Kremlin]\n")
        try fixture.write("notes.txt", "not a rule file")
        let found = fixture.problems()
        #expect(found.count == 1)
        #expect(
            found[0].hasPrefix("metonym.yaml:1:1: no rule file has this name; expected one of reporting-verbs.yaml, "))
        #expect(found[0].hasSuffix("(did you mean \"metonyms.yaml\"?)"))
    }

    @Test func aliasBombsAreRefusedBeforeTheyAreRead() throws {
        var text = "verbs:\n  a0: &a0 [lol]\n"
        for i in 1...40 { text += "  a\(i): &a\(i) [*a\(i - 1), *a\(i - 1), *a\(i - 1)]\n" }
        text += "  ? *a40\n  : x\n"
        #expect(
            try problems(verbs: text) == [
                "reporting-verbs.yaml:2:7: a YAML anchor or alias; expected plain text, in quotes if it starts with & or *"
            ])
    }

    @Test func aliasesBehindAStrayQuoteMarkDoNotExplodeEither() throws {
        var text = "organizations:\n  note: plain\n   'text\n  a0: &a0 [lol]\n"
        for i in 1...40 { text += "  a\(i): &a\(i) [*a\(i - 1), *a\(i - 1), *a\(i - 1)]\n" }
        let found = try problems(verbs: text)
        #expect(
            found == [
                "reporting-verbs.yaml:1:1: YAML aliases make this file too large; expected no anchors and aliases"
            ])
    }

    @Test func ampersandsWithinTextsAreNoAnchors() throws {
        try fixture.write(
            "organizations.yaml", "words: [at&t, \"*star\", 'it''s, &co', fish & chips] # *not* an &alias\n")
        #expect(try fixture.load().organizations == ["at&t", "*star", "it's, &co", "fish & chips"])
        try fixture.write("organizations.yaml", "words:\n  - fish\n  - &chips\n")
        #expect(
            fixture.problems() == [
                "organizations.yaml:3:5: a YAML anchor or alias; expected plain text, in quotes if it starts with & or *"
            ])
    }

    @Test func deepNestingEndsInAProblem() throws {
        let found = try problems(verbs: "verbs: " + String(repeating: "[", count: 100_000))
        #expect(found.count == 1)
        #expect(found[0].contains("this is not YAML"))
    }

    @Test func mistakesOfAllFilesComeInOneGoSortedByPlace() throws {
        try fixture.write("titles.yaml", "courtesy:\n  women: [Mrs.]\n")
        try fixture.write("quote-marks.yaml", "pairs: [\"“”\"]\nneutral: [['\"']]\n")
        try fixture.write(
            "reporting-phrases.yaml", "phrases:\n  per: {class: say}\n  said: {class: say, source: after, x: y}\n")
        let found = fixture.problems().map { $0.prefix { $0 != " " } }
        #expect(
            found == [
                "quote-marks.yaml:1:9:", "quote-marks.yaml:2:11:", "reporting-phrases.yaml:2:3:",
                "reporting-phrases.yaml:3:37:", "titles.yaml:2:3:",
            ])
    }
}
