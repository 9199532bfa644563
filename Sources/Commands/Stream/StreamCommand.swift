import Foundation
package import LanguageKit
package import Newswire
package import Setup

/// `quoted annotate --stream`.
package struct StreamCommand: Sendable {
    private let engine: [Setting: String]
    private let overlays: [String]
    private let json: JSONMapping
    private let omitText: Bool
    private let language: LanguageChoice
    private let workers: Int?
    private let deadline: Duration?

    /// - Parameters:
    ///   - engine: What the flags say of the engine.
    ///   - json: Where articles are looked for in JSON files.
    ///   - workers: How many lines are worked on at a time; nil for one a core.
    ///   - deadline: How long an article may take; nil for as long as it takes.
    package init(
        engine: [Setting: String], overlays: [String], json: JSONMapping, omitText: Bool, language: LanguageChoice,
        workers: Int? = nil, deadline: Duration? = nil
    ) {
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
            let annotator = try await LazyAnnotator(
                engine: engine, overlays: overlays, omitText: omitText, language: language
            ).annotator()
            let work = StreamWork(
                annotator: TimedAnnotator(annotator: annotator, deadline: deadline), json: json)
            let stream = Stream(
                input: StreamInput(STDIN_FILENO), answer: { work.answer(to: $0).line },
                atOnce: workers ?? ProcessInfo.processInfo.activeProcessorCount)
            try await stream.run(to: Output(nil))
            return .success
        } catch let error as Output.Failure where error.isBrokenPipe {
            return .failure
        } catch let error as POSIXError {
            StandardError.write("standard input cannot be read: \(error.localizedDescription)")
            return .failure
        } catch {
            StandardError.write("\(error)")
            return ExitStatus(error)
        }
    }
}
