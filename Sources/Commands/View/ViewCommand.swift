import Foundation
import Journal
package import Newswire
import Records
package import Setup
import Views

/// `quoted view`.
package struct ViewCommand: Sendable {
    package enum Form: Sendable, Equatable {
        /// - Parameters:
        ///   - width: In columns; nil for the terminal's.
        ///   - colour: "auto", "always" or "never".
        case terminal(width: Int?, colour: String)
        case page
    }

    /// The words that `colour` may be.
    package static let colours = TerminalFacts.Colour.allCases.map(\.rawValue)

    private let files: [String]
    private let form: Form
    private let output: String?
    private let engine: [Setting: String]
    private let overlays: [String]
    private let json: JSONMapping

    /// - Parameters:
    ///   - files: Journals and articles; "-" is standard input.
    ///   - output: A file; nil for standard output.
    ///   - engine: What the flags say of the engine, for articles.
    ///   - json: Where articles are looked for in JSON.
    package init(
        files: [String], form: Form, output: String?, engine: [Setting: String], overlays: [String], json: JSONMapping
    ) {
        self.files = files
        self.form = form
        self.output = output
        self.engine = engine
        self.overlays = overlays
        self.json = json
    }

    package func run() async -> ExitStatus {
        do {
            let output = try Output(output)
            let annotator = LazyAnnotator(engine: engine, overlays: overlays)
            let source = RecordSource(names: files, json: json, annotator: annotator)
            let failed =
                switch form {
                case .terminal(let width, let colour): try await show(source, width, colour, output)
                case .page: try await page(source, output)
                }
            try output.finish()
            return failed == 0 ? .success : .failure
        } catch let error as Output.Failure where error.isBrokenPipe {
            return .failure
        } catch {
            StandardError.write("\(error)")
            return ExitStatus(error)
        }
    }

    private func show(_ source: RecordSource, _ width: Int?, _ colour: String, _ output: Output) async throws -> Int {
        let facts = TerminalFacts(
            width: width, colour: TerminalFacts.Colour(rawValue: colour) ?? .auto,
            environment: ProcessInfo.processInfo.environment)
        let view = TerminalView(width: facts.width, ink: facts.ink)
        var isFirst = true
        return try await source.forEach { record in
            if isFirst { try output.write(view.legend) }
            isFirst = false
            try output.write("\n" + view.text(of: record))
        }
    }

    private func page(_ source: RecordSource, _ output: Output) async throws -> Int {
        var records: [Record] = []
        let failed = try await source.forEach { records.append($0) }
        try output.write(PageView(records).html)
        return failed
    }
}
