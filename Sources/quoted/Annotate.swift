import ArgumentParser
import Daemon

struct Annotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Annotate files and print one JSON line an article.",
        discussion: """
            The lines are those that the daemon writes to its journal, in the order of the files. Nothing is remembered \
            or moved, and an article named twice is annotated twice.

              quoted annotate story.txt | jq -r '.quotations[] | [.cue.lemma, .source.text, .text] | @tsv'
              curl -s https://example.org/story.txt | quoted annotate -
              quoted annotate archive/*.txt > quotes.jsonl

            The exit code is 1 if any file failed; why, and what to do, is told on standard error.

            With --stream it is a filter for other programs: for each line of JSON on standard input, an article's text or \
            a file's path, there comes one line, in the same order, with the records and what went wrong.

              echo '{"id": 7, "text": "“No,” said Ek."}' | quoted annotate --stream

              {"id":7,"records":[{…}],"errors":[]}
            """)

    @OptionGroup var engine: EngineFlags

    @Option(
        help: ArgumentHelp(
            "A folder of your own rules, laid over the shipped ones; may be given several times. "
                + "(default: /etc/quoted/rules.d where that is)", valueName: "folder"))
    var rules: [String] = []

    @OptionGroup var json: JSONFlags

    @OptionGroup var language: LanguageFlag

    @Flag(help: "Leave the articles' text out of the lines.")
    var omitText = false

    @Flag(help: "Answer each line of standard input by a line.")
    var stream = false

    @Argument(help: ArgumentHelp("Files to annotate; - is standard input.", valueName: "file"))
    var files: [String] = []

    func validate() throws {
        guard stream || !files.isEmpty else {
            throw ValidationError("Name the files to annotate; - is standard input.")
        }
        guard !stream || files.isEmpty else {
            throw ValidationError("With --stream the articles come on standard input: leave out the files.")
        }
    }

    func run() async throws {
        guard !stream else {
            return try await StreamCommand(
                engine: engine.settings, overlays: rules, json: json.mapping(), omitText: omitText
            ).run().exit()
        }
        try await AnnotateCommand(
            files: files, engine: engine.settings, overlays: rules, json: json.mapping(), omitText: omitText,
            language: language.language
        ).run().exit()
    }
}
