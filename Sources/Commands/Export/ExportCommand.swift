package import Exports
import Journal
import Records
import Rulebook
package import Setup

/// `quoted export`.
package struct ExportCommand: Sendable {
    private let files: [String]
    private let format: ExportFormat
    private let output: String?
    private let options: ArticleOptions
    private let includesAll: Bool
    private let confidence: [Setting: String]

    /// - Parameters:
    ///   - files: Journals and articles; "-" is standard input.
    ///   - output: A file, of brat a folder; nil for standard output.
    ///   - options: For articles.
    ///   - includesAll: Whether withdrawn and superseded articles are written, too.
    ///   - confidence: What the flags say of how sure quotations and speakers must be.
    package init(
        files: [String], format: ExportFormat, output: String?, _ options: ArticleOptions, includesAll: Bool,
        confidence: [Setting: String]
    ) {
        self.files = files
        self.format = format
        self.output = output
        self.options = options
        self.includesAll = includesAll
        self.confidence = confidence
    }

    package func run() async -> ExitStatus {
        await .of {
            // The variable and the settings file are about lines that are written, not about those that are read.
            let floor = try await SettingsReader.floorOfWritten(flags: confidence)
            let source = RecordSource(names: files, options)
            var exporter = try format.exporter(to: output) {
                try RulebookSource(RuleFolders.find(named: options.overlays)).current
            }
            var refused = 0
            func write(_ record: Record) throws {
                do {
                    try exporter.write(record.keeping(floor))
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
