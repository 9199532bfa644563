import Annotator
import Foundation
import LanguageKit
import Rulebook
import Setup

/// An annotator for commands that may need none: rules and model are loaded when the first article is to be annotated.
///
/// Used by one task at a time.
final class LazyAnnotator {
    private let engine: [Setting: String]
    private let overlays: [String]
    private let omitText: Bool
    private let language: LanguageChoice
    private var loaded: Annotator?

    /// - Parameters:
    ///   - engine: What the flags say of the engine.
    ///   - overlays: Folders of the user's rules.
    ///   - language: Which articles are taken for English.
    init(
        engine: [Setting: String], overlays: [String], omitText: Bool = false, language: LanguageChoice = .recognise
    ) {
        self.omitText = omitText
        self.language = language
        self.engine = engine
        self.overlays = overlays
    }

    /// - Throws: `SettingsError`, `EngineError`, and every mistake of the rules.
    func annotator() async throws -> Annotator {
        if let loaded { return loaded }
        let engine = try await EngineChoice(flags: engine, environment: ProcessInfo.processInfo.environment).load()
        let annotator = try RuleStore(
            RuleFolders.find(named: overlays), engine: engine, omitText: omitText, language: language
        ).annotator
        loaded = annotator
        return annotator
    }
}
