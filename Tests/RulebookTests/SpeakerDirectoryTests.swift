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
            """)
        let problems = fixture.problems()
        #expect(problems.count == 5)
        for (problem, start) in zip(
            problems,
            [
                "rules.d/speakers.jsonl:2:1: the id \"Q1\" is already given in line 1",
                "rules.d/speakers.jsonl:3:1: \"id\" is missing",
                "rules.d/speakers.jsonl:4:1: \"name\" has a value of another type",
                "rules.d/speakers.jsonl:5:1: this line is no JSON object",
                "rules.d/speakers.jsonl:6:1: the id or the name is empty",
            ])
        { #expect(problem.hasPrefix(start), "\(problem)") }
    }

    @Test func aKeyThatNobodyKnowsIsAWarning() throws {
        try fixture.writeOverlay("speakers.jsonl", "{\"id\": \"Q1\", \"name\": \"Bo Ek\", \"alias\": []}\n")
        #expect(try fixture.load().warnings.map(\.what) == ["unknown key \"alias\""])
    }
}
