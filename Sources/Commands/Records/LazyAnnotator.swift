import Annotator
import Foundation
import Rulebook
import Setup

/// An annotator for commands that may need none: rules and model are loaded when the first article is to be annotated.
///
/// Used by one task at a time.
final class LazyAnnotator {
    private let options: ArticleOptions
    private var loaded: Annotator?

    init(_ options: ArticleOptions) { self.options = options }

    /// - Throws: `SettingsError`, `EngineError`, and every mistake of the rules.
    func annotator() async throws -> Annotator {
        if let loaded { return loaded }
        let environment = ProcessInfo.processInfo.environment
        let floor = try await SettingsReader.floor(
            flags: options.confidence ?? [:], environment: options.confidence == nil ? [:] : environment)
        let engine = try await EngineChoice(flags: options.engine, environment: environment).load()
        let annotator = try RuleStore(
            RuleFolders.find(named: options.overlays), engine: engine, omitText: options.omitText,
            floor: floor, language: options.language
        ).annotator
        loaded = annotator
        return annotator
    }
}
