import ArgumentParser
import Commands
import Setup

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write quotations in the forms of other programs.",
        discussion: """
            Takes lines of a journal, and articles, which are annotated first.

              quoted export --to csv quotes.jsonl > quotes.csv
              quoted export --to brat -o marked/ quotes.jsonl
              tail -F quotes.jsonl | quoted export --to webannotation -

            What was withdrawn, and earlier versions of articles, are left out where a line of the same files says so.

              brat            a folder of .txt and .ann, with brat's configuration
              webannotation   W3C Web Annotation, a line of JSON-LD an article
              csv             a table of quotations
              conll           a token a line, as CoNLL-U Plus
              spacy           JSON lines of Prodigy and spaCy

            docs/exports.md says what is where in each.
            """)

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("The form: \(ExportCommand.formats.joined(separator: ", ")).", valueName: "form"),
        completion: .list(ExportCommand.formats))
    var format: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to write: a file, of brat a folder. (default: standard output)", valueName: "path"),
        completion: .file())
    var output: String?

    @OptionGroup var engine: EngineFlags

    @OptionGroup var rules: RulesFlag

    @OptionGroup var json: JSONFlags

    @Flag(help: "Articles that were withdrawn or superseded too.")
    var all = false

    @Argument(help: ArgumentHelp("Journals and articles; - is standard input.", valueName: "file"), completion: .file())
    var files: [String]

    func validate() throws {
        guard ExportCommand.formats.contains(format) else {
            throw ValidationError("--to is “\(format)”: write one of \(ExportCommand.formats.joined(separator: ", ")).")
        }
        guard format != "brat" || output != nil else {
            throw ValidationError("brat has two files an article: name a folder for them with -o.")
        }
    }

    func run() async throws {
        let command = ExportCommand(
            files: files, format: format, output: output, engine: engine.settings, overlays: rules.folders,
            json: try json.mapping(), includesAll: all)
        try await command?.run().exit()
    }
}
