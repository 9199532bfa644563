import Foundation
import Testing

@testable import Rulebook

struct ReloadTests {
    let fixture: RuleFolderFixture

    init() throws { fixture = try RuleFolderFixture() }

    private let broken = "verbs:\n  say: {class: say, frames: [thta]}\n"
    private let changed = "verbs:\n  aver: {class: say, frames: [that]}\n"

    @Test func aChangeIsToldOnce() throws {
        var watch = RuleWatch(RuleStamps(of: fixture.folders))
        var looks = [watch.changed(RuleStamps(of: fixture.folders))]
        try fixture.write("reporting-verbs.yaml", changed)
        for _ in 0..<2 { looks.append(watch.changed(RuleStamps(of: fixture.folders))) }
        #expect(looks == [false, true, false])
    }

    @Test func newAndRemovedFilesOfUsersAreChanges() throws {
        var watch = RuleWatch(RuleStamps(of: fixture.folders))
        try fixture.writeOverlay("en/metonyms.yaml", "metonyms: [Elsewhere]\n")
        let added = watch.changed(RuleStamps(of: fixture.folders))
        try FileManager.default.removeItem(at: fixture.root.appending(path: "rules.d"))
        let removed = watch.changed(RuleStamps(of: fixture.folders))
        #expect(added && removed)
    }

    @Test func aFileReplacedByOneOfTheSameSizeAndTimeIsAChange() throws {
        let file = fixture.root.appending(path: "Rules/en/metonyms.yaml")
        let date = Date(timeIntervalSince1970: 1_700_000_000)
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path(percentEncoded: false))
        let before = RuleStamps(of: fixture.folders)
        let other = fixture.root.appending(path: "Rules/en/.new")
        try Data("metonyms: [Kremlim]\n".utf8).write(to: other)
        try FileManager.default.setAttributes(
            [.modificationDate: date], ofItemAtPath: other.path(percentEncoded: false))
        try FileManager.default.removeItem(at: file)
        // The old file's inode must not be given to the new one: it was made before the old one went.
        try FileManager.default.moveItem(at: other, to: file)
        #expect(RuleStamps(of: fixture.folders) != before)
    }

    @Test func goodFilesComeIntoForce() async throws {
        let source = try RulebookSource(fixture.folders)
        #expect(await source.reloadIfChanged() == nil)
        try fixture.write("reporting-verbs.yaml", changed)
        guard case .loaded = await source.reloadIfChanged() else {
            Issue.record("the changed files were not loaded")
            return
        }
        #expect(!source.current.main.verbs["avers"].isEmpty)
        #expect(source.current.main.verbs["said"].isEmpty)
        #expect(source.status.languages.map(\.digest) == [source.current.main.digest])
        #expect(source.status.languages.map(\.verbs) == [1])
    }

    @Test func badFilesLeaveTheOldRulesInForceUntilTheyAreMended() async throws {
        let source = try RulebookSource(fixture.folders)
        let digest = source.current.main.digest
        try fixture.write("reporting-verbs.yaml", broken)
        guard case .kept(let problems) = await source.reloadIfChanged() else {
            Issue.record("broken files came into force")
            return
        }
        #expect(problems.problems.count == 1)
        #expect(source.current.main.digest == digest)
        #expect(!source.current.main.verbs["said"].isEmpty)
        #expect(source.status.problems == problems)
        #expect(source.status.failedAt != nil)
        #expect(await source.reloadIfChanged() == nil)
        #expect(source.status.problems == problems)

        try fixture.write("reporting-verbs.yaml", changed)
        _ = await source.reloadIfChanged()
        #expect(source.status.problems == nil)
        #expect(source.status.failedAt == nil)
        #expect(source.current.main.digest != digest)

        // As they were, which is news to whoever was told of the mistakes.
        try fixture.write("reporting-verbs.yaml", broken)
        _ = await source.reloadIfChanged()
        try fixture.write("reporting-verbs.yaml", changed)
        guard case .loaded = await source.reloadIfChanged() else {
            Issue.record("nobody is told that the files are mended")
            return
        }
    }

    @Test func reloadingOnRequestReadsUnchangedFilesToo() async throws {
        let source = try RulebookSource(fixture.folders)
        guard case .same = await source.reload() else {
            Issue.record("unchanged files were not told to be the same")
            return
        }
    }

    @Test func thereIsNoStartWithoutGoodRules() throws {
        try fixture.write("reporting-verbs.yaml", broken)
        #expect(throws: RulebookProblems.self) { try RulebookSource(fixture.folders) }
    }
}
