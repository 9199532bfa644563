import Annotator
import Encoder
import Foundation
import Newswire
import ProgramSupport
import Records
import Rulebook
import SystemPackage
import TestSupport
import Testing

@testable import Attribution
@testable import LanguageKit
@testable import ModelSpotting
@testable import Setup

@Suite struct RuleStoreTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// Tells its copies apart from others of its kind.
    private final class Played: Spotter {
        func spot<Interruption: Error>(
            _ analysis: AnalyzedDocument, checkpoint: () throws(Interruption) -> Void
        ) throws(Interruption) -> Spotting { Spotting(candidates: []) }
    }

    private func producer(_ store: RuleStore) throws -> Record.Producer {
        let bytes = Array("Nobody said a word.".utf8)
        let digest = try #require(Fingerprint(bytes: Digest.sha256(Data(bytes))))
        let facts = FileFacts(path: "a.txt", bytes: bytes.count, sha256: digest)
        let reading = try store.annotator.read(bytes: bytes)
        let line = try #require(store.annotator.annotate(reading, file: facts).first).line
        return try JSONDecoder().decode(Record.self, from: Data(line)).producer
    }

    @Test func newRulesGoOnWithTheModelThatIsLoaded() async throws {
        let overlay = try folder.make("mine")
        let spotter = Played()
        let model = ModelEngine(
            name: "played", version: "7", digest: "sha256:abc", precision: .f32, spotter: spotter)
        let folders = try RuleFolders.find(overlays: [overlay])
        let store = try RuleStore(folders, engine: .model(model), omitText: false)
        let before = try producer(store)
        try folder.write("verbs:\n  skeet: {class: write, frames: [quote]}\n", to: "mine/reporting-verbs.yaml")
        let outcome = await store.source.reload()
        guard case .loaded = outcome else {
            Issue.record("the rules were not taken: \(outcome)")
            return
        }
        store.renew()
        let after = try producer(store)
        #expect(before.rules != after.rules)
        #expect(before.model == "sha256:abc" && after.model == before.model && after.engine == .model)
        #expect(store.engine.model?.spotter as? Played === spotter)
    }
}
