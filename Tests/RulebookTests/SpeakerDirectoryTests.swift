import CivilTime
import Foundation
import Testing

@testable import Rulebook

struct SpeakerDirectoryTests {
    let fixture: RuleFolderFixture

    init() throws { fixture = try RuleFolderFixture() }

    @Test(arguments: [
        ("Åsa Holm", ["Q1"]), ("Asa Holm", ["Q1"]), ("Åsa M. Holm", ["Q1"]), ("the Holm Group", ["Q3"]), ("Holm", []),
        ("Bo Ek", ["Q2", "Q4"]), ("Bosse Ek", ["Q2"]), ("bo ek", ["Q2", "Q4"]),
    ])
    func anEntryIsFoundHoweverItsNameIsWritten(_ row: (name: String, ids: [String])) {
        let directory = SpeakerDirectory(
            [
                .init(id: "Q1", name: "Åsa Holm"), .init(id: "Q2", name: "Bo Ek", aliases: ["Bosse Ek"]),
                .init(id: "Q3", name: "Holm Group"), .init(id: "Q4", name: "Bo Ek"),
            ], articles: ["the"])
        #expect(directory.entries(named: row.name).map(\.id) == row.ids)
    }

    @Test func theFileOfUsersIsReadAndCountsInTheDigest() throws {
        let before = try fixture.load().digest
        try fixture.writeOverlay("speakers.jsonl", "{\"id\": \"Q1\", \"name\": \"Bo Ek\", \"role\": \"mayor\"}\n\n")
        let rulebook = try fixture.load()
        #expect(rulebook.speakers.entries == [.init(id: "Q1", name: "Bo Ek", role: "mayor")])
        #expect(rulebook.digest != before)
    }

    @Test func oneOfAKindIsFoundByIt() {
        let directory = SpeakerDirectory([
            .init(id: "Q1", kind: .person, name: "Bo Norvik", aliases: ["Norvik the Elder"]),
            .init(id: "Q2", kind: .organization, name: "Norvik"), .init(id: "Q3", name: "Bo Norvik"),
        ])
        #expect(directory.entries(named: "Bo Norvik", of: .person).map(\.id) == ["Q1", "Q3"])
        #expect(directory.entries(named: "Bo Norvik", of: .organization).map(\.id) == ["Q3"])
        #expect(directory.entries(named: "Norvik", of: .organization).map(\.id) == ["Q2"])
        #expect(directory.entries(named: "Norvik", of: .person).isEmpty)
    }

    @Test func oneWordThatEndsAnothersNameIsNobodysName() {
        let directory = SpeakerDirectory([
            .init(id: "Q1", name: "Falk"), .init(id: "Q2", name: "Ines Falk"), .init(id: "Q3", name: "Peller"),
            .init(id: "Q4", name: "Ada Ruiz", aliases: ["Ruiz"]),
        ])
        #expect(directory.entries(named: "Falk", of: .person).isEmpty)
        #expect(directory.entries(named: "Peller", of: .person).map(\.id) == ["Q3"])
        #expect(directory.entries(named: "Ruiz", of: .person).map(\.id) == ["Q4"], "who has listed it wants it")
    }

    @Test func theGenderOfANameIsThatOfAllWhoHaveIt() {
        let directory = SpeakerDirectory([
            .init(id: "Q1", name: "Andrea Falk", gender: .male), .init(id: "Q2", name: "Andrea Falk", gender: .male),
            .init(id: "Q3", name: "Robin Ek", gender: .female), .init(id: "Q4", name: "Robin Ek", gender: .male),
            .init(id: "Q5", name: "Kim Holm", gender: .female), .init(id: "Q6", name: "Kim Holm"),
        ])
        #expect(directory.gender(ofPersonNamed: "Andrea Falk") == .male)
        for name in ["Robin Ek", "Kim Holm", "Ada Ruiz"] { #expect(directory.gender(ofPersonNamed: name) == nil) }
    }

    @Test func allThatALineMaySayIsReadAndWritten() throws {
        let line = """
            {"id": "Q1", "kind": "person", "name": "Ines Falk", "aliases": ["I. “Ina” Falk"], "gender": "female", \
            "role": "poet/mayor", "offices": [{"name": "mayor of Lindemoor", "aliases": ["Bürgermeisterin"], \
            "start": "2015-05", "end": "2019-12-31"}, {"name": "MP"}], "occupations": ["poet", "diver"], "start": "1961-08-04", \
            "end": "2020"}
            """
        try fixture.writeOverlay("speakers.jsonl", line + "\n{\"id\": \"Q2\", \"name\": \"Bo Ek\"}\n")
        let entries = try fixture.load().speakers.entries
        #expect(entries.map(SpeakerDirectoryFile.line) == [line, "{\"id\": \"Q2\", \"name\": \"Bo Ek\"}"])
        #expect(entries[0].offices[0].period == Period(start: .init(iso: "2015-05"), end: .init(iso: "2019-12-31")))
        #expect(entries[1] == SpeakerDirectory.Entry(id: "Q2", name: "Bo Ek"))
    }

    @Test func theUpperOfTwoFilesWins() throws {
        try fixture.writeOverlay("speakers.jsonl", #"{"id": "Q1", "name": "Bo Ek"}"# + "\n")
        try fixture.writeOverlay("en/speakers.jsonl", #"{"id": "Q1", "name": "Bo Ek", "role": "mayor"}"# + "\n")
        #expect(try fixture.load().speakers.entries == [.init(id: "Q1", name: "Bo Ek", role: "mayor")])
    }

    @Test func itsChangesAreSeen() throws {
        var watch = RuleWatch(RuleStamps(of: fixture.folders))
        try fixture.writeOverlay("speakers.jsonl", "{\"id\": \"Q1\", \"name\": \"Bo Ek\"}\n")
        let changed = watch.changed(RuleStamps(of: fixture.folders))
        #expect(changed)
    }

    @Test func eachWrongLineIsToldWithItsPlace() throws {
        try fixture.writeOverlay(
            "speakers.jsonl",
            """
            {"id": "Q1", "name": "Bo Ek"}
            {"id": "Q1", "name": "Åsa Holm"}
            {"name": "Åsa Holm"}
            {"id": "Q2", "name": ["Åsa Holm"]}
            not JSON
            {"id": "Q3", "name": " "}
            {"id": "Q4", "name": "Bo Ek", "gender": "m"}
            {"id": "Q5", "name": "Bo Ek", "offices": [{"name": "mayor", "start": "2019"}, {"name": "MP", "start": "5/2019"}]}
            {"id": "Q6", "name": "Bo Ek", "offices": [{"start": "2019"}]}
            {"id": "Q7", "name": "Bo Ek", "start": "1961", "end": "1960-12"}
            {"id": "Q8", "name": "Bo Ek", "kind": "body"}
            ["Bo Ek"]
            """)
        let problems = fixture.problems()
        #expect(problems.count == 11)
        for (problem, start) in zip(
            problems,
            [
                "rules.d/speakers.jsonl:2:1: the id \"Q1\" is already given in line 1",
                "rules.d/speakers.jsonl:3:1: \"id\" is missing",
                "rules.d/speakers.jsonl:4:1: \"name\" has a value of another type",
                "rules.d/speakers.jsonl:5:1: this line is no JSON object",
                "rules.d/speakers.jsonl:6:1: the id or the name is empty",
                "rules.d/speakers.jsonl:7:1: \"gender\": \"m\" is unknown; write female or male, or leave it out",
                "rules.d/speakers.jsonl:8:1: \"offices[1].start\": \"5/2019\" is no date; write 2019, 2019-05 or 2019-05-31",
                "rules.d/speakers.jsonl:9:1: \"offices[0].name\" is missing",
                "rules.d/speakers.jsonl:10:1: \"end\": the date is before the one of \"start\"",
                "rules.d/speakers.jsonl:11:1: \"kind\": \"body\" is unknown; write person or organization, or leave it out",
                "rules.d/speakers.jsonl:12:1: this line is no JSON object",
            ])
        { #expect(problem.hasPrefix(start), "\(problem)") }
    }

    @Test func aKeyThatNobodyKnowsIsAWarning() throws {
        try fixture.writeOverlay(
            "speakers.jsonl",
            """
            {"id": "Q1", "name": "Bo Ek", "alias": []}
            {"id": "Q2", "name": "Ada Ruiz", "offices": [{"name": "mayor", "begin": "2019"}]}

            """)
        #expect(try fixture.load().warnings.map(\.what) == ["unknown key \"alias\"", "unknown key \"begin\""])
    }
}
