import TestSupport
import Testing

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

/// Bodies whose names hold small words.
@Suite struct BodyNameTests {
    @Test(arguments: [
        ("The Department for Education said it was safe.", "Department for Education"),
        ("The Centre for Policy Studies said it was safe.", "Centre for Policy Studies"),
        ("Campaign for Better Transport said it was safe.", "Campaign for Better Transport"),
        ("The Department for Work and Pensions said it was safe.", "Department for Work and Pensions"),
        ("The Institute for Marine Studies, which said it was safe, came.", "Institute for Marine Studies"),
        ("The Institute for Marine Studies said it was safe.", "Institute for Marine Studies"),
        ("The Society for the Protection of Bridges said it was safe.", "Society for the Protection of Bridges"),
    ])
    func aBodysNameTellsWhatItIsFor(_ text: String, _ name: String) throws {
        let finding = Finding(text)
        let speaker = try #require(finding.quotations.last.flatMap(finding.speaker))
        #expect(speaker.kind == .organization)
        #expect(speaker.name == name)
    }

    @Test(arguments: [
        "Ines Falk left the Centre for Otto Brandt. The Centre said it was safe.",
        "Ines Falk left the Labour Party for Elmport. The Labour Party said it was safe.",
    ])
    func forSomebodyIsNoPartOfABodysName(_ text: String) throws {
        let finding = Finding(text)
        let speaker = try #require(finding.quotations.last.flatMap(finding.speaker))
        #expect(speaker.name == "Centre" || speaker.name == "Labour Party")
    }

    @Test(arguments: [
        "A Department for Education spokesperson said it was safe.", "A Centre for Bridges spokesman said it was safe.",
    ])
    func whoSpeaksForABodyIsNotTheBody(_ text: String) throws {
        let finding = Finding(text)
        let speaker = try #require(finding.quotations.last.flatMap(finding.speaker))
        #expect(speaker.kind == .unnamed)
        #expect(speaker.role.map { $0 + " said it was safe." } == text)
    }
}
