import TestSupport
import Testing

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import Names
@testable import Speakers

/// Where sources and contents end, whoever found them.
@Suite struct EdgeTests {
    @Test(arguments: [
        ("“We have each other,” said Ines contentedly from her corner.", "Ines"),
        ("“It was a hard part,” quipped Otto Brandt of his role.", "Otto Brandt"),
        ("Governor Otto Brandt Thursday said the bridge was safe.", "Governor Otto Brandt"),
        ("“It is safe,” said Otto Brandt of Elm Motors.", "Otto Brandt of Elm Motors"),
        ("“It is safe,” said Dr Ida Cole (Labour, Elm East).", "Dr Ida Cole (Labour, Elm East)"),
    ])
    func aSourceEndsBeforeWhatTellsHowOneSpoke(_ text: String, _ source: String) throws {
        let finding = Finding(text)
        #expect(finding.words(try #require(finding.quotations.first).source) == source)
    }

    @Test(arguments: [
        (
            "It may help, but, according to Ines Falk, the price has been a warmer sea.",
            "the price has been a warmer sea"
        ),
        (
            "Members of the panel were told by a roofer, Tim Berg, that nobody held the ladder.",
            "that nobody held the ladder"
        ),
    ])
    func whatIsNotSaidIsNoContent(_ text: String, _ content: String) throws {
        let quotation = try #require(Finding(text).quotations.last)
        #expect(Finding(text).words(quotation.content) == content)
    }

    @Test func whoTellsIsNamedBehindAPassive() throws {
        let finding = Finding("The panel was told by a roofer, Tim Berg, that nobody held the ladder.")
        let quotation = try #require(finding.quotations.first)
        #expect(finding.speaker(of: quotation)?.name == "Tim Berg")
    }

    @Test(arguments: ["Jurors were told that the pier was old.", "Police have been told that he was alone."])
    func whoIsToldSaysNothing(_ text: String) throws {
        let quotation = try #require(Finding(text).quotations.first)
        #expect(quotation.source.isEmpty)
        #expect(quotation.speaker == nil)
    }

    @Test func aRelativeClauseEndsWhereItsSentenceGoesOn() throws {
        let finding = try Finding.byModel("A pier which Ines Falk said was one of the oldest in the world is to close.")
        let quotation = try #require(finding.quotations.first)
        #expect(finding.words(quotation.content) == "which / was one of the oldest in the world")
    }

    @Test func bracketsAtTheBeginningOfAQuotationBelongToIt() throws {
        let finding = try Finding.byModel("“[My husband] would not die for a flag,” Ines Falk told the Elm Post.")
        #expect(
            finding.words(try #require(finding.quotations.first).content) == "“[My husband] would not die for a flag,”")
    }

    @Test(arguments: [
        ("Ines Falk said Otto “has done his best to keep the pier open for all of us.”", Quotation.Kind.mixed),
        ("Ines Falk said that “Otto has done his best to keep the pier open.”", .direct),
        ("“[Otto] has done his best to keep the pier open,” Ines Falk said.", .direct),
    ])
    func aNameOutsideOfTheMarksMakesItMixed(_ text: String, _ kind: Quotation.Kind) throws {
        for finding in [Finding(text), try Finding.byModel(text)] {
            #expect(finding.quotations.first?.kind == kind)
        }
    }
}

/// What stands behind an attribution on its own.
@Suite struct ContentSplitterTests {
    @Test func aQuotationInTheNextParagraphIsOneOfItsOwn() throws {
        let text = """
            Asked about the pier, Superintendent Otto Brandt said it was possible.

            “That is a thing we will not rule out, because we do not have all the facts.”
            """
        for finding in [Finding(text), try Finding.byModel(text)] {
            let quotation = try #require(finding.quotations.last)
            #expect(quotation.kind == .direct)
            #expect(finding.words(quotation.content).hasPrefix("“That is a thing"))
            #expect(finding.speaker(of: quotation)?.name == "Otto Brandt")
        }
    }

    @Test func aQuotationBehindAnothersParagraphIsNotOfWhoSpokeBefore() throws {
        let text = """
            “It was a shock. The sea is changing so fast,” says Ida Warner, a ranger.

            But for Otto Brandt and his family the deaths are personal, and hard for the health of the town.

            “It is very hard for us. Our mothers tell us that it is a sign from the sea.”
            """
        let finding = try Finding.byModel(text)
        let last = try #require(finding.quotations.last { finding.words($0.content).contains("very hard") })
        #expect(finding.speaker(of: last)?.name != "Ida Warner")
    }

    @Test func aQuotationThatGoesOnStaysOne() throws {
        let finding = Finding("“It was a shock,” Ida Warner said. “The sea is changing.”\n\n“We must listen.”")
        #expect(finding.quotations.count == 1)
    }
}
