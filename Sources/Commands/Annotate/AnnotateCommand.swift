import Foundation
package import LanguageKit
package import Newswire
import Rulebook
package import Setup

/// `quoted annotate`.
package struct AnnotateCommand: Sendable {
    private let files: [String]
    private let engine: [Setting: String]
    private let overlays: [String]
    private let json: JSONMapping
    private let omitText: Bool
    private let language: LanguageChoice
    private let workers: Int?
    private let deadline: Duration?

    /// - Parameters:
    ///   - engine: What the flags say of the engine.
    ///   - json: Where articles are looked for in JSON.
    ///   - workers: How many files are worked on at a time; nil for one a core.
    ///   - deadline: How long an article may take; nil for as long as it takes.
    package init(
        files: [String], engine: [Setting: String], overlays: [String], json: JSONMapping, omitText: Bool,
        language: LanguageChoice, workers: Int? = nil, deadline: Duration? = nil
    ) {
        self.files = files
        self.engine = engine
        self.overlays = overlays
        self.json = json
        self.omitText = omitText
        self.language = language
        self.workers = workers
        self.deadline = deadline
    }

    package func run() async -> ExitStatus {
        do {
            let engine = try await EngineChoice(flags: engine, environment: ProcessInfo.processInfo.environment).load()
            let rules = try RuleStore(
                RuleFolders.find(named: overlays), engine: engine, omitText: omitText, language: language)
            let batch = Batch(
                files: files, annotator: rules.annotator, json: json,
                atOnce: workers ?? ProcessInfo.processInfo.activeProcessorCount, deadline: deadline)
            let failed = try await batch.run(to: BatchConsole(files: files.count))
            return failed == 0 ? .success : .failure
        } catch let error as BatchConsole.OutputError where error.isBrokenPipe {
            // Whoever reads has enough, and knows it.
            return .failure
        } catch {
            StandardError.write("\(error)")
            return ExitStatus(error)
        }
    }
}
