import Foundation
import SystemPackage
import Testing

@testable import Rulebook

struct ShippedRulesTests {
    static let directory = FilePath(
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Rules/en").path(percentEncoded: false))

    @Test func loadWithoutMistakesOrWarnings() throws {
        let rules = try RulebookLoader.load(directory: Self.directory)
        #expect(rules.warnings.isEmpty)
        #expect(rules.language == "en")
        let verbs = Set(rules.verbs.byForm.values.flatMap { $0.map(\.verb.lemma) })
        #expect(verbs.count >= 350)
    }
}
