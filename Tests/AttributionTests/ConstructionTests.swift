import Foundation
import TestSupport
import Testing

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

@Suite struct ConstructionTests {
    /// One construction: a text and the quotation that the row is about, the first by that construction.
    struct Row: Sendable, CustomStringConvertible {
        var construction: Construction
        var text: String
        /// Empty where nobody is named.
        var source: String
        var cue: String
        /// The spans of a content that has several are parted by " / ".
        var content: String
        var kind: Quotation.Kind

        init(
            _ construction: Construction, _ text: String, _ source: String, _ cue: String, _ content: String,
            _ kind: Quotation.Kind = .indirect
        ) {
            (self.construction, self.text, self.source, self.cue, self.content, self.kind) = (
                construction, text, source, cue, content, kind
            )
        }

        var description: String { text }
    }

    @Test(arguments: rows)
    func aConstructionGivesSourceCueAndContent(_ row: Row) throws {
        let finding = Finding(row.text)
        let quotation = try #require(
            finding.quotations.first { $0.construction == row.construction },
            "\(finding.quotations.map(\.construction))")
        #expect(finding.words(quotation.source) == row.source)
        #expect(finding.words(quotation.cue?.spans ?? []) == row.cue)
        #expect(finding.words(quotation.content) == row.content)
        #expect(quotation.kind == row.kind)
    }

    /// A construction that is added has to get a row.
    @Test func everyConstructionHasARow() {
        #expect(Set(Construction.all).subtracting(Self.rows.map(\.construction)).isEmpty)
    }

    /// … and to be told to who reads records.
    @Test(arguments: Construction.all)
    func everyConstructionIsDocumented(_ construction: Construction) throws {
        let page = try String(contentsOf: Shipped.root.appending(path: "docs/record.md"), encoding: .utf8)
        let confidence = construction.confidence
        let shares = [confidence.whole, confidence.content, confidence.source].map { "\(Int(($0 * 100).rounded())) %" }
        let row = ["`\(construction.name)`", construction.pattern] + shares
        #expect(page.contains("\n| \(row.joined(separator: " | ")) |\n"))
    }

    @Test(arguments: [
        "The so-called “bridge of sighs” was painted green.", "“Harbour Lights” opens in May.",
        "They chose “Harbour Lights” as the name.", "A 12\" pipe and a 5' pole lay on the quay.",
        "The workers' pay was late.",
        "It was the '80s, and rock 'n' roll was loud.", "",
    ])
    func wordsThatQuoteNobodyAreNoQuotation(_ text: String) {
        #expect(Finding(text).quotations.isEmpty)
    }

    static let rows = [
        Row(
            .quoteThenSpeaker, "“The bridge is closed until spring,” Ines Falk said.",
            "Ines Falk", "said", "“The bridge is closed until spring,”", .direct),
        Row(
            .quoteThenSpeaker, "“The bridge is closed,” Falk said. “Nobody may cross it.”",
            "Falk", "said", "“The bridge is closed,” / “Nobody may cross it.”", .direct),
        Row(
            .quoteThenSpeaker, "\"The bridge is closed,\" Falk said.", "Falk", "said", "\"The bridge is closed,\"",
            .direct),
        Row(
            .quoteThenSpeaker, "‘The bridge is closed,’ Falk said.", "Falk", "said", "‘The bridge is closed,’", .direct),
        Row(
            .quoteThenSpeaker, "``The bridge is closed,'' Falk said.", "Falk", "said", "``The bridge is closed,''",
            .direct),
        Row(
            .quoteThenSpeaker, "“The bridge is closed,\" Falk said.", "Falk", "said", "“The bridge is closed,\"",
            .direct),
        Row(
            .quoteThenSpeaker, "'The workers' pay is late,' Falk said.",
            "Falk", "said", "'The workers' pay is late,'", .direct),
        Row(
            .quoteThenSpeaker, "“I do not believe it, Falk told the council.",
            "Falk", "told", "“I do not believe it,", .direct),
        Row(
            .quoteThenVerb, "“The bridge is closed until spring,” said Ines Falk, the harbour master.",
            "Ines Falk, the harbour master", "said", "“The bridge is closed until spring,”", .direct),
        Row(.quoteThenVerb, "“Is the bridge safe?” asked Falk.", "Falk", "asked", "“Is the bridge safe?”", .direct),
        Row(
            .verbThenQuote, "Ines Falk said, “The bridge is closed until spring.”",
            "Ines Falk", "said", "“The bridge is closed until spring.”", .direct),
        Row(
            .verbThenQuote, "Ines Falk said, “The bridge is closed.\n\n“It opens in spring.”",
            "Ines Falk", "said", "“The bridge is closed.\n\n“It opens in spring.”", .direct),
        Row(.speakerColon, "Falk: “The bridge stays closed.”", "Falk", ":", "“The bridge stays closed.”", .direct),
        Row(
            .turn, "FALK: The bridge stays closed. It opens in spring.\n\nHOLM: Why?", "FALK", ":",
            "The bridge stays closed. It opens in spring.", .indirect),
        Row(
            .clauseColon, "The harbour master was blunter: “The bridge stays closed.”",
            "The harbour master", "was blunter:", "“The bridge stays closed.”", .direct),
        Row(
            .speakerDash, "“The bridge stays closed until spring.” — Ines Falk",
            "Ines Falk", "—", "“The bridge stays closed until spring.”", .direct),
        Row(
            .quoteAlone, "Falk came to the quay on Monday.\n\n“The bridge is closed until spring.”",
            "Falk", "", "“The bridge is closed until spring.”", .direct),
        Row(
            .thatClause, "Ines Falk said that the bridge was closed.", "Ines Falk", "said", "that the bridge was closed"
        ),
        Row(
            .thatClause, "Falk accused the builder of using cheap steel and said that the inspectors had known.",
            "Falk", "said", "that the inspectors had known"),
        Row(
            .thatClause, "Falk told the council that the bridge would open.",
            "Falk", "told", "that the bridge would open"),
        Row(
            .thatClause, "Falk was quoted by the BBC as saying that the bridge was closed.",
            "Falk", "was quoted / as saying", "that the bridge was closed"),
        Row(
            .bareClause, "Ines Falk has been quoted in the Coast News on Monday as saying the bridge was closed.",
            "Ines Falk", "has been quoted / as saying", "the bridge was closed"),
        Row(
            .verbThenQuote, "Falk was quoted by state media as saying: “The bridge is closed.”",
            "Falk", "was quoted / as saying", "“The bridge is closed.”", .direct),
        Row(
            .thatClause, "Falk has repeatedly said that the bridge is safe.",
            "Falk", "has repeatedly said", "that the bridge is safe"),
        Row(
            .thatClause, "Falk said that the bridge was safe and that the ice was thin.",
            "Falk", "said", "that the bridge was safe and that the ice was thin"),
        Row(
            .thatClause, "Falk said the bridge was safe, adding that the ice was thin.",
            "Falk", "adding", "that the ice was thin"),
        Row(.bareClause, "Ines Falk said the bridge was closed.", "Ines Falk", "said", "the bridge was closed"),
        Row(
            .bareClause, "Falk said the bridge was safe, adding that the ice was thin.",
            "Falk", "said", "the bridge was safe"),
        Row(.bareClause, "Falk, who said the bridge was safe, has resigned.", "who", "said", "the bridge was safe"),
        Row(.bareClause, "In an interview Falk said the bridge was safe.", "Falk", "said", "the bridge was safe"),
        Row(.bareClause, "Falk left the room, saying the bridge was safe.", "Falk", "saying", "the bridge was safe"),
        Row(
            .bareClause, "Falk said the bridge was “perfectly safe” in winter.",
            "Falk", "said", "the bridge was “perfectly safe” in winter", .mixed),
        Row(.whClause, "Falk asked whether the bridge was safe.", "Falk", "asked", "whether the bridge was safe"),
        Row(
            .whClause, "Falk has not said whether the bridge is safe.",
            "Falk", "has not said", "whether the bridge is safe"),
        Row(
            .whClause, "Falk declined to say when the bridge would open.",
            "Falk", "declined to say", "when the bridge would open"),
        Row(.whClause, "Asked whether the bridge was safe, Falk shrugged.", "", "Asked", "whether the bridge was safe"),
        Row(.toInfinitive, "Falk vowed to open the bridge in spring.", "Falk", "vowed", "to open the bridge in spring"),
        Row(
            .personToInfinitive, "Falk urged drivers to stay away from the bridge.",
            "Falk", "urged", "drivers to stay away from the bridge"),
        Row(
            .personOf, "Falk accused the builder of using cheap steel.",
            "Falk", "accused", "the builder of using cheap steel"),
        Row(
            .personOf, "Falk accused the builder of using cheap steel and said that the inspectors had known.",
            "Falk", "accused", "the builder of using cheap steel"),
        Row(
            .personFor, "Falk criticized the council for closing the bridge.",
            "Falk", "criticized", "the council for closing the bridge"),
        Row(
            .personAs, "Falk described the bridge as a danger to shipping.",
            "Falk", "described", "the bridge as a danger to shipping"),
        Row(.objectComplement, "Falk called the bridge a disgrace.", "Falk", "called", "the bridge a disgrace"),
        Row(.object, "Falk denied the accusation.", "Falk", "denied", "the accusation"),
        Row(.object, "Falk warned of heavy ice on the river.", "Falk", "warned of", "heavy ice on the river"),
        Row(.gerund, "Falk denied taking the money.", "Falk", "denied", "taking the money"),
        Row(.preposition, "Falk enthused about the bridge.", "Falk", "enthused", "about the bridge"),
        Row(
            .passive, "The bridge is expected to open in spring.",
            "", "is expected", "The bridge / to open in spring"),
        Row(
            .parenthetical, "The bridge, she said, would open in spring.",
            "she", "said", "The bridge / would open in spring"),
        Row(
            .parenthetical, "The bridge would open in spring, Falk said.",
            "Falk", "said", "The bridge would open in spring"),
        Row(
            .parenthetical, "The workers' pay and the owners' cars were the matter, Falk said.",
            "Falk", "said", "The workers' pay and the owners' cars were the matter"),
        Row(
            .parenthetical, "A 12\" pipe and a 5' pole lay on the quay, Falk said.",
            "Falk", "said", "A 12\" pipe and a 5' pole lay on the quay"),
        Row(
            .parentheticalInverted, "The bridge would open in spring, said Ines Falk, the harbour master.",
            "Ines Falk, the harbour master", "said", "The bridge would open in spring"),
        Row(
            .accordingTo, "According to Ines Falk, the bridge is closed.",
            "Ines Falk", "According to", "the bridge is closed"),
        Row(
            .accordingTo, "The bridge is closed, according to Ines Falk.",
            "Ines Falk", "according to", "The bridge is closed"),
        Row(
            .nounClause, "Falk's claim that the bridge was safe surprised the council.",
            "Falk's", "claim", "that the bridge was safe"),
        Row(.parenthetical, "Bridge safe, ministry says\n\nIt is old.", "ministry", "says", "Bridge safe"),
        Row(
            .colonList,
            "The mayor came late.\n\nThe mayor also said:\n\nThe bridge will be closed\n\nThe ferry will run all day",
            "The mayor", "also said", "The bridge will be closed\n\nThe ferry will run all day"),
        Row(
            .fromLine, "And from the mayor, Ines Falk:\n\n“The bridge will be closed.”", "the mayor, Ines Falk", "from",
            "“The bridge will be closed.”", .direct),
        Row(
            .fromLine, "From the desk of Otto Brandt, Elm Motors.\n\n“It is closed.”", "Otto Brandt, Elm Motors",
            "From",
            "“It is closed.”", .direct),
        Row(
            .quoteNoun, "“Pie in the sky” was the verdict of the harbour master, Ines Falk.",
            "the harbour master, Ines Falk", "verdict", "“Pie in the sky”", .direct),
        Row(.appositive, "The steel was weak, claims that the builder denies.", "the builder", "denies", "claims"),
    ]
}
