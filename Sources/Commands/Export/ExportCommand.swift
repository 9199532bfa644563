package import Exports
import Journal
package import Newswire
import Records
import Rulebook
package import Setup

/// `quoted export`.
package struct ExportCommand: Sendable {
    private let files: [String]
    private let format: ExportFormat
    private let output: String?
    private let engine: [Setting: String]
    private let overlays: [String]
    private let json: JSONMapping
    private let includesAll: Bool

    /// - Parameters:
    ///   - files: Journals and articles; "-" is standard input.
    ///   - output: A file, of brat a folder; nil for standard output.
    ///   - engine: What the flags say of the engine, for articles.
    ///   - json: Where articles are looked for in JSON.
    ///   - includesAll: Whether withdrawn and superseded articles are written, too.
    package init(
        files: [String], format: ExportFormat, output: String?, engine: [Setting: String], overlays: [String],
        json: JSONMapping, includesAll: Bool
    ) {
        self.files = files
        self.format = format
        self.output = output
        self.engine = engine
        self.overlays = overlays
        self.json = json
        self.includesAll = includesAll
    }

    package func run() async -> ExitStatus {
        do {
            let annotator = LazyAnnotator(engine: engine, overlays: overlays)
            let source = RecordSource(names: files, json: json, annotator: annotator)
            var exporter = try format.exporter(to: output) {
                try RulebookSource(RuleFolders.find(named: overlays)).current
            }
            var refused = 0
            func write(_ record: Record) throws {
                do {
                    try exporter.write(record)
                } catch let error as ExportError {
                    refused += 1
                    StandardError.write(LogValue.escaped(error.description))
                }
            }
            let failed =
                includesAll
                ? try await source.forEach { if $0.kind == .article { try write($0) } }
                : Self.told(try await source.forEachStanding(write))
            try exporter.finish()
            return failed + refused == 0 ? .success : .failure
        } catch let error as Output.Failure where error.isBrokenPipe {
            return .failure
        } catch {
            StandardError.write("\(error)")
            return ExitStatus(error)
        }
    }

    /// Says which articles could not be left out.
    ///
    /// - Returns: How many inputs, and lines of them, failed.
    private static func told(_ standing: RecordSource.Standing) -> Int {
        if standing.late > 0 {
            StandardError.write(
                "later lines of the stream withdrew or replaced articles that are written already (\(standing.late)): "
                    + "name the journal as a file to leave them out, or give --all to have them")
        }
        return standing.failed
    }
}
