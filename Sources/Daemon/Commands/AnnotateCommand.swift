import Foundation
package import Language
package import Newswire
import Rulebook

/// `quoted annotate`.
package struct AnnotateCommand: Sendable {
    private let files: [String]
    private let engine: [Setting: String]
    private let overlays: [String]
    private let json: JSONMapping
    private let omitText: Bool
    private let language: LanguageChoice

    /// - Parameters:
    ///   - engine: What the flags say of the engine.
    ///   - json: Where articles are looked for in JSON.
    package init(
        files: [String], engine: [Setting: String], overlays: [String], json: JSONMapping, omitText: Bool,
        language: LanguageChoice
    ) {
        self.files = files
        self.engine = engine
        self.overlays = overlays
        self.json = json
        self.omitText = omitText
        self.language = language
    }

    package func run() async -> ExitStatus {
        do {
            let engine = try await EngineChoice(flags: engine, environment: ProcessInfo.processInfo.environment).load()
            let rules = try RuleStore(
                RuleFolders.find(named: overlays), engine: engine, omitText: omitText, language: language)
            let batch = Batch(
                files: files, annotator: rules.annotator, json: json,
                atOnce: ProcessInfo.processInfo.activeProcessorCount)
            let failed = try await batch.run(to: BatchConsole(files: files.count))
            return failed == 0 ? .success : .failure
        } catch let error as BatchConsole.OutputError where error.isBrokenPipe {
            // Whoever reads has enough, and knows it.
            return .failure
        } catch {
            Complaint.write("\(error)")
            return ExitStatus(error)
        }
    }
}
