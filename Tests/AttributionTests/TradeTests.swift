import TestSupport
import Testing

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

/// Bodies and persons who are called by what they do: "the operator", "the owner".
@Suite struct TradeTests {
    @Test(arguments: [
        "Alba Lines, the operator of the ferry, met Mayor Ines Falk. It was late.\n\nThe operator said it was safe.",
        "The ferry's operator, Alba Lines, met Mayor Ines Falk.\n\nThe operator of the ferry said it was safe.",
        "The operator of the ferry, Alba Lines, met Mayor Ines Falk.\n\nThe operator said it was safe.",
    ])
    func anOperatorIsTheBodyThatWasCalledSo(_ text: String) throws {
        let finding = Finding(text)
        let quotation = try #require(finding.quotations.last)
        #expect(finding.speaker(of: quotation)?.name == "Alba Lines")
        #expect(quotation.resolvedBy == .role)
    }

    @Test(arguments: [
        "Mayor Ines Falk came. Mayor Falk went.\n\nThe operator said it was safe.",
        "Alba Lines, the operator of the ferry, met Norvik Motors, the operator of the bus.\n\nThe operator said it was safe.",
        "Alba Lines, the owner of the ferry, met Otto Brandt, the owner of the bus.\n\nThe owner said it was safe.",
        "Otto Brandt of Alba Lines, the owner of the ferry, came. Ms. Ines Falk went.\n\nThe operator said it was safe.",
    ])
    func anOperatorWhomNothingTellsIsNobodyWithAName(_ text: String) throws {
        let finding = Finding(text)
        let speaker = try #require(finding.quotations.last.flatMap(finding.speaker))
        #expect(speaker.kind == .unnamed)
        #expect(speaker.name == nil)
    }

    @Test func moreThanATradeTellsMore() throws {
        let finding = Finding("Tycoon Otto Brandt came.\n\nThe billionaire developer said it was safe.")
        #expect(finding.quotations.last.flatMap(finding.speaker)?.name == "Otto Brandt")
    }

    @Test func theModelTakesNoMayorForAnOperator() throws {
        let finding = try Finding.byModel(
            "Sellmark Hydro, the operator of the dam, said on Monday that the water was high.\n\n"
                + "Mayor Ines Falk said the town was dry.\n\nThe operator said the gates would be opened.")
        let quotation = try #require(finding.quotations.last)
        #expect(finding.words(quotation.source) == "The operator")
        #expect(finding.speaker(of: quotation)?.name == "Sellmark Hydro")
    }
}
