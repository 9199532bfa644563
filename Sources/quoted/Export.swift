import ArgumentParser
import Commands
import Setup

struct Export: AsyncParsableCommand {
    private static let catalog = ExportCatalog()

    static let configuration = CommandConfiguration(
        abstract: "Write quotations in the forms that other programs read.",
        discussion: """
            Takes lines of a journal, and articles, which are annotated first.

              quoted export --to csv quotes.jsonl > quotes.csv
              quoted export --to brat -o marked/ quotes.jsonl
              tail -F quotes.jsonl | quoted export --to webannotation -

            Withdrawn articles and earlier versions are left out if a line of the same files says so.

            \(catalog.listing)

            docs/exports.md describes each form.
            """)

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("The form: \(catalog.names.joined(separator: ", ")).", valueName: "form"),
        completion: .list(catalog.names))
    var format: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to write: \(catalog.places). (default: standard output)", valueName: "path"),
        completion: .file())
    var output: String?

    @OptionGroup var articles: ArticleFlags

    @OptionGroup var confidence: ConfidenceFlag

    @Flag(help: "Include articles that were withdrawn or superseded.")
    var all = false

    @Argument(help: ArgumentHelp("Journals and articles; - is standard input.", valueName: "file"), completion: .file())
    var files: [String]

    func validate() throws {
        if let mistake = Self.catalog.mistake(format: format, output: output) { throw ValidationError(mistake) }
    }

    func run() async throws {
        guard let format = Self.catalog.format(named: format) else { return }
        try await ExportCommand(
            files: files, format: format, output: output, articles.options(), includesAll: all,
            confidence: confidence.settings
        ).run().exit()
    }
}
