import CivilTime
import Rulebook
import TestSupport
import Testing

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

struct SpeakerLinkTests {
    private let directory = SpeakerDirectory([
        .init(id: "Q1", name: "Ines Falk", role: "mayor of Lindemoor"),
        .init(id: "Q2", name: "Ines Falk", role: "poet"),
        .init(id: "Q3", name: "Otto Brandt", aliases: ["O. B. Brandt"]), .init(id: "Q4", name: "Harbour Board"),
        .init(id: "Q5", kind: .organization, name: "Norvik"), .init(id: "Q6", kind: .person, name: "Ada Norvik"),
    ])

    private func link(
        _ name: String?, _ role: String? = nil, _ kind: Speaker.Kind = .person, on day: String? = nil,
        in other: SpeakerDirectory? = nil
    ) -> Link? {
        var speakers = [Speaker(kind: kind, name: name, role: role, mentions: [], quotations: 0)]
        SpeakerLinker(
            directory: other ?? directory, former: ["former", "ex"],
            published: day.flatMap { PartialDate(iso: $0) }?.days
        ).link(&speakers) { () throws(Never) in }
        return speakers[0].link
    }

    @Test func oneEntryIsLinked() {
        #expect(link("Otto Brandt") == Link(id: "Q3"))
        #expect(link("O B Brandt") == Link(id: "Q3"))
        #expect(link("Harbour Board", nil, .organization) == Link(id: "Q4"))
    }

    @Test func theRoleTellsTwoOfOneNameApart() {
        #expect(link("Ines Falk", "Lindemoor mayor") == Link(id: "Q1"))
        #expect(link("Ines Falk", "poet and painter") == Link(id: "Q2"))
    }

    @Test func whatIsNotSettledStaysOpenWithItsCandidates() {
        #expect(link("Ines Falk") == Link(id: nil, candidates: ["Q1", "Q2"]))
        #expect(link("Ines Falk", "harbour pilot") == Link(id: nil, candidates: ["Q1", "Q2"]))
    }

    @Test func nobodyIsLinkedToSomebodyElse() {
        #expect(link("Brandt") == nil)
        #expect(link(nil) == nil)
    }

    @Test func personsAreNotLinkedToBodies() {
        #expect(link("Norvik") == nil)
        #expect(link("Norvik", nil, .organization) == Link(id: "Q5"))
        #expect(link("Ada Norvik", nil, .organization) == nil)
        #expect(link("Ada Norvik") == Link(id: "Q6"))
    }

    // MARK: Offices and lifetimes

    /// Two mayors of one name, one after the other, a poet who died in 1932, and one who writes.
    private static let falks = SpeakerDirectory([
        falk("Q1", offices: [("mayor of Lindemoor", "2001-05", "2009-04-30")], lived: ("1950", nil)),
        falk("Q2", offices: [("mayor of Lindemoor", "2009-05", nil)], lived: ("1971", nil)),
        falk("Q3", occupations: ["poet"], lived: ("1871", "1932-03-01")),
        falk("Q4", occupations: ["novelist"], lived: ("1980-02", nil)),
    ])

    private static func falk(
        _ id: String, offices: [(String, String?, String?)] = [], occupations: [String] = [], lived: (String, String?)
    ) -> SpeakerDirectory.Entry {
        func period(_ start: String?, _ end: String?) -> Period {
            Period(start: start.flatMap { PartialDate(iso: $0) }, end: end.flatMap { PartialDate(iso: $0) }) ?? .unknown
        }
        return SpeakerDirectory.Entry(
            id: id, kind: .person, name: "Ines Falk", offices: offices.map { .init(name: $0, period: period($1, $2)) },
            occupations: occupations, lifetime: period(lived.0, lived.1))
    }

    @Test(
        arguments: [
            ("mayor", "2005-06-01", "Q1"), ("mayor of Lindemoor", "2012-06-01", "Q2"),
            ("Lindemoor mayor", "2009-05-01", "Q2"),
            // Neither yet, and where nothing tells the day, either.
            ("mayor", "1999-06-01", nil), ("mayor", nil, nil),
            ("former mayor", "2012-06-01", "Q1"), ("ex-mayor of Lindemoor", "2012-06-01", "Q1"),
            ("former mayor", "2005-06-01", nil), ("novelist", "2012-06-01", "Q4"),
            // Somebody has to be alive.
            ("poet", "1930-06-01", "Q3"), ("poet", "1935-06-01", "Q3"), ("poet", "2012-06-01", nil),
            // One who was then alive, and nobody says what she is.
            (nil, "1930-06-01", "Q3"), (nil, "1960-06-01", "Q1"), (nil, "1990-06-01", nil),
        ] as [(String?, String?, String?)])
    func theOfficeOfTheDayTellsNamesakesApart(_ row: (role: String?, day: String?, id: String?)) {
        let all = Self.falks.entries.map(\.id)
        #expect(
            link("Ines Falk", row.role, on: row.day, in: Self.falks)
                == Link(id: row.id, candidates: row.id == nil ? all : []))
    }

    @Test func whoIsLongDeadIsNoMoreThanACandidate() {
        let directory = SpeakerDirectory([Self.falks.entries[2]])
        #expect(link("Ines Falk", "poet", on: "2012-06-01", in: directory) == Link(id: nil, candidates: ["Q3"]))
        #expect(link("Ines Falk", on: "1870-12-31", in: directory) == Link(id: nil, candidates: ["Q3"]))
        #expect(link("Ines Falk", on: "1942-03-01", in: directory) == Link(id: "Q3"))
    }

    @Test func moreWordsInCommonTellMore() {
        let directory = SpeakerDirectory([
            Self.falk("Q1", offices: [("mayor of Lindemoor", "2001", nil)], lived: ("1950", nil)),
            Self.falk("Q2", offices: [("mayor of Northwick", "2001", nil)], lived: ("1950", nil)),
        ])
        #expect(link("Ines Falk", "Lindemoor mayor", on: "2012-06-01", in: directory) == Link(id: "Q1"))
        #expect(link("Ines Falk", "mayor", on: "2012-06-01", in: directory)?.candidates == ["Q1", "Q2"])
    }

    @Test func otherWordsForAnOfficeCount() {
        let directory = SpeakerDirectory([
            .init(id: "Q1", name: "Ines Falk", offices: [.init(name: "mayor", aliases: ["Bürgermeisterin"])]),
            .init(id: "Q2", name: "Ines Falk", occupations: ["Dichterin"]),
        ])
        #expect(link("Ines Falk", "Bürgermeisterin von Lindemoor", in: directory) == Link(id: "Q1"))
    }

    // MARK: Gender

    private func gender(by pronoun: Gender?, _ directory: SpeakerDirectory) -> Speaker {
        var speakers = [Speaker(kind: .person, name: "Robin Falk", role: nil, mentions: [], quotations: 0)]
        speakers[0].gender = pronoun.map { StatedGender($0, by: .pronoun) }
        SpeakerLinker(directory: directory, former: [], published: nil).link(&speakers) { () throws(Never) in }
        return speakers[0]
    }

    @Test func theGenderOfTheEntryIsStatedWhereNoPronounDoes() {
        let one = SpeakerDirectory([.init(id: "Q1", name: "Robin Falk", gender: .female)])
        #expect(gender(by: nil, one).gender == StatedGender(.female, by: .directory))
        #expect(gender(by: .female, one).gender == StatedGender(.female, by: .pronoun))
        #expect(gender(by: nil, SpeakerDirectory([.init(id: "Q1", name: "Robin Falk")])).gender == nil)
    }

    @Test func whomTheArticleCallsSheIsNoMan() {
        let both = SpeakerDirectory([
            .init(id: "Q1", name: "Robin Falk", gender: .male), .init(id: "Q2", name: "Robin Falk", gender: .female),
        ])
        #expect(gender(by: .female, both).link == Link(id: "Q2"))
        #expect(gender(by: .male, both).link == Link(id: "Q1"))
        let open = gender(by: nil, both)
        #expect(open.link == Link(id: nil, candidates: ["Q1", "Q2"]) && open.gender == nil)
        #expect(gender(by: .female, SpeakerDirectory([.init(id: "Q1", name: "Robin Falk", gender: .male)])).link == nil)
    }

    @Test func thereIsACheckpointForEachSpeaker() {
        var speakers = (0..<50).map {
            Speaker(kind: .person, name: "Ines Falk \($0)", role: nil, mentions: [], quotations: 0)
        }
        var count = 0
        SpeakerLinker(directory: directory, former: [], published: nil).link(&speakers) { () throws(Never) in count += 1
        }
        #expect(count == 50)
    }
}
