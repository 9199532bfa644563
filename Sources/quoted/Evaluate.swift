import ArgumentParser
import Commands
import Setup

struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure how much of what people marked in articles is found.",
        discussion: """
            The articles are a file of JSON, one a line, with the attributions that somebody marked in them. The spans \
            count Unicode code points, the end not included:

              {"id": "a", "text": "“No,” said Ek.", "attributions": [{"source": [[11, 13]], "cue": [[6, 10]], "content": [[0, 5]]}]}

            Each text is annotated and compared with its marks. Or what was found before is: the lines of a journal, \
            whose articles have the names of their files, without the ending, for ids.

              quoted evaluate marked.jsonl
              quoted evaluate marked.jsonl --json | jq .scores.attribution
              quoted evaluate marked.jsonl --rules ./my-rules
              quoted evaluate marked.jsonl --predictions quotes.jsonl

            Or they are a folder as brat keeps it, .txt and .ann, with the types Content, Cue and Source:

              quoted evaluate marked/

            How well articles are taken from web pages is measured with a file that says what is to be taken from each, \
            as the article extraction benchmark has it:

              quoted evaluate --extraction ground-truth.json --pages ./html

            docs/evaluation.md says what the figures are.
            """)

    @OptionGroup var engine: EngineFlags

    @OptionGroup var rules: RulesFlag

    @Option(
        help: ArgumentHelp(
            "What was found before: a journal, or a file like that of the marks. Nothing is annotated then.",
            valueName: "file"), completion: .file())
    var predictions: String?

    @Flag(help: "Measure what is taken from web pages: the file is {\"id\": {\"articleBody\": \"…\"}, …}.")
    var extraction = false

    @Option(
        help: ArgumentHelp("With --extraction, the folder of id.html or id.html.gz.", valueName: "folder"),
        completion: .directory)
    var pages: String?

    @Flag(help: "Print the figures as JSON, from 0 to 1 and unrounded.")
    var json = false

    @Argument(
        help: ArgumentHelp(
            "The marked articles, a folder of brat's, or the ground truth; - is standard input.", valueName: "file"),
        completion: .file())
    var gold: String

    func validate() throws {
        guard extraction == (pages != nil) else {
            throw ValidationError(
                "--extraction and --pages go together: the ground truth, and the pages that it is of.")
        }
        guard predictions != nil || extraction else { return }
        if let idle = engine.settings.keys.map(\.flag).min() ?? (rules.folders.isEmpty ? nil : "--rules") {
            throw ValidationError(
                "With --\(extraction ? "extraction" : "predictions") nothing is annotated: leave out \(idle).")
        }
        guard predictions == nil || !extraction else {
            throw ValidationError("With --extraction there are no predictions: leave out --predictions.")
        }
    }

    func run() async throws {
        if let pages { return try ExtractionCommand(truth: gold, pages: pages, json: json).run().exit() }
        try await EvaluateCommand(
            gold: gold, predictions: predictions, engine: engine.settings, overlays: rules.folders, json: json
        ).run().exit()
    }
}
