import Foundation
import Newswire
import SystemPackage
import Testing

@testable import Rulebook

struct OverlayTests {
    let fixture: RuleFolderFixture

    init() throws { fixture = try RuleFolderFixture() }

    @Test func aUsersFileAddsEntries() throws {
        try fixture.writeOverlay("reporting-verbs.yaml", "verbs:\n  skeet: {class: write, frames: [quote]}\n")
        let rules = try fixture.load()
        #expect(rules.verbs["skeeted"].map(\.verb.lemma) == ["skeet"])
        #expect(rules.verbs["said"].map(\.verb.lemma) == ["say"])
    }

    @Test func aUsersEntryReplacesTheShippedOneWhole() throws {
        try fixture.writeOverlay("reporting-verbs.yaml", "verbs:\n  Deny: {class: say, frames: [that]}\n")
        let verb = try #require(try fixture.load().verbs["denied"].first?.verb)
        #expect(verb == ReportingVerb(lemma: "deny", verbClass: .say, frames: .that))
    }

    @Test func aUsersFileRemovesEntriesWithAllTheirForms() throws {
        try fixture.writeOverlay("reporting-verbs.yaml", "remove: [deny, Point Out]\n")
        try fixture.writeOverlay("roles.yaml", "remove: [wife]\n")
        let rules = try fixture.load()
        #expect(rules.verbs["denied"].isEmpty)
        #expect(rules.verbs["pointed"].isEmpty)
        #expect(rules.roles["wives"] == nil)
        #expect(rules.warnings.isEmpty)
    }

    @Test func removingWhatIsNotThereIsAWarningOnly() throws {
        try fixture.writeOverlay("reporting-verbs.yaml", "remove: [say,\n  pont out]\n")
        #expect(try fixture.load().verbs["said"].isEmpty)
        #expect(
            fixture.problems() == [
                "rules.d/reporting-verbs.yaml:2:3: warning: there is no \"pont out\" to remove; expected an entry of the "
                    + "shipped rules (did you mean \"point out\"?)"
            ])
    }

    @Test func theLanguagesOwnFolderLiesAboveTheGeneralOne() throws {
        try fixture.writeOverlay(
            "nationalities.yaml", "nationalities:\n  Elsewhere: [Armenian]\n  Freedonia: [Freedonian]\n")
        try fixture.writeOverlay("en/nationalities.yaml", "nationalities:\n  Hayastan: [Armenian]\n")
        let nationalities = try fixture.load().nationalities
        #expect(nationalities == ["armenian": "Hayastan", "armenians": "Armenia", "freedonian": "Freedonia"])
    }

    @Test func laterOverlaysWin() throws {
        try fixture.writeOverlay("given-names.yaml", "male: [Robin]\n")
        let second = fixture.overlay.appending("second")
        try fixture.writeOverlay("second/given-names.yaml", "female: [Robin]\n")
        let rules = try RulebookLoader.load(fixture.folders(overlays: [fixture.overlay, second])).main
        #expect(rules.givenNames["robin"] == .female)
    }

    @Test func shippedFilesMayNotRemove() throws {
        try fixture.write("metonyms.yaml", "metonyms: [Kremlin]\nremove: [Kremlin]\n")
        #expect(
            fixture.problems() == [
                "metonyms.yaml:2:9: a shipped file removes entries; expected remove: only in files laid over the shipped ones"
            ])
    }

    @Test func aTemplateOfCommentsIsNoMistakeButAFileOfNothingIs() throws {
        try fixture.writeOverlay("metonyms.yaml", "# metonyms: [Elsewhere]\n")
        #expect(fixture.problems() == [])
        try fixture.writeOverlay("metonyms.yaml", "")
        #expect(
            fixture.problems() == [
                "rules.d/metonyms.yaml:1:1: the file is empty; expected metonyms: and entries below it"
            ])
    }

    @Test func aLinkThatLeadsNowhereIsTold() throws {
        try fixture.writeOverlay("titles.yaml", "courtesy: {any: [Mx.]}\n")
        let link = fixture.root.appending(path: "rules.d/metonyms.yaml")
        try FileManager.default.createSymbolicLink(
            at: link, withDestinationURL: fixture.root.appending(path: "gone.yaml"))
        let found = fixture.problems()
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("rules.d/metonyms.yaml:1:1: there is no such file"))
    }

    @Test func theDigestCoversUsersFiles() throws {
        let shipped = try fixture.load().digest
        #expect(try fixture.load().digest == shipped)
        try fixture.writeOverlay("metonyms.yaml", "metonyms: [Elsewhere]\n")
        let digest = try fixture.load().digest
        #expect(digest != shipped)
        #expect(digest.hasPrefix("sha256:") && digest.utf8.count == "sha256:".utf8.count + 64)
    }

    // MARK: Removing in each file

    /// What a user's file removes, and how it is seen to be gone.
    struct Removal: Sendable, CustomStringConvertible {
        var file: String
        var entry: String
        var isGone: @Sendable (Rulebook) -> Bool

        init(_ file: String, _ entry: String, _ isGone: @escaping @Sendable (Rulebook) -> Bool) {
            (self.file, self.entry, self.isGone) = (file, entry, isGone)
        }

        var description: String { "\(file): \(entry)" }
    }

    private static let removals: [Removal] = [
        Removal("reporting-verbs.yaml", "Point out") { $0.verbs["pointed"].isEmpty },
        Removal("reporting-verbs.yaml", "irregular: say") { $0.verbs["said"].isEmpty },
        Removal("reporting-phrases.yaml", "according to") { $0.phrases.isEmpty },
        Removal("reporting-nouns.yaml", "claim") { $0.nouns.isEmpty },
        Removal("titles.yaml", "Prime Minister") { $0.titles["prime minister"] == nil },
        Removal("roles.yaml", "wife/wives") { $0.roles["wives"] == nil },
        Removal("role-relations.yaml", "same: senator") { $0.roleRelations.lines.isEmpty },
        Removal("role-relations.yaml", "anonymous: official") { $0.roleRelations.anonymous.isEmpty },
        Removal("abbreviations.yaml", "Mr.") { $0.abbreviations["mr"] == nil },
        Removal("abbreviations.yaml", "No") { $0.abbreviations["no"] == nil },
        Removal("given-names.yaml", "José") { $0.givenNames["jose"] == nil },
        Removal("nationalities.yaml", "Armenian") { $0.nationalities["armenian"] == nil },
        Removal("metonyms.yaml", "Kremlin") { $0.metonyms.isEmpty },
        Removal("organizations.yaml", "ministry") { $0.organizations.isEmpty },
        Removal("quote-marks.yaml", "“ ”") { $0.quoteMarks["“"] == nil },
        Removal("quote-marks.yaml", "\"") { $0.quoteMarks["\""] == nil },
        Removal("quote-marks.yaml", "apostrophes: ’") { !$0.quoteMarks.isApostrophe("’") },
        Removal("furniture.yaml", "Sign up!") { !$0.furniture.contains { $0.match == .whole("sign up") } },
        Removal("furniture.yaml", "subscribe + per month") {
            !$0.furniture.contains { $0.match == .all(["subscribe", "per month"]) }
        },
        Removal("verb-modifiers.yaml", "refusals: stop/stopped short of") { $0.modifiers.beginning["stopped"] == nil },
        Removal("grammar-words.yaml", "kin: wife") { $0.grammarWords["wife"] == nil },
        Removal("word-classes.yaml", "verbs: run") { $0.wordClasses["runs"] == nil },
        Removal("calendar.yaml", "months: January") { $0.news.calendar.months["january"] == nil },
        Removal("calendar.yaml", "zones: gmt") { $0.news.calendar.zones.isEmpty },
        Removal("bylines.yaml", "agencies: Reuters") { $0.news[.agency].isEmpty },
        Removal("page-words.yaml", "lines: Don't miss") { $0.news[.siteLine].isEmpty },
        Removal("page-words.yaml", "line-openings: sign up for ") { $0.news[.siteLineOpening].isEmpty },
        Removal("message-words.yaml", "reply-prefixes: Re:") { $0.news[.replyPrefix].isEmpty },
    ]

    @Test(arguments: removals)
    func aUsersFileRemovesWhatIsListed(_ removal: Removal) throws {
        #expect(try !removal.isGone(fixture.load()))
        let entry = removal.entry.replacing("\"", with: "\\\"")
        try fixture.writeOverlay(removal.file, "remove: [\"\(entry)\"]\n")
        #expect(try removal.isGone(fixture.load()))
        #expect(fixture.problems() == [])
    }

    @Test func everyFileHasARemoval() {
        #expect(Set(Self.removals.map(\.file)) == Set(RulebookLoader.fileNames))
    }

    // MARK: Marks and abbreviations

    @Test func aUsersPairOfMarksIsAddedBehindTheShippedOnes() throws {
        try fixture.writeOverlay("quote-marks.yaml", "pairs: [\"» «\", \"“ “\"]\n")
        let marks = try fixture.load().quoteMarks
        #expect(marks["»"]?.part == .opens)
        #expect(marks["“"]?.part == .opens)
        #expect(marks.isPair("“", "“") && marks.isPair("“", "”") && !marks.isPair("“", "«"))
    }

    @Test func whatIsNoMarkOrAbbreviationIsTold() throws {
        try fixture.writeOverlay("quote-marks.yaml", "neutral: [a]\napostrophes: [\"''\"]\n")
        try fixture.writeOverlay("abbreviations.yaml", "never-end: [Lt. Gov.]\n")
        #expect(
            fixture.problems() == [
                "rules.d/abbreviations.yaml:1:13: warning: no abbreviation is found by \"Lt. Gov.\"; expected one word: "
                    + "Lt., Gov.",
                "rules.d/quote-marks.yaml:1:11: \"a\" is no mark; expected neither letters nor numbers",
                "rules.d/quote-marks.yaml:2:15: \"''\" is no apostrophe; expected one character: \"’\"",
            ])
    }

    @Test func monthsAreNumberedAndZonesHaveOffsets() throws {
        try fixture.writeOverlay("calendar.yaml", "months: {3: [Lenting]}\nzones: {oslo: \"+01:00\", any: several}\n")
        let calendar = try fixture.load().news.calendar
        #expect(calendar.months == ["january": 1, "jan": 1, "lenting": 3])
        #expect(calendar.zones == ["gmt": "Z", "oslo": "+01:00", "any": ""])
        try fixture.writeOverlay("calendar.yaml", "months: {13: [Undecember]}\nzones: {oslo: \"1\"}\n")
        #expect(
            fixture.problems() == [
                "rules.d/calendar.yaml:1:10: \"13\" is no month; expected a number from 1 to 12",
                "rules.d/calendar.yaml:2:15: \"1\" is no offset; expected \"+01:00\", Z, or several",
            ])
    }

    @Test func aGapStandsBetweenWords() throws {
        try fixture.writeOverlay(
            "reporting-verbs.yaml", "verbs:\n  be quoted ~ as saying: {class: say, frames: [that]}\n")
        let match = try #require(try fixture.load().verbs["be"].first)
        #expect(match.verb.lemma == "be quoted as saying")
        #expect(match.verb.rest == PhrasePattern("quoted ~ as saying"))
        try fixture.writeOverlay("reporting-verbs.yaml", "verbs:\n  tell ~: {class: say, frames: [that]}\n")
        #expect(
            fixture.problems() == [
                "rules.d/reporting-verbs.yaml:2:3: the ~ of \"tell ~\" has no words on both sides; expected one ~, between "
                    + "words: \"in ~ view\""
            ])
    }
}
