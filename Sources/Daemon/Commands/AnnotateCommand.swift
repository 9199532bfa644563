import Foundation
import Rulebook

/// `quoted annotate`.
package struct AnnotateCommand: Sendable {
    private let files: [String]
    private let overlays: [String]
    private let omitText: Bool

    package init(files: [String], overlays: [String], omitText: Bool) {
        self.files = files
        self.overlays = overlays
        self.omitText = omitText
    }

    package func run() async -> ExitStatus {
        do {
            let rules = try RuleStore(RuleFolders.find(named: overlays), omitText: omitText)
            let batch = Batch(
                files: files, annotator: rules.annotator, atOnce: ProcessInfo.processInfo.activeProcessorCount)
            let failed = try await batch.run(to: BatchConsole(files: files.count))
            return failed == 0 ? .success : .failure
        } catch let error as BatchConsole.OutputError where error.isBrokenPipe {
            // Whoever reads has enough, and knows it.
            return .failure
        } catch {
            Complaint.write("\(error)")
            return .failure
        }
    }
}
