import ArgumentParser
import Commands
import LanguageKit
import Setup

/// How articles are read and annotated: the same flags wherever they are annotated.
struct ArticleFlags: ParsableArguments {
    @OptionGroup var engine: EngineFlags
    @OptionGroup var rules: RulesFlag
    @OptionGroup var json: JSONFlags

    func options(
        omitText: Bool = false, confidence: [Setting: String]? = nil, language: LanguageChoice = .recognise
    ) throws -> ArticleOptions {
        ArticleOptions(
            engine: engine.settings, overlays: rules.folders, json: try json.mapping(), omitText: omitText,
            confidence: confidence, language: language)
    }
}
