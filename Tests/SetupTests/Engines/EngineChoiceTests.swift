import Annotator
import Attribution
import Encoder
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Setup

@Suite struct EngineChoiceTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func choice(_ flags: [Setting: String], environment: [String: String] = [:]) async throws -> EngineChoice {
        try await EngineChoice(flags: flags, environment: environment)
    }

    @Test func isTheUsualOneUnlessSomebodySaysOtherwise() async throws {
        #expect(try await choice([:]) == EngineChoice())
        let all = try await choice([.engine: "model", .model: "small", .precision: "f32"])
        #expect(all == EngineChoice(kind: .model, model: .small, precision: .f32))
    }

    @Test func whoeverNamesAModelWantsIt() async throws {
        #expect(try await choice([.model: "standard"]).kind == .model)
        #expect(
            try await choice([:], environment: ["QUOTED_MODEL": "small"]) == EngineChoice(kind: .model, model: .small))
        #expect(try await choice([.engine: "rules"], environment: ["QUOTED_MODEL": "small"]).kind == .rules)
        #expect(try await choice([.precision: "f32"]).kind == .usual)
    }

    @Test func takesAnyOtherNameForAFolder() async throws {
        let named = try folder.make("mine").string
        #expect(try await choice([.model: named]).model == .folder(folder("mine")))
        let error = await #expect(throws: SettingsError.self) {
            try await choice([.model: folder("absent").string, .engine: "model"])
        }
        #expect(error?.mistakes.map(\.place) == ["--model"])
        #expect(error?.description.contains("there is no folder \(folder("absent"))") == true)
        #expect(error?.description.contains("--engine rules") == true)
        // Nobody looks into it where the rules are to find the quotations.
        #expect(try await choice([.model: folder("absent").string, .engine: "rules"]).kind == .rules)
    }

    @Test func namesEveryMistake() async throws {
        let error = await #expect(throws: SettingsError.self) {
            try await choice([.engine: "magic"], environment: ["QUOTED_PRECISION": "f16"])
        }
        #expect(Set(error?.mistakes.map(\.place) ?? []) == ["--engine", "QUOTED_PRECISION"])
    }

    @Test func theRulesNeedNoModel() async throws {
        #expect(try await EngineChoice(kind: .rules, model: .folder("/nowhere")).load().model == nil)
    }

    @Test func aFolderWithoutAModelIsRefused() async throws {
        let empty = try folder.make("empty")
        let error = await #expect(throws: EngineError.self) {
            try await EngineChoice(kind: .model, model: .folder(empty)).load()
        }
        #expect(error?.description.contains(empty.string) == true)
        #expect(error?.description.contains("use --engine rules") == true)
    }
}
