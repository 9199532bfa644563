import Foundation
import Journal
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
    private let options: ArticleOptions

    /// - Parameters:
    ///   - files: Journals and articles; "-" is standard input.
    ///   - output: A file; nil for standard output.
    ///   - options: For articles.
    package init(files: [String], form: Form, output: String?, _ options: ArticleOptions) {
        self.files = files
        self.form = form
        self.output = output
        self.options = options
    }

    package func run() async -> ExitStatus {
        await .of {
            let output = try Output(output)
            let source = RecordSource(names: files, options)
            let failed =
                switch form {
                case .terminal(let width, let colour): try await show(source, width, colour, output)
                case .page: try await page(source, output)
                }
            try output.finish()
            return failed == 0 ? .success : .failure
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
