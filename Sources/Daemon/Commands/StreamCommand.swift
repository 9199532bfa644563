import Foundation
package import Newswire

/// `quoted annotate --stream`.
package struct StreamCommand: Sendable {
    private let engine: [Setting: String]
    private let overlays: [String]
    private let json: JSONMapping
    private let omitText: Bool

    /// - Parameters:
    ///   - engine: What the flags say of the engine.
    ///   - json: Where articles are looked for in JSON files.
    package init(engine: [Setting: String], overlays: [String], json: JSONMapping, omitText: Bool) {
        self.engine = engine
        self.overlays = overlays
        self.json = json
        self.omitText = omitText
    }

    package func run() async -> ExitStatus {
        do {
            let annotator = try await LateAnnotator(engine: engine, overlays: overlays, omitText: omitText).annotator()
            let stream = Stream(
                input: StreamInput(STDIN_FILENO), work: StreamWork(annotator: annotator, json: json),
                atOnce: ProcessInfo.processInfo.activeProcessorCount)
            try await stream.run(to: Output(nil))
            return .success
        } catch let error as Output.Failure where error.isBrokenPipe {
            return .failure
        } catch let error as POSIXError {
            Complaint.write("standard input cannot be read: \(error.localizedDescription)")
            return .failure
        } catch {
            Complaint.write("\(error)")
            return ExitStatus(error)
        }
    }
}
