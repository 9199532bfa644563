import Foundation
import Rulebook

/// `quoted annotate`.
package struct AnnotateCommand: Sendable {
    private let files: [String]
    private let engine: [Setting: String]
    private let overlays: [String]
    private let omitText: Bool

    /// - Parameter engine: What the flags say of the engine.
    package init(files: [String], engine: [Setting: String], overlays: [String], omitText: Bool) {
        self.files = files
        self.engine = engine
        self.overlays = overlays
        self.omitText = omitText
    }

    package func run() async -> ExitStatus {
        do {
            let engine = try await EngineChoice(flags: engine, environment: ProcessInfo.processInfo.environment).load()
            let rules = try RuleStore(RuleFolders.find(named: overlays), engine: engine, omitText: omitText)
            let batch = Batch(
                files: files, annotator: rules.annotator, atOnce: ProcessInfo.processInfo.activeProcessorCount)
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
