import LanguageKit
import Newswire
import Rulebook
import TestSupport
import Testing
import Text

@testable import Attribution

/// A German text with what was found in it.
struct GermanFinding {
    private static let rulebook = Shipped.rulebooks["de"]!
    private static let segmenter = Segmenter(rulebook: rulebook)
    private static let attributor = Attributor(rulebook: rulebook)

    let document: Document
    let quotations: [Quotation]
    let speakers: [Speaker]

    init(_ text: String) {
        document = Self.segmenter.document(of: Article(text: text))
        let found = Self.attributor.attributions(in: document)
        (quotations, speakers) = (found.quotations, found.speakers)
    }

    func words(_ spans: [Span]) -> String { spans.map(document.text).joined(separator: " / ") }
}

@Suite struct GermanConstructionTests {
    /// A text and its first attribution: who speaks (empty where nobody is named), cue, content.
    struct Row: Sendable, CustomStringConvertible {
        var construction: Construction
        var text: String, source: String, cue: String, content: String

        init(_ construction: Construction, _ text: String, _ source: String, _ cue: String, _ content: String) {
            (self.construction, self.text, self.source, self.cue, self.content) = (
                construction, text, source, cue, content
            )
        }

        var description: String { text }
    }

    @Test(arguments: rows)
    func aConstructionGivesSourceCueAndContent(_ row: Row) throws {
        let finding = GermanFinding(row.text)
        let quotation = try #require(finding.quotations.first)
        #expect(quotation.construction == row.construction)
        #expect(finding.words(quotation.source) == row.source)
        #expect(finding.words(quotation.cue?.spans ?? []) == row.cue)
        #expect(finding.words(quotation.content) == row.content)
    }

    @Test(arguments: [
        "Die Stadt sperrte die Brücke.", "Lund verwies auf den Bericht.",
        "Die Brücke, die seit Mai gesperrt ist, rostet.",
        "Der Film „Die Brücke“ läuft im Kino.", "Sie sagte den Termin ab.", "Das Ergebnis der Wahl: 14 zu 9.",
    ])
    func whatReportsNothingIsNotFound(_ text: String) {
        #expect(GermanFinding(text).quotations.isEmpty)
    }

    @Test func negationAndTenseAreRead() throws {
        let denied = try #require(GermanFinding("Lund bestritt die Vorwürfe.").quotations.first?.cue)
        #expect(denied.lemma == "bestreiten" && denied.negated && denied.tense == .past)
        let present = try #require(GermanFinding("Lund schließt Brandstiftung nicht aus.").quotations.first?.cue)
        #expect(present.lemma == "ausschließen" && !present.negated && present.tense == .present)
    }

    @Test func aPronounIsWhoWasNamedBefore() throws {
        let finding = GermanFinding("Bürgermeisterin Ada Lund eröffnete die Brücke. „Sie hält“, sagte sie.")
        let quotation = try #require(finding.quotations.first)
        let speaker = try #require(quotation.speaker.map { finding.speakers[$0] })
        #expect(speaker.name == "Ada Lund" && speaker.role == "Bürgermeisterin")
    }

    @Test func reportedSpeechGoesOnWithTheLastAttribution() {
        let finding = GermanFinding(
            "Lund nennt die Daten „sehr sauber“, bezweifelt aber die Deutung. Krähen seien klug.")
        #expect(
            finding.quotations.map { finding.words($0.content) }
                == ["die Daten „sehr sauber“", "die Deutung / Krähen seien klug"])
    }

    @Test(arguments: ["Diplomaten", "Zwei Informanten"])
    func whoWantsNotToBeNamedIsKnownByTheSingular(_ people: String) {
        #expect(GermanFinding("\(people) sagten, dass die Brücke halte.").speakers.map(\.kind) == [.unnamed])
    }

    static let rows: [Row] = [
        // Quotations
        Row(.quoteThenVerb, "»Das ist gut«, sagte Ada Lund.", "Ada Lund", "sagte", "»Das ist gut«"),
        Row(
            .quoteThenVerb, "„Wir sperren die Brücke“, erklärte der Minister am Montag.", "der Minister", "erklärte",
            "„Wir sperren die Brücke“"),
        Row(
            .quoteThenVerb, "„Sie hält“, sagte Lund. „Wir haben sie geprüft.“", "Lund", "sagte",
            "„Sie hält“ / „Wir haben sie geprüft.“"),
        Row(
            .quoteThenVerb, "„Sie hält“, sagte Lund.\n\n„Wir haben sie geprüft.“", "Lund", "sagte",
            "„Sie hält“ / „Wir haben sie geprüft.“"),
        Row(
            .quoteThenVerb, "„Sie hält“, sagte am Montag die Ministerin.", "die Ministerin", "sagte", "„Sie hält“"),
        Row(.quoteThenVerb, "„Wir haben“, sagte Lund, „keine Wahl.“", "Lund", "sagte", "„Wir haben“ / „keine Wahl.“"),
        Row(.verbThenQuote, "Lund sagte: «Wir sperren sie.»", "Lund", "sagte", "«Wir sperren sie.»"),
        Row(.speakerColon, "Lund: \"Die Brücke ist sicher.\"", "Lund", ":", "\"Die Brücke ist sicher.\""),
        Row(.speakerColon, "Studie: Krähen zählen bis vier", "Studie", ":", "Krähen zählen bis vier"),
        Row(.quoteAlone, "Lund war zufrieden. „Wir sind fertig.“", "Lund", "", "„Wir sind fertig.“"),
        Row(
            .turn, "Echo: Warum jetzt?\n\nLund: Weil es geht.\n\nEcho: Und dann?\n\nLund: Dann ist Schluss.", "Echo",
            ":",
            "Warum jetzt?"),
        // Clauses
        Row(.thatClause, "Lund sagte am Montag, dass sie halte.", "Lund", "sagte", "dass sie halte"),
        Row(.whClause, "Der Minister fragte, ob sie sicher sei.", "Der Minister", "fragte", "ob sie sicher sei"),
        Row(.bareClause, "Am Montag sagte Lund, sie sei sicher.", "Lund", "sagte", "sie sei sicher"),
        Row(
            .bareClause, "Lund habe gesagt, sie sei sicher. Er habe nichts gewusst.", "Lund", "habe / gesagt",
            "sie sei sicher / Er habe nichts gewusst"),
        Row(
            .bareClause, "Lund, die seit Mai regiert, räumte ein, man wisse nichts.", "Lund, die seit Mai regiert",
            "räumte / ein", "man wisse nichts"),
        Row(
            .parentheticalInverted, "Die Brücke bleibe gesperrt, teilte die Stadt am Dienstag mit.", "die Stadt",
            "teilte / mit", "Die Brücke bleibe gesperrt"),
        Row(.parentheticalInverted, "Die Lage, sagte Lund, sei ernst.", "Lund", "sagte", "Die Lage / sei ernst"),
        Row(
            .parenthetical, "Die Brücke ist marode, wie die Stadt mitteilte.", "die Stadt", "mitteilte",
            "Die Brücke ist marode"),
        Row(.bareClause, "In dem Bericht hieß es, sie sei marode.", "dem Bericht", "hieß / es", "sie sei marode"),
        // Infinitives
        Row(
            .toInfinitive, "Lund forderte die Stadt auf, sie zu sperren.", "Lund", "forderte / auf", "sie zu sperren"),
        Row(.toInfinitive, "Die Stadt will die Brücke sperren.", "Die Stadt", "will", "die Brücke sperren"),
        Row(
            .personOf, "Lund warf der Stadt vor, den Schaden verschwiegen zu haben.", "Lund", "warf / vor",
            "der Stadt / den Schaden verschwiegen zu haben"),
        Row(
            .toInfinitive, "Ihr wurde vorgeworfen, gelogen zu haben.", "", "wurde / vorgeworfen", "gelogen zu haben"),
        Row(
            .passive, "Der Mann soll die Kasse gestohlen haben.", "", "soll", "Der Mann / die Kasse gestohlen haben"),
        // Objects
        Row(.object, "Lund forderte am Montag mehr Geld.", "Lund", "forderte", "Geld"),
        Row(.object, "Die Kritik wies er zurück.", "er", "wies / zurück", "Die Kritik"),
        Row(.object, "Das berichtet die Zeitung.", "die Zeitung", "berichtet", "Das"),
        Row(
            .object, "Lund hatte die Pläne als absurd bezeichnet.", "Lund", "hatte / bezeichnet",
            "die Pläne als absurd"),
        Row(.object, "Lund warnte vor einer Katastrophe.", "Lund", "warnte", "vor einer Katastrophe"),
        // Phrases and nouns
        Row(.accordingTo, "„Sie hält“, so Lund weiter.", "Lund", "so", "„Sie hält“"),
        Row(.accordingTo, "Laut Polizei wurde niemand verletzt.", "Polizei", "Laut", "wurde niemand verletzt"),
        Row(
            .accordingTo, "Nach Angaben von Lund ist die Brücke marode.", "Lund", "Nach Angaben",
            "ist die Brücke marode"),
        Row(
            .accordingTo, "Dem Bericht zufolge ist die Brücke marode.", "Dem Bericht", "zufolge",
            "ist die Brücke marode"),
        Row(.nounClause, "Ihr Vorwurf, die Stadt habe gelogen, ist alt.", "Ihr", "Vorwurf", "die Stadt habe gelogen"),
        Row(
            .nounClause, "Die Forderung von Lund, die Brücke zu sperren, ist alt.", "Lund", "Forderung",
            "die Brücke zu sperren"),
    ]
}
