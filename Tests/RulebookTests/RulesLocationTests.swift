import Foundation
import SystemPackage
import Testing

@testable import Rulebook

struct RulesLocationTests {
    let fixture: RuleFolderFixture
    private var root: FilePath { FilePath(fixture.root.path(percentEncoded: false)) }

    init() throws { fixture = try RuleFolderFixture() }

    @Test func theNamedFolderGoesFirstThenTheEnvironment() throws {
        let named = try RulesLocation.find(
            language: "en", explicit: root.appending("Rules"), environment: ["QUOTED_SHIPPED_RULES": "/nowhere"],
            executable: nil)
        #expect(named == fixture.directory)
        let environment = ["QUOTED_SHIPPED_RULES": root.appending("Rules").string]
        #expect(try RulesLocation.find(language: "en", environment: environment, executable: nil) == fixture.directory)
    }

    @Test func aNamedFolderThatHasNoRulesIsNotPassedOver() throws {
        let executable = root.appending("bin/quoted")
        #expect(throws: RulesLocation.NotFound.self) {
            try RulesLocation.find(language: "en", explicit: "/nowhere", environment: [:], executable: executable)
        }
        #expect(throws: RulesLocation.NotFound.self) {
            try RulesLocation.find(
                language: "en", environment: ["QUOTED_SHIPPED_RULES": "/nowhere"], executable: executable)
        }
    }

    @Test func installedAndDevelopmentBuildsFindTheirs() throws {
        let development = root.appending(".build/x86_64-unknown-linux-gnu/debug/quoted")
        #expect(try RulesLocation.find(language: "en", environment: [:], executable: development) == fixture.directory)
        let share = fixture.root.appending(path: "share/quoted/Rules/en")
        try FileManager.default.createDirectory(at: share, withIntermediateDirectories: true)
        let installed = try RulesLocation.find(
            language: "en", environment: [:], executable: root.appending("bin/quoted"))
        #expect(installed == root.appending("share/quoted/Rules/en"))
    }

    @Test func nothingFoundNamesEveryPlaceTried() throws {
        let error = #expect(throws: RulesLocation.NotFound.self) {
            try RulesLocation.find(language: "tlh", environment: [:], executable: "/opt/bin/quoted")
        }
        #expect(
            error?.tried.map(\.string) == [
                "/opt/share/quoted/Rules", "/opt/bin/Rules", "/opt/Rules", "/Rules", "/usr/share/quoted/Rules",
            ])
        #expect(error?.description.contains("/opt/share/quoted/Rules/tlh, ") == true)
    }

    @Test func thisTestFindsTheShippedRules() throws {
        let found = try RulesLocation.find(language: "en", environment: [:])
        #expect(FileManager.default.fileExists(atPath: found.appending("reporting-verbs.yaml").string))
    }
}
