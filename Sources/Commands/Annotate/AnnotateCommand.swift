import Foundation
package import Setup

/// `quoted annotate`.
package struct AnnotateCommand: Sendable {
    private let files: [String]
    private let options: ArticleOptions
    private let workers: Int?
    private let deadline: Duration?

    /// - Parameters:
    ///   - workers: How many files are worked on at a time; nil for one a core.
    ///   - deadline: How long an article may take; nil for as long as it takes.
    package init(files: [String], _ options: ArticleOptions, workers: Int?, deadline: Duration?) {
        self.files = files
        self.options = options
        self.workers = workers
        self.deadline = deadline
    }

    package func run() async -> ExitStatus {
        await .of {
            let batch = Batch(
                files: files, annotator: try await LazyAnnotator(options).annotator(), json: options.json,
                atOnce: workers ?? ProcessInfo.processInfo.activeProcessorCount, deadline: deadline)
            let failed = try await batch.run(to: BatchConsole(files: files.count))
            return failed == 0 ? .success : .failure
        }
    }
}
