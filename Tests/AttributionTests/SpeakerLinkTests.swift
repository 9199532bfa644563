import Rulebook
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
    ])

    private func link(_ name: String?, _ role: String? = nil, _ kind: Speaker.Kind = .person) -> Link? {
        var speakers = [Speaker(kind: kind, name: name, role: role, mentions: [], quotations: 0)]
        SpeakerLinker(directory: directory).link(&speakers)
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
}
