import Foundation
import SystemPackage
import Testing

@testable import Rulebook

struct OverlayTests {
    let fixture: RuleFolderFixture

    init() throws { fixture = try RuleFolderFixture() }

    @Test func aUsersFileAddsEntries() throws {
        defer { fixture.remove() }
        try fixture.writeOverlay("reporting-verbs.yaml", "verbs:\n  skeet: {class: write, frames: [quote]}\n")
        let rules = try fixture.load()
        #expect(rules.verbs["skeeted"].map(\.verb.lemma) == ["skeet"])
        #expect(rules.verbs["said"].map(\.verb.lemma) == ["say"])
    }

    @Test func aUsersEntryReplacesTheShippedOneWhole() throws {
        defer { fixture.remove() }
        try fixture.writeOverlay("reporting-verbs.yaml", "verbs:\n  Deny: {class: say, frames: [that]}\n")
        let verb = try #require(try fixture.load().verbs["denied"].first?.verb)
        #expect(verb == ReportingVerb(lemma: "deny", verbClass: .say, frames: .that))
    }

    @Test func aUsersFileRemovesEntriesWithAllTheirForms() throws {
        defer { fixture.remove() }
        try fixture.writeOverlay("reporting-verbs.yaml", "remove: [deny, Point Out]\n")
        try fixture.writeOverlay("roles.yaml", "remove: [wife]\n")
        let rules = try fixture.load()
        #expect(rules.verbs["denied"].isEmpty)
        #expect(rules.verbs["pointed"].isEmpty)
        #expect(rules.roles["wives"] == nil)
        #expect(rules.warnings.isEmpty)
    }

    @Test func removingWhatIsNotThereIsAWarningOnly() throws {
        defer { fixture.remove() }
        try fixture.writeOverlay("reporting-verbs.yaml", "remove: [say,\n  pont out]\n")
        #expect(try fixture.load().verbs["said"].isEmpty)
        #expect(
            fixture.problems() == [
                "rules.d/reporting-verbs.yaml:2:3: warning: there is no \"pont out\" to remove; expected an entry of the "
                    + "shipped rules (did you mean \"point out\"?)"
            ])
    }

    @Test func theLanguagesOwnFolderLiesAboveTheGeneralOne() throws {
        defer { fixture.remove() }
        try fixture.writeOverlay(
            "nationalities.yaml", "nationalities:\n  Elsewhere: [Armenian]\n  Freedonia: [Freedonian]\n")
        try fixture.writeOverlay("en/nationalities.yaml", "nationalities:\n  Hayastan: [Armenian]\n")
        let nationalities = try fixture.load().nationalities
        #expect(nationalities == ["armenian": "Hayastan", "armenians": "Armenia", "freedonian": "Freedonia"])
    }

    @Test func laterOverlaysWin() throws {
        defer { fixture.remove() }
        try fixture.writeOverlay("given-names.yaml", "male: [Robin]\n")
        let second = fixture.overlay.appending("second")
        try fixture.writeOverlay("second/given-names.yaml", "female: [Robin]\n")
        let rules = try RulebookLoader.load(directory: fixture.directory, overlays: [fixture.overlay, second])
        #expect(rules.givenNames["robin"] == .female)
    }

    @Test func shippedFilesMayNotRemove() throws {
        defer { fixture.remove() }
        try fixture.write("metonyms.yaml", "metonyms: [Kremlin]\nremove: [Kremlin]\n")
        #expect(
            fixture.problems() == [
                "metonyms.yaml:2:9: a shipped file removes entries; expected remove: only in files laid over the shipped ones"
            ])
    }

    @Test func aTemplateOfCommentsIsNoMistakeButAFileOfNothingIs() throws {
        defer { fixture.remove() }
        try fixture.writeOverlay("metonyms.yaml", "# metonyms: [Elsewhere]\n")
        #expect(fixture.problems() == [])
        try fixture.writeOverlay("metonyms.yaml", "")
        #expect(
            fixture.problems() == [
                "rules.d/metonyms.yaml:1:1: the file is empty; expected metonyms: and entries below it"
            ])
    }

    @Test func aLinkThatLeadsNowhereIsTold() throws {
        defer { fixture.remove() }
        try fixture.writeOverlay("titles.yaml", "courtesy: {any: [Mx.]}\n")
        let link = fixture.root.appending(path: "rules.d/metonyms.yaml")
        try FileManager.default.createSymbolicLink(
            at: link, withDestinationURL: fixture.root.appending(path: "gone.yaml"))
        let found = fixture.problems()
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("rules.d/metonyms.yaml:1:1: there is no such file"))
    }

    @Test func theDigestCoversUsersFiles() throws {
        defer { fixture.remove() }
        let shipped = try fixture.load().digest
        #expect(try fixture.load().digest == shipped)
        try fixture.writeOverlay("metonyms.yaml", "metonyms: [Elsewhere]\n")
        let digest = try fixture.load().digest
        #expect(digest != shipped)
        #expect(digest.hasPrefix("sha256:") && digest.utf8.count == "sha256:".utf8.count + 64)
    }
}
