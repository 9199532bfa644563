import ArgumentParser
import Commands
import Setup

struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure how many of the quotations that people marked are found.",
        discussion: """
            The articles are a file with one JSON object a line: a text, and the attributions that somebody marked in it. \
            Spans count Unicode code points, the end not included:

              {"id": "a", "text": "“No,” said Ek.", "attributions": [{"source": [[11, 13]], "cue": [[6, 10]], "content": [[0, 5]]}]}

            An attribution may also say in whose content it stands, "inside": 0 or null, and who speaks, "speaker": \
            {"kind": "person", "name": "Bo Ek", "role": "mayor"}. Where none has "inside" only outer ones are compared.

            Each text is annotated and compared with its marks. With --predictions the lines of a journal are compared \
            instead; the id of an article is then the name of its file without the ending.

              quoted evaluate marked.jsonl
              quoted evaluate marked.jsonl --json | jq .scores.attribution
              quoted evaluate marked.jsonl --rules ./my-rules
              quoted evaluate marked.jsonl --predictions quotes.jsonl

            A folder of brat's works too, .txt and .ann, with the types Content, Cue and Source:

              quoted evaluate marked/

            With --extraction it measures how well articles are taken from web pages. The file has the text of each page's \
            article, in the form of the article extraction benchmark:

              quoted evaluate --extraction ground-truth.json --pages ./html

            docs/marking.md says how to mark articles, and docs/evaluation.md explains the figures.
            """)

    @OptionGroup var engine: EngineFlags

    @OptionGroup var rules: RulesFlag

    @OptionGroup var confidence: ConfidenceFlag

    @Option(
        help: ArgumentHelp(
            "Compare these finds and annotate nothing: a journal, or a file in the form of the marks.",
            valueName: "file"), completion: .file())
    var predictions: String?

    @Flag(help: "Measure the articles taken from web pages: the file is {\"id\": {\"articleBody\": \"…\"}, …}.")
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
                "Give --extraction and --pages together: the ground truth, and its pages.")
        }
        guard predictions != nil || extraction else { return }
        let idle = engine.settings.merging(confidence.settings) { $1 }.keys.map(\.flag).min()
        if let idle = idle ?? (rules.folders.isEmpty ? nil : "--rules") {
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
            gold: gold, predictions: predictions, engine: engine.settings, overlays: rules.folders,
            confidence: confidence.settings, json: json
        ).run().exit()
    }
}
