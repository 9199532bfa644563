import ArgumentParser
import Commands
import Setup

struct Annotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Annotate files and print one JSON line an article.",
        discussion: """
            The lines are those that the daemon writes to its journal, in the order of the files. Nothing is remembered \
            or moved, and an article named twice is annotated twice.

              quoted annotate story.txt | jq -r '.quotations[] | [.cue.lemma, .source.text, .text] | @tsv'
              curl -s https://example.org/story.txt | quoted annotate -
              quoted annotate archive/*.txt > quotes.jsonl

            The exit code is 1 if any file failed; standard error says why, and what to do.

            With --stream it is a filter for other programs. Each line of JSON on standard input has an article's text or \
            a file's path; each gets one line in answer, in the same order, with the records and the errors.

              echo '{"id": 7, "text": "“No,” said Ek."}' | quoted annotate --stream

              {"id":7,"records":[{…}],"errors":[]}
            """)

    @OptionGroup var articles: ArticleFlags

    @OptionGroup var language: LanguageFlag

    @Flag(help: "Leave the articles' text out of the lines.")
    var omitText = false

    @OptionGroup var confidence: ConfidenceFlag

    @Option(
        help: ArgumentHelp("How many are worked on at a time. (default: one for each core)", valueName: "number"))
    var workers: Int?

    @Option(help: ArgumentHelp("How long an article may take before it fails. (default: forever)", valueName: "time"))
    var deadline: String?

    @Flag(help: "Answer each line of standard input with a line.")
    var stream = false

    @Argument(help: ArgumentHelp("Files to annotate; - is standard input.", valueName: "file"), completion: .file())
    var files: [String] = []

    func validate() throws {
        guard workers.map((1...256).contains) ?? true else {
            throw ValidationError("--workers is a whole number from 1 to 256, such as 4.")
        }
        guard deadline.map({ limit != nil && $0 != "0" }) ?? true else {
            throw ValidationError("--deadline is a time such as 500ms, 10s or 5m.")
        }
        guard stream || !files.isEmpty else {
            throw ValidationError("Name the files to annotate; - is standard input.")
        }
        guard !stream || files.isEmpty else {
            throw ValidationError("With --stream the articles come on standard input: leave out the files.")
        }
    }

    private var limit: Duration? { deadline.flatMap(Quantity.duration) }

    func run() async throws {
        let options = try articles.options(
            omitText: omitText, confidence: confidence.settings, language: language.language)
        let status =
            stream
            ? await StreamCommand(options, workers: workers, deadline: limit).run()
            : await AnnotateCommand(files: files, options, workers: workers, deadline: limit).run()
        try status.exit()
    }
}
