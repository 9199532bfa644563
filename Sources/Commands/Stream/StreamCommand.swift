import Foundation
package import Setup

/// `quoted annotate --stream`.
package struct StreamCommand: Sendable {
    private let options: ArticleOptions
    private let workers: Int?
    private let deadline: Duration?

    /// - Parameters:
    ///   - workers: How many lines are worked on at a time; nil for one a core.
    ///   - deadline: How long an article may take; nil for as long as it takes.
    package init(_ options: ArticleOptions, workers: Int?, deadline: Duration?) {
        self.options = options
        self.workers = workers
        self.deadline = deadline
    }

    package func run() async -> ExitStatus {
        await .of {
            let annotator = TimedAnnotator(annotator: try await LazyAnnotator(options).annotator(), deadline: deadline)
            let work = StreamWork(annotator: annotator, json: options.json)
            let stream = Stream(
                input: StreamInput(STDIN_FILENO), answer: { work.answer(to: $0).line },
                atOnce: workers ?? ProcessInfo.processInfo.activeProcessorCount)
            do {
                try await stream.run(to: Output(nil))
                return .success
            } catch let error as POSIXError {
                StandardError.write("standard input cannot be read: \(error.localizedDescription)")
                return .failure
            }
        }
    }
}
