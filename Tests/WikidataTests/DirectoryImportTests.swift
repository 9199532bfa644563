import CivilTime
import Rulebook
import Testing

@testable import Wikidata

struct DirectoryImportTests {
    /// What is read of lines in one pass, and in a second if that is wanted.
    private func imported(
        _ lines: [String], languages: [String] = ["en", "de"], bodies: Set<ItemID> = Vocabulary.bodies,
        minSitelinks: Int = 0,
        twice: Bool = true
    ) throws -> DirectoryImport {
        var directory = DirectoryImport(
            ImportOptions(languages: languages, bodies: bodies, minSitelinks: minSitelinks, largest: 1 << 20))
        for line in lines { try directory.read(Array(line.utf8)[...]) }
        while twice, directory.needsAnotherPass {
            directory.beginAnotherPass()
            for line in lines { try directory.readAgain(Array(line.utf8)[...]) }
        }
        return directory
    }

    private func entry(_ lines: String...) throws -> SpeakerDirectory.Entry {
        try #require(Array(imported(lines).entries).first)
    }

    private static let mayor = Dump.item(
        "Q9101", ["en": "mayor of Lindemoor", "de": "Bürgermeister von Lindemoor"],
        ["P31": [Dump.item("P31", Dump.position)], "P2521": [Dump.femaleForm("Bürgermeisterin von Lindemoor", "de")]])
    private static let poet = Dump.item(
        "Q9102", ["en": "poet", "fr": "poète"], ["P31": [Dump.item("P31", "Q12737077")]])

    private static func human(
        _ id: String = "Q9001", _ labels: [String: String] = ["en": "Ines Falk"], aliases: [String: [String]] = [:],
        _ claims: [String: [String]] = ["P106": [Dump.item("P106", "Q9102")]], sitelinks: Int? = 1
    ) -> String {
        let isHuman = ["P31": [Dump.item("P31", Dump.human)]]
        return Dump.item(id, labels, aliases: aliases, claims.merging(isHuman) { own, _ in own }, sitelinks: sitelinks)
    }

    private func period(_ start: String?, _ end: String?) -> Period? {
        Period(start: start.flatMap { PartialDate(iso: $0) }, end: end.flatMap { PartialDate(iso: $0) })
    }

    // MARK: Persons

    @Test func aPersonHasNamesOfficesAndDates() throws {
        let line = Self.human(
            "Q9001", ["en": "Ines Falk", "de": "Inês Falk", "fr": "Agnès Falk"],
            aliases: ["en": ["I. M. Falk", "Falk"], "fr": ["A. Falk"]],
            [
                "P21": [Dump.item("P21", Dump.female)], "P106": [Dump.item("P106", "Q9102")],
                "P39": [
                    Dump.item(
                        "P39", "Q9101", start: Dump.time("+2015-05-01T00:00:00Z"),
                        end: Dump.time("+2019-12-00T00:00:00Z", 10))
                ],
                "P569": [Dump.date("P569", Dump.time("+1961-08-04T00:00:00Z"))],
                "P570": [Dump.date("P570", Dump.time("+2020-00-00T00:00:00Z", 9))],
            ])
        let entry = try entry(line, Self.mayor, Self.poet)
        #expect(
            entry
                == SpeakerDirectory.Entry(
                    id: "Q9001", kind: .person, name: "Ines Falk", aliases: ["Inês Falk", "I. M. Falk"],
                    gender: .female,
                    offices: [
                        .init(
                            name: "mayor of Lindemoor",
                            aliases: ["Bürgermeister von Lindemoor", "Bürgermeisterin von Lindemoor"],
                            period: try #require(period("2015-05-01", "2019-12")))
                    ], occupations: ["poet"], lifetime: try #require(period("1961-08-04", "2020"))))
    }

    @Test func whatHasOneNameInAllLanguagesHasItHere() throws {
        let line = Self.human("Q9001", ["mul": "Ines Falk"], aliases: ["mul": ["I. Falk"]])
        let entry = try entry(line, Self.poet)
        #expect(entry.name == "Ines Falk" && entry.aliases == ["I. Falk"])
    }

    @Test func aSingleWordIsNoAliasOfAPerson() throws {
        let entry = try entry(Self.human(aliases: ["en": ["Falk", "Lady Falk", "—", "Ines Falk"]]), Self.poet)
        #expect(entry.aliases == ["Lady Falk"])
    }

    @Test(
        arguments: [
            ([Dump.female], Gender.female), ([Dump.male], .male), (["Q1097630"], nil), ([Dump.male, Dump.female], nil),
            ([], nil),
        ] as [([String], Gender?)])
    func onlyAStatementTellsTheGender(_ row: (items: [String], gender: Gender?)) throws {
        let claims = ["P21": row.items.map { Dump.item("P21", $0) }, "P106": [Dump.item("P106", "Q9102")]]
        #expect(try entry(Self.human("Q9001", ["en": "Mary Falk"], claims), Self.poet).gender == row.gender)
    }

    @Test func whatIsDeprecatedCountsForNothingAndWhatIsPreferredForMost() throws {
        let line = Self.human(
            "Q9001", ["en": "Ines Falk"],
            [
                "P21": [Dump.item("P21", Dump.male), Dump.item("P21", Dump.female, rank: "preferred")],
                "P39": [Dump.item("P39", "Q9101", rank: "deprecated")], "P106": [Dump.item("P106", "Q9102")],
                "P570": [Dump.date("P570", Dump.time("+1999-00-00T00:00:00Z", 9), rank: "deprecated")],
            ])
        let entry = try entry(line, Self.mayor, Self.poet)
        #expect(entry.gender == .female && entry.offices.isEmpty && entry.lifetime == .unknown)
    }

    @Test func formsForWomenAreForWomen() throws {
        func names(_ gender: String) throws -> [String] {
            let claims = ["P21": [Dump.item("P21", gender)], "P39": [Dump.item("P39", "Q9101")]]
            return try entry(Self.human("Q9001", ["en": "Kim Falk"], claims), Self.mayor).offices[0].aliases
        }
        #expect(try names(Dump.male) == ["Bürgermeister von Lindemoor"])
        #expect(try names(Dump.female).last == "Bürgermeisterin von Lindemoor")
    }

    // MARK: Dates

    @Test(
        arguments: [
            (Dump.time("+2001-05-01T00:00:00Z"), Dump.time("+2009-00-00T00:00:00Z", 9), "2001-05-01", "2009"),
            (Dump.time("+2001-05-01T00:00:00Z"), nil, "2001-05-01", nil),
            (Dump.time("+2001-05-01T00:00:00Z"), Dump.none, "2001-05-01", nil),
            // It has ended, but nobody says when.
            (Dump.time("+2001-05-01T00:00:00Z"), Dump.unknown, "2001-05-01", "2001-05-01"),
            // Too vague, and against the run of time.
            (Dump.time("+1990-00-00T00:00:00Z", 8), Dump.time("+1994-06-00T00:00:00Z", 10), nil, "1994-06"),
            (Dump.time("+2009-00-00T00:00:00Z", 9), Dump.time("+2001-00-00T00:00:00Z", 9), nil, nil),
            (nil, nil, nil, nil),
        ] as [(String?, String?, String?, String?)])
    func anOfficeHasTheDatesThatAreKnown(_ row: (from: String?, to: String?, start: String?, end: String?)) throws {
        let claims = ["P39": [Dump.item("P39", "Q9101", start: row.from, end: row.to)]]
        let office = try entry(Self.human("Q9001", ["en": "Ines Falk"], claims), Self.mayor).offices[0]
        #expect(office.period == period(row.start, row.end))
    }

    @Test func anOfficeThatWasLeftAtNoKnownTimeIsNoMoreThanAnOccupation() throws {
        let claims = ["P39": [Dump.item("P39", "Q9101", end: Dump.unknown)]]
        let entry = try entry(Self.human("Q9001", ["en": "Ines Falk"], claims), Self.mayor)
        #expect(entry.offices.isEmpty && entry.occupations == ["mayor of Lindemoor", "Bürgermeister von Lindemoor"])
    }

    @Test(
        arguments: [
            ("+1961-08-04T00:00:00Z", 11, "1961-08-04"), ("+1961-08-04T00:00:00Z", 10, "1961-08"),
            ("+1961-08-04T00:00:00Z", 9, "1961"), ("+1961-00-00T00:00:00Z", 11, "1961"),
            ("+1961-02-30T00:00:00Z", 11, "1961-02"),
            ("+1960-00-00T00:00:00Z", 8, nil), ("-0044-03-15T00:00:00Z", 11, "-0043-03-15"), ("1961", 9, nil),
            ("+x", 9, nil),
            ("+00000001961-08-04T00:00:00Z", 11, "1961-08-04"), ("+99999-00-00T00:00:00Z", 9, nil),
        ] as [(String, Int, String?)])
    func timesAreReadToTheirPrecision(_ row: (time: String, precision: Int, date: String?)) {
        #expect(WikidataTime(time: row.time, precision: row.precision).date?.iso == row.date)
    }

    // MARK: Bodies

    @Test func aBodyOfAKindThatIsAskedForIsTaken() throws {
        let line = Dump.item(
            "Q9201", ["en": "Tidal Party"], aliases: ["en": ["TP"]],
            [
                "P31": [Dump.item("P31", Dump.party)],
                "P571": [Dump.date("P571", Dump.time("+1951-00-00T00:00:00Z", 9))],
                "P576": [Dump.date("P576", Dump.time("+1990-03-00T00:00:00Z", 10))],
            ])
        #expect(
            try entry(line)
                == SpeakerDirectory.Entry(
                    id: "Q9201", kind: .organization, name: "Tidal Party", aliases: ["TP"],
                    lifetime: try #require(period("1951", "1990-03"))))
        #expect(try imported([line], bodies: []).counts.leftOut == [.otherKind: 1])
    }

    // MARK: Who is left out

    @Test func everybodyWhoIsLeftOutIsCounted() throws {
        let directory = try imported(
            [
                Self.human(sitelinks: 3), Self.human(sitelinks: 3),
                Self.human("Q9002", ["en": "Otto Brandt"], sitelinks: 2),
                Self.human("Q9003", ["en": "Ada Ruiz"], sitelinks: nil),
                Self.human("Q9004", ["fr": "Agnès Falk"], sitelinks: 3),
                Self.human("Q9005", ["en": "Bo Ek"], [:], sitelinks: 3), Self.poet,
                #"{"type":"property","datatype":"time","id":"P569","labels":{},"claims":{}}"#,
            ], minSitelinks: 3)
        #expect(directory.counts.entities == 8 && directory.counts.persons == 1 && directory.counts.bodies == 0)
        #expect(
            directory.counts.leftOut == [.repeated: 1, .fewSitelinks: 2, .unnamed: 1, .idle: 1, .otherKind: 2])
    }

    /// Who is known best is not everybody of the name.
    @Test(arguments: [true, false])
    func aNamesakeOfOneWhoIsKeptIsKeptToo(_ comesFirst: Bool) throws {
        let known = Self.human("Q9001", aliases: ["en": ["I. M. Falk"]], sitelinks: 9)
        let lines = [
            known, Self.human("Q9002", aliases: ["en": ["Ines the Elder"]], sitelinks: 0),
            Self.human("Q9003", ["en": "I. M. Falk"], aliases: ["en": ["Ines Falk"]], sitelinks: 0),
            Self.human("Q9004", ["en": "Iris Falk"], aliases: ["en": ["I. M. Falk"]], sitelinks: 0),
            Self.human("Q9005", ["en": "Ines the Elder"], sitelinks: 0),
        ]
        let directory = try imported(comesFirst ? lines : lines.reversed(), minSitelinks: 5)
        let entries = directory.entries.sorted { $0.id < $1.id }
        #expect(entries.map(\.id) == ["Q9001", "Q9002", "Q9003"])
        #expect(entries.map(\.aliases) == [["I. M. Falk"], [], ["Ines Falk"]])
        #expect(directory.counts.entities == 5 && directory.counts.persons == 3 && directory.counts.namesakes == 2)
        #expect(directory.counts.leftOut == [.fewSitelinks: 2])
    }

    @Test func theOfficeOfANamesakeIsNamedByAThirdPass() throws {
        let diver = Dump.item("Q9103", ["en": "diver"], ["P31": [Dump.item("P31", "Q9999")]])
        let lines = [
            diver, Self.human("Q9002", ["en": "Ines Falk"], ["P106": [Dump.item("P106", "Q9103")]], sitelinks: 0),
            Self.human(sitelinks: 9), Self.poet,
        ]
        #expect(try imported(lines, minSitelinks: 5).entries.map(\.occupations) == [["poet"], ["diver"]])
    }

    @Test func noPassIsMadeInVain() throws {
        let lines = [Self.human(sitelinks: 9), Self.poet]
        #expect(try !imported(lines, twice: false).needsAnotherPass)
        var directory = try imported(lines, minSitelinks: 5, twice: false)
        #expect(directory.needsAnotherPass)
        directory.beginAnotherPass()
        #expect(!directory.needsAnotherPass)
    }

    @Test func whoHasTheMostSitelinksComesFirst() throws {
        let lines = [(1, 2), (2, 9), (3, 2)].map { Self.human("Q900\($0)", sitelinks: $1) }
        #expect(try imported(lines).entries.map(\.id) == ["Q9002", "Q9001", "Q9003"])
    }

    @Test func moreThanTheDirectoryMayHaveIsAnError() throws {
        var directory = DirectoryImport(ImportOptions(languages: ["en"], bodies: [], minSitelinks: 0, largest: 100))
        try directory.read(Array(Self.human("Q9001").utf8)[...])
        #expect(throws: ImportError.tooLarge) {
            try directory.read(Array(Self.human("Q9002", ["en": String(repeating: "Falk ", count: 20)]).utf8)[...])
        }
    }

    // MARK: Offices' names

    @Test(arguments: [true, false])
    func namesThatComeBeforeAndAfterAreTakenInOnePass(_ comesFirst: Bool) throws {
        let lines = [Self.human(), Self.poet]
        let directory = try imported(comesFirst ? lines.reversed() : lines, twice: false)
        #expect(directory.entries.map(\.occupations) == [["poet"]] && directory.withoutNames.isEmpty)
    }

    @Test func othersAreTakenInASecondPass() throws {
        // Nothing says of it that it is an occupation.
        let diver = Dump.item("Q9103", ["en": "diver"], ["P31": [Dump.item("P31", "Q9999")]])
        let lines = [diver, Self.human("Q9001", ["en": "Ines Falk"], ["P106": [Dump.item("P106", "Q9103")]])]
        let once = try imported(lines, twice: false)
        #expect(once.withoutNames == [ItemID(number: 9103)] && once.entries.map(\.occupations) == [[]])
        #expect(try imported(lines).entries.map(\.occupations) == [["diver"]])
    }

    // MARK: Lines

    @Test func aLineIsAnEntityHoweverItsListIsWritten() throws {
        let line = Self.human()
        for dump in [
            ["[", line + ",", Self.poet, "]"], [line, Self.poet], ["[" + line + ",", Self.poet + "]"],
            ["\u{FEFF}[", line + ",\r", "  " + Self.poet + " \r", "]\r", ""],
        ] {
            #expect(try imported(dump).counts.persons == 1, "\(dump)")
        }
    }

    @Test(arguments: [
        ("not JSON", "it does not hold one entity between { and }"),
        (String(Self.human().dropLast(9)), "it does not hold one entity between { and }"),
        (String(Self.human().dropLast(40)) + "}", "it is no JSON"),
        (
            #"{"type":"item","id":"Q9001","labels":{"en":"Ines Falk"},"claims":{"P31":["Q5"]}}"#,
            "it is no entity as dumps have them, see “labels.en”"
        ),
        (
            #"{"type":"item","id":"Q9001","labels":{},"claims":{"P31":["Q5"]}}"#,
            "it is no entity as dumps have them, see “claims.P31.[0]”"
        ),
        (#"{"labels":{},"claims":{"P31":["Q5"]}}"#, "it is no entity as dumps have them, see “id”"),
    ])
    func aBrokenLineCostsNothingElse(_ row: (line: String, reason: String)) throws {
        var directory = DirectoryImport(ImportOptions(languages: ["en"], bodies: [], minSitelinks: 0, largest: 1 << 20))
        #expect(throws: ImportError.brokenLine(row.reason)) { try directory.read(Array(row.line.utf8)[...]) }
        try directory.read(Array(Self.human("Q9002").utf8)[...])
        #expect(directory.counts.broken == 1 && directory.counts.persons == 1)
    }

    @Test(
        arguments: [
            (#"{"type":"item","id":"Q42","labels""#, 42), (#"{ "id" : "Q42", "x""#, 42), (#"{"id":"P42","x""#, nil),
            (#"{"claims":{"P1":[{"id":"Q42","#, nil), (#"{"type":"item","id":"Q42"#, nil),
            (#"{"id":"Q99999999999","#, nil), ("", nil),
        ] as [(String, UInt32?)])
    func theEntitysOwnIDIsToldByItsFirstBytes(_ row: (line: String, number: UInt32?)) {
        #expect(ItemScan.id(of: Array(row.line.utf8)[...])?.number == row.number)
    }

    @Test(arguments: [
        (#"{"a":"Q5"}"#, true), (#"{"a":"Q51"}"#, false), (#"{"a":"Q"}"#, false), (#"{"a":"Q7","b":"Q5""#, true),
        (#""Q5"#, false),
        (#"{"a":"Q99999999999999999999999"}"#, false), ("", false), (#""Qx","Q5""#, true),
    ])
    func whatIsMentionedIsFoundInTheBytes(_ row: (line: String, isThere: Bool)) {
        #expect(ItemScan.mentions(anyOf: [ItemID(number: 5)], in: Array(row.line.utf8)[...]) == row.isThere)
    }
}
